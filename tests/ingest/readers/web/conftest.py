"""Pages, feeds and archives made for the tests."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Callable

import pytest

WORDS = "The ferry to Sandvik left the harbour at six on Friday morning with eleven passengers and a crate of hens."

Warc = Callable[..., bytes]


@pytest.fixture
def page() -> Callable[[str], bytes]:
    """A page with one article."""

    def make(title: str) -> bytes:
        body = "".join(f"<p>{title}, part {n}. {WORDS}</p>" for n in range(1, 4))
        return f"<!DOCTYPE html><html><body><article><h1>{title}</h1>{body}</article></body></html>".encode()

    return make


@pytest.fixture
def warc() -> Warc:
    """A WARC file of answers: pairs of address and body; ``packed``: each record a gzip member, as crawlers do."""

    def make(
        *answers: tuple[str, bytes], packed: bool = False, content_type: str = "text/html", headers: str = ""
    ) -> bytes:
        records = [_record(url, body, content_type, headers) for url, body in answers]
        return b"".join(gzip.compress(record, mtime=0) if packed else record for record in records)

    return make


def _record(url: str, body: bytes, content_type: str, headers: str) -> bytes:
    answer = f"HTTP/1.1 200 OK\r\nContent-Type: {content_type}\r\n{headers}\r\n".encode() + body
    head = (
        f"WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2024-05-03T08:20:00Z\r\n"
        f"WARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-{zlib.crc32(url.encode()):012d}>\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(answer)}\r\n\r\n"
    )
    return head.encode() + answer + b"\r\n\r\n"
