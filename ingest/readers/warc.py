"""WARC, plain or packed, as crawlers and archives write it: each page of HTML in it is read as a saved page is.

Records are read one by one, so that a file of any size needs the memory of one page.
Source: ISO 28500:2017, the WARC format; CC-NEWS is made of such files.
"""

from __future__ import annotations

import io
import zlib
from collections import Counter
from collections.abc import Iterator
from typing import BinaryIO, Final

from onrecord.ingest.limits import RECORD_BYTES
from onrecord.ingest.readers.reader import Read, Reader, finding, refused
from onrecord.ingest.readers.web import Origin, decode_page, read_page
from onrecord.ingest.readers.web.records import Record, WarcError, records_of
from onrecord.ingest.records import Document, Field, SourceArticle

_SIGNS: Final = (b"WARC/", b"filedesc://")
_PACKED: Final = b"\x1f\x8b"
_NO_LIMIT: Final = 2**62  # as a stream it has none; its records have

# Why a record gives no article: what was found, what was expected, what to do.
_WORDS: Final = {
    "warc-not-ok": ("answers that are no page (redirects, errors)", "pages", "nothing need be done"),
    "warc-not-html": ("records that are no HTML (pictures, scripts, data)", "pages", "nothing need be done"),
    "warc-too-large": (f"records larger than {RECORD_BYTES // 1_000_000} MB", "pages", "save those as text"),
    "no-article": ("pages without the text of an article", "running prose", "nothing need be done if they are indexes"),
    "page-too-deep": ("pages nested too deep", "pages that a browser shows", "save those as text"),
    "page-too-large": ("pages with too many elements", "articles", "save those as text"),
    "no-page": ("pages without any element", "HTML", "nothing need be done"),
}


def read(document: Document, data: bytes, fields: tuple[Field, ...]) -> Read:
    """Read the articles of a WARC file that is at hand as a whole. Otherwise as ``stream``."""
    pieces = list(stream(document, io.BytesIO(data), fields))
    return tuple(a for articles, _ in pieces for a in articles), tuple(f for _, found in pieces for f in found)


def stream(document: Document, file: BinaryIO, fields: tuple[Field, ...]) -> Iterator[Read]:
    """Read the articles of a WARC file, record by record.

    Out: a piece an article, numbered as they come. The last has the findings as well: how many records gave none and
    why, with the first address of each kind. A file without articles, or one that breaks off, gives a piece of
    findings.
    """
    passed_over: Counter[str] = Counter()
    first: dict[str, str] = {}
    held: tuple[SourceArticle, ...] = ()  # the last article, kept back for what is found after it
    broken = None
    count = 0
    try:
        for record in records_of(file):
            articles, why = _article(record, Origin(document, count + 1, fields, record.url))
            if why is not None:
                passed_over[why] += 1
                first.setdefault(why, record.url)
                continue
            if held:
                yield held, ()
            held = articles
            count += 1
    except WarcError as error:
        broken = str(error)
    told = tuple(
        finding(why, document.path, f"{many} {_WORDS[why][0]} (the first: {first[why]})", *_WORDS[why][1:])
        for why, many in sorted(passed_over.items())
    )
    if held or told:
        yield held, told
    if broken is not None:
        yield refused("warc-broken", document.path, broken, "a whole WARC file", "copy or fetch it again")
    elif not held and not told:
        yield refused("warc-empty", document.path, "no record", "pages in it", "crawl again")


def _article(record: Record, origin: Origin) -> tuple[tuple[SourceArticle, ...], str | None]:
    """The article of a record, or none and the code that says why."""
    if record.trouble is not None:
        return (), record.trouble
    page = decode_page(record.content, record.content_type)
    articles, findings = read_page(page.text, origin)
    return articles, None if articles else findings[0].code


def _is_warc(_name: str, head: bytes) -> bool:
    if head.startswith(_PACKED):
        try:
            head = zlib.decompressobj(wbits=31).decompress(head, 64)
        except zlib.error:
            return False
    return head.startswith(_SIGNS)


WARC: Final = Reader("warc", "a WARC archive of pages (.warc, .warc.gz)", _NO_LIMIT, _is_warc, read, stream)
