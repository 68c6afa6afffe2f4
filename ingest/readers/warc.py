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

from onrecord.ingest.readers.reader import Read, Reader, finding
from onrecord.ingest.readers.web import Origin, decode_page, read_page
from onrecord.ingest.readers.web.limits import RECORD_BYTES
from onrecord.ingest.readers.web.records import Record, WarcError, records_of
from onrecord.ingest.records import Document, Field

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

    Out: a piece an article, numbered as they come; then one with the findings: how many records gave none and why,
    with the first address of each kind, and where the file breaks off.
    """
    passed_over: Counter[str] = Counter()
    first: dict[str, str] = {}
    count = 0
    broken = None
    try:
        for record in records_of(file):
            why = record.trouble
            if why is None:
                origin = Origin(document, count + 1, fields, record.url)
                articles, findings = _read(record, origin)
                if articles:
                    count += 1
                    yield articles, ()
                    continue
                why = findings[0].code
            passed_over[why] += 1
            first.setdefault(why, record.url)
    except WarcError as error:
        broken = str(error)
    told = [
        finding(why, document.path, f"{many} {_WORDS[why][0]}, the first {first[why]},", *_WORDS[why][1:])
        for why, many in sorted(passed_over.items())
    ]
    if broken is not None:
        told.append(finding("warc-broken", document.path, broken, "a whole WARC file", "copy or fetch it again"))
    if not count and not told:
        told.append(finding("warc-empty", document.path, "no record", "pages in it", "crawl again"))
    if told:
        yield (), tuple(told)


def _read(record: Record, origin: Origin) -> Read:
    page = decode_page(record.content, record.content_type)
    return read_page(page.text, origin)


def _is_warc(_name: str, head: bytes) -> bool:
    if head.startswith(_PACKED):
        try:
            head = zlib.decompressobj(wbits=31).decompress(head, 64)
        except zlib.error:
            return False
    return head.startswith(_SIGNS)


WARC: Final = Reader("warc", "a WARC archive of pages (.warc, .warc.gz)", _NO_LIMIT, _is_warc, read, stream)
