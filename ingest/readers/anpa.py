"""The wires of the teleprinter: ANPA 1312 (AP) and IPTC 7901 (dpa), one story a file.

Source: ANPA 1312 and IPTC 7901: SOH header, STX text, ETX trailer; in ANPA ``^`` begins and ``<`` or ``=`` ends a line
of the head, and a tab begins a paragraph.
"""

from __future__ import annotations

import re
from typing import Final

from onrecord.ingest import limits
from onrecord.ingest.readers.press import article, record, without_by
from onrecord.ingest.readers.reader import Read, Reader, refused
from onrecord.ingest.records import Document, Field

_STORY = re.compile(r"\x01[^\x02]{0,400}\x02(.*?)(?:\x03|\x0c|\x04|\Z)", re.DOTALL)
_HEADER = re.compile(rb"[\x16\s]*\x01[^\x01-\x03]{4,400}\x02")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
_HEAD_LINE = re.compile(r"\^(?P<words>.*?)[<=]*\s*")
_NOTE = re.compile(r"\(|AP Photo|Eds:|With AP |\*|[\w-]+,?\d{3,4}$")
_BLANKS = re.compile(r"\n\s*\n|\n(?=\t)")


def read(document: Document, data: bytes, fields: tuple[Field, ...]) -> Read:
    """Read the story of a wire file.

    Out: headline and byline of the head as fields. The header tells day and month without a year: no date is read.
    Unsure: what the head holds beside them (slugs, notes to editors) is left out of the text.
    """
    story = _STORY.search(data.decode("cp1252", "replace").replace("\r\n", "\n"))
    if story is None:
        return refused("no-article", document.path, "a wire header without a story", "a story", "leave it out")
    slug, *lines = _CONTROL.sub("", story[1]).strip("\n").split("\n")
    head: list[str] = []
    while lines and (said := _HEAD_LINE.fullmatch(lines[0].strip(" "))):
        head.append(said["words"].strip())
        lines.pop(0)
    body = ("\n".join(line.rstrip("< \t") for line in piece.split("\n")) for piece in _BLANKS.split("\n".join(lines)))
    titles = [line for line in head if not _NOTE.match(line) and line != slug and not line.startswith("By ")]
    said_fields = record(
        title=titles[0] if titles else None if slug.startswith("^") else slug.rstrip("= "),
        byline=without_by(next((line for line in head if line.startswith("By ")), "")),
    )
    found = article(document, 1, (piece.strip() for piece in body if piece.strip()), said_fields, fields)
    if found is None:
        return refused("no-words", document.path, "a wire file without a text", "a story", "leave it out")
    return (found,), ()


def _recognises(_name: str, head: bytes) -> bool:
    return _HEADER.match(head) is not None


ANPA: Final = Reader("anpa", "ANPA 1312 or IPTC 7901 off a wire", limits.TEXT_BYTES, _recognises, read)
