"""Reuters-21578: the SGML files of the collection that text classification was taught with.

Source: README of the collection (Lewis 1997): <REUTERS>, <DATE>, <TEXT> with <TITLE>, <AUTHOR>, <DATELINE>, <BODY>.
"""

from __future__ import annotations

import html
import re
from typing import Final

from onrecord.ingest import limits
from onrecord.ingest.readers.press import gathered, record
from onrecord.ingest.readers.reader import Read, Reader
from onrecord.ingest.records import Document, Field, SourceArticle

_ARTICLE = re.compile(r"<REUTERS\b[^>]*>(.*?)</REUTERS>", re.DOTALL)
_PART = re.compile(r"<(DATE|TITLE|AUTHOR|DATELINE|BODY)\b[^>]*>(.*?)</\1>", re.DOTALL)
_TEXT = re.compile(r"<TEXT\b[^>]*>(.*?)</TEXT>", re.DOTALL)
_CONTROL = re.compile(r"&#(?:\d|[12]\d|3[01]|127);|[\x00-\x08\x0b-\x1f\x7f]")
# The wire's own marks: stars before a flash, the word Reuter and a control sign after the last line.
_STARS = re.compile(r"^\*+\s*|\s*\n?\s*(?:Reuter|REUTER)\s*$")


def read(document: Document, data: bytes, fields: tuple[Field, ...]) -> Read:
    """Read every article; a flash that is only a headline has no text and is counted in a finding."""
    text = data.decode("latin-1").replace("\r\n", "\n")
    return gathered(document, (_article(document, one, fields) for one in _ARTICLE.findall(text)), "Reuters-21578 file")


def _article(document: Document, sgml: str, given: tuple[Field, ...]) -> SourceArticle | None:
    parts = {name: _plain(inside) for name, inside in _PART.findall(sgml)}
    whole = _TEXT.search(sgml)
    body = parts.get("BODY") or (_plain(_PART.sub("", whole[1])) if whole else "")
    text = _STARS.sub("", _STARS.sub("", body.strip("\n "), count=1)).strip()
    if not any(map(str.isalnum, text)):
        return None
    said = record(
        title=parts.get("TITLE"),
        byline=re.sub(r"^(?i:by)\s+", "", parts.get("AUTHOR", "").strip().rstrip(",").removesuffix(", Reuters")),
        outlet="Reuters",
        published=parts.get("DATE", "").split(" ")[0],
        language="en",
    )
    dateline = parts.get("DATELINE", "").strip()
    return SourceArticle(document, 1, f"{dateline} {text}" if dateline else text, given + said)


def _plain(sgml: str) -> str:
    return html.unescape(_CONTROL.sub("", sgml)).strip("\n ")


def _recognises(_name: str, head: bytes) -> bool:
    return b"<REUTERS " in head


REUTERS_SGML: Final = Reader("reuters-21578", "a file of Reuters-21578 (.sgm)", limits.EXPORT_BYTES, _recognises, read)
