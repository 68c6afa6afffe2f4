"""LexisNexis as plain text: many articles a file, each under a line such as ``3 of 120 DOCUMENTS``."""

from __future__ import annotations

import re
from typing import Final

from onrecord.ingest import limits
from onrecord.ingest.readers.decode import decode
from onrecord.ingest.readers.nexis import COUNT, old_layout
from onrecord.ingest.readers.press import gathered
from onrecord.ingest.readers.reader import Read, Reader
from onrecord.ingest.records import Document, Field, Finding

_COUNT_LINE = re.compile(rf"^{COUNT.pattern}$", re.MULTILINE)
_COUNT_BYTES = re.compile(rb"(?m)^\s*\d+ (?:of|de|von|sur|di) [\d,.]+ (?:DOCUMENTS?|DOKUMENTEN?|DOCUMENTOS?|DOCUMENTI)")
_BLANK = re.compile(r"\n[ \t]*\n\s*")
_HEAD_BYTES: Final = 8000


def read(document: Document, data: bytes, fields: tuple[Field, ...]) -> Read:
    """Read every article of a LexisNexis text export.

    Out: the articles, their text as wrapped in the file; outlet, date, title, byline and language as fields. What
    stands before the first counting line tells of the search and is passed over.
    """
    text = decode(document.path, data)
    if isinstance(text, Finding):
        return (), (text,)
    pieces = _COUNT_LINE.split(text.replace("\r\n", "\n"))[1:]
    articles = (old_layout(document, _BLANK.split(piece.strip()), fields) for piece in pieces)
    return gathered(document, articles, "LexisNexis export")


def _recognises(_name: str, head: bytes) -> bool:
    return _COUNT_BYTES.search(head[:_HEAD_BYTES]) is not None and b"<" not in head[:200]


NEXIS_TEXT: Final = Reader(
    "lexisnexis-text", "a LexisNexis export as text (.txt)", limits.EXPORT_BYTES, _recognises, read
)
