"""The records of a WARC or ARC file: fastwarc reads them, warcio those files that fastwarc refuses.

fastwarc is three times as fast; warcio reads ARC, the format before WARC, and some broken files.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, BinaryIO, Final

from fastwarc.warc import ArchiveIterator as FastIterator
from fastwarc.warc import WarcRecordType
from warcio.archiveiterator import ArchiveIterator as PatientIterator
from warcio.exceptions import ArchiveLoadFailed

from onrecord.ingest.limits import HEADER_BYTES, RECORD_BYTES

_HTML: Final = ("text/html", "application/xhtml+xml")
_PAGES: Final = (WarcRecordType.response, WarcRecordType.resource)
_OK: Final = 200
_PACKED: Final = b"\x1f\x8b"
_END_OF_HEADER = re.compile(rb"\r?\n\r?\n")
# What the two libraries raise for broken files, beside their own.
_BROKEN: Final = (OSError, ValueError, EOFError, RuntimeError, ArchiveLoadFailed)


class WarcError(ValueError):
    """A file breaks off; ``str(error)`` says how, in words that fit before "found"."""


@dataclass(frozen=True, slots=True)
class Record:
    """One answer of a server. ``trouble``: why it is no page to be read, as a code, or None; then ``content`` is it."""

    url: str
    content_type: str
    content: bytes
    trouble: str | None


def records_of(file: BinaryIO) -> Iterator[Record]:
    """The responses and resources of a WARC or ARC file, one at a time.

    Errors: WarcError where the file breaks off; what stood before has been given by then.
    """
    _refuse_endless_header(file)
    met = 0
    try:
        for one in FastIterator(file, parse_http=True, auto_decode="all", max_header_len=HEADER_BYTES):
            met += 1
            if one.record_type in _PAGES:
                yield _fast(one)
    except _BROKEN as error:
        if met:
            raise WarcError(_broken_off(error)) from error
    if met == 0:
        file.seek(0)
        yield from _patiently(file)


def _refuse_endless_header(file: BinaryIO) -> None:
    """Errors: WarcError for a file that begins with more header than any has; a parser would look at it for minutes."""
    head = file.read(HEADER_BYTES)
    if head.startswith(_PACKED):
        try:
            head = zlib.decompressobj(wbits=31).decompress(head, HEADER_BYTES)
        except zlib.error as error:
            raise WarcError(_broken_off(error)) from error
    if len(head) == HEADER_BYTES and _END_OF_HEADER.search(head) is None:
        raise WarcError(f"a header of more than {HEADER_BYTES:,} bytes")
    file.seek(0)


def _fast(one: Any) -> Record:
    url = (one.headers.get("WARC-Target-URI") or "").strip("<> ")
    http = one.http_headers
    status = http.status_code if http is not None else _OK
    headers = http if http is not None else one.headers
    content_type = headers.get("Content-Type") or ""
    trouble = _trouble(status, content_type)
    content = b""
    if trouble is None:
        length = one.content_length
        content = one.reader.read(RECORD_BYTES + 1)
        is_packed = headers.get("Content-Encoding") or headers.get("Transfer-Encoding")
        if len(content) > RECORD_BYTES:
            content, trouble = b"", "warc-too-large"
        elif len(content) < length and not is_packed:
            raise WarcError(f"a record of {len(content):,} bytes where it says {length:,} ({url})")
    return Record(url, content_type, content, trouble)


def _patiently(file: BinaryIO) -> Iterator[Record]:
    try:
        for one in PatientIterator(file, arc2warc=True):
            if one.rec_type not in {"response", "resource"}:
                continue
            url = one.rec_headers.get_header("WARC-Target-URI") or ""
            http = one.http_headers
            status = int(http.get_statuscode() or 0) if http is not None else _OK
            headers = http if http is not None else one.rec_headers
            content_type = headers.get_header("Content-Type") or ""
            trouble = _trouble(status, content_type)
            content = b""
            if trouble is None:
                content = one.content_stream().read(RECORD_BYTES + 1)
                if len(content) > RECORD_BYTES:
                    content, trouble = b"", "warc-too-large"
            yield Record(url, content_type, content, trouble)
    except _BROKEN as error:
        raise WarcError(_broken_off(error)) from error


def _trouble(status: int | None, content_type: str) -> str | None:
    if status != _OK:
        return "warc-not-ok"
    return None if content_type.partition(";")[0].strip().lower() in _HTML else "warc-not-html"


def _broken_off(error: Exception) -> str:
    why = " ".join(str(error).split())[:160] or type(error).__name__
    return f"a record that cannot be read ({why})"
