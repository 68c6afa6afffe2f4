"""Europresse as a saved page: many articles, in its layout of tables (until about 2014) and in the one after it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from onrecord.ingest import limits
from onrecord.ingest.readers.html_blocks import Block, html_blocks
from onrecord.ingest.readers.press import article, date_in, gathered, record
from onrecord.ingest.readers.reader import Read, Reader
from onrecord.ingest.records import Document, Field, SourceArticle

_OUTLET: Final = "docpublicationname"
_HEAD: Final = "docheader"
_TITLE: Final = "titrearticlevisu"
_TITLES: Final = "titrearticle"
# What stands after the text: notes, copyright, the number of the document, its certificate.
_AFTER = re.compile(
    r"©|\(c\)|Illustration\(s\)|Note\(s\)|Num[ée]ro de document|Tous droits r[ée]serv|Ce certificat|Document number",
    re.IGNORECASE,
)
_MOST_WORDS: Final = 6  # of an author's line


def read(document: Document, data: bytes, fields: tuple[Field, ...]) -> Read:
    """Read every article of a Europresse page: each begins with the name of its outlet."""
    articles: list[list[Block]] = []
    for block in html_blocks(data):
        if _OUTLET in block.classes:
            articles.append([])
        if articles:
            articles[-1].append(block)
    return gathered(document, (_article(document, blocks, fields) for blocks in articles), "Europresse export")


def _article(document: Document, blocks: Sequence[Block], given: tuple[Field, ...]) -> SourceArticle | None:
    heads = [block.text for block in blocks if _HEAD in block.classes]
    titled = [at for at, block in enumerate(blocks) if _TITLE in block.classes]
    begins = titled[-1] + 1 if titled else len(heads) + 1
    ends = next((at for at in range(begins, len(blocks)) if _AFTER.match(blocks[at].text)), len(blocks))
    body = [block.text for block in blocks[begins:ends] if _TITLES not in block.classes]
    byline = body.pop(0) if len(body) > 1 and _is_author(body[0]) else None
    said = record(
        title=" ".join(blocks[at].text for at in titled),
        outlet=blocks[0].text,
        published=_date(" ".join(heads)),
        byline=byline,
    )
    return article(document, 1, body, said, given)


def _date(head: str) -> str | None:
    """The date in a line such as ``Communication, mardi 14 mars 2006, p. 16``."""
    return next((date for part in re.split(r",\s*", head) if (date := date_in(part))), None)


def _is_author(line: str) -> bool:
    """True for a short line of capitalised words without an end: the author stands alone between title and text."""
    named = [word for word in line.split() if word[0].isupper()]
    return len(line.split()) <= _MOST_WORDS and len(named) >= 1 and line[-1].isalpha() and line[0].isupper()


def _recognises(_name: str, head: bytes) -> bool:
    return b"DocPublicationName" in head or b"cedrom-sni.com" in head


EUROPRESSE: Final = Reader("europresse", "a Europresse export as HTML", limits.EXPORT_BYTES, _recognises, read)
