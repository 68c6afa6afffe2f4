"""Factiva as a saved page: many articles, with two-letter codes before each field or without."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from onrecord.ingest import limits
from onrecord.ingest.readers.html_blocks import Block, blocks_below, html_root
from onrecord.ingest.readers.press import article, date_in, gathered, language_code, record, without_by
from onrecord.ingest.readers.reader import Read, Reader
from onrecord.ingest.readers.xml_tree import Element
from onrecord.ingest.records import Document, Field, SourceArticle

_CODE = re.compile(r"[A-Z]{2,3}")
_WORD_COUNT = re.compile(r"[\d.,\s]+\s?(?:words|mots|Wörter|palabras|parole|palavras|woorden)", re.IGNORECASE)
_CLOCK = re.compile(r"\d{1,2}:\d{2}")


def read(document: Document, data: bytes, fields: tuple[Field, ...]) -> Read:
    """Read every article of a Factiva page; the interface's language changes no label that is read here."""
    root = html_root(data)
    found = [] if root is None else [one for one in root.iter("div") if _is_article(one)]
    return gathered(document, (_article(document, blocks_below(one), fields) for one in found), "Factiva export")


def _is_article(element: Element) -> bool:
    return "article" in (element.get("class") or "").lower().split()


def _article(document: Document, blocks: Sequence[Block], given: tuple[Field, ...]) -> SourceArticle | None:
    body = [block.text for block in blocks if _has(block, "articleparagraph")]
    codes = {code.text: block.text for code, block in pairwise(blocks) if _CODE.fullmatch(code.text)}
    if "HD" in codes:
        said = record(
            title=codes["HD"],
            outlet=codes.get("SN"),
            published=" ".join(filter(None, (codes.get("PD"), codes.get("ET")))),
            byline=codes.get("BY"),
            language=language_code(codes.get("LA", "")),
        )
    else:
        said = _without_codes(blocks)
    return article(document, 1, body, said, given)


def _without_codes(blocks: Sequence[Block]) -> tuple[Field, ...]:
    """Headline, author, number of words, date, time, outlet, its code, page, language: each a block, in this order."""
    head = [block for block in blocks if not _has(block, "articleparagraph")]
    title = " ".join(block.text for block in head if _ends(block, "headline"))
    byline = " ".join(block.text for block in head if "author" in block.classes)
    lines = [block.text for block in head]
    counted = next((at for at, line in enumerate(lines) if _WORD_COUNT.fullmatch(line)), None)
    rest = lines[counted + 1 :] if counted is not None else []
    date = date_in(rest[0]) if rest else None
    clock = rest[1] if len(rest) > 1 and _CLOCK.fullmatch(rest[1]) else ""
    after = rest[1 + bool(clock) :]
    return record(
        title=title,
        outlet=after[0] if after else None,
        published=f"{date} {clock}" if date else None,
        byline=without_by(byline),
        language=next((code for line in after[1:6] if len(line) < 20 and (code := language_code(line))), None),
    )


def _has(block: Block, name: str) -> bool:
    return name in block.classes


def _ends(block: Block, name: str) -> bool:
    """True where a class ends so: `enHeadline`, `frHeadline` begin with the language."""
    return any(one.endswith(name) for one in block.classes)


def _recognises(_name: str, head: bytes) -> bool:
    lowered = head.lower()
    return b"<title>factiva" in lowered or (b"factiva" in lowered and b"articleparagraph" in lowered)


FACTIVA_HTML: Final = Reader("factiva-html", "a Factiva export as HTML", limits.EXPORT_BYTES, _recognises, read)
