"""Whether a WARC of any size is read in the memory of one page: peak memory and pages a second, gigabyte by gigabyte.

    python benchmarks/warc_memory.py [GIGABYTES]

The file is made by repetition in the system's folder for temporary files: a page of tests/cases, then two megabytes of
picture, over and over, as a crawl of a news site has them. Five gigabytes are made unless told otherwise.
"""

from __future__ import annotations

import resource
import sys
import tempfile
import time
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from onrecord.ingest.readers import SourceFile, read_stream

PAGE = Path(__file__).parents[1] / "tests" / "cases" / "readers" / "html" / "input.html"
PICTURE_BYTES = 2_000_000
GIGABYTE = 1_000_000_000


def main() -> int:
    """Make the file, read it, print a line a gigabyte."""
    gigabytes = float(sys.argv[1]) if len(sys.argv) > 1 else 5.0
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "crawl.warc"
        pages = _make(path, int(gigabytes * GIGABYTE))
        print(f"{path.stat().st_size / GIGABYTE:.1f} GB, {pages} pages; memory before {_memory():.0f} MB")
        started = time.monotonic()
        articles = 0
        step = max(1, pages // max(1, round(gigabytes)))
        for found, _ in read_stream(SourceFile(path.as_posix())):
            articles += len(found)
            if found and articles % step == 0:
                print(f"{articles:7d} articles  {time.monotonic() - started:6.1f} s  peak memory {_memory():.0f} MB")
        print(f"{articles} articles of {pages} pages, peak memory {_memory():.0f} MB")
    return 0 if articles == pages else 1


def _make(path: Path, byte_count: int) -> int:
    page, picture = PAGE.read_bytes(), bytes(PICTURE_BYTES)
    pages = 0
    with path.open("wb") as file:
        while file.tell() < byte_count:
            pages += 1
            url = f"https://harbourtimes.example/{pages}"
            write_response(file, url, "text/html; charset=utf-8", page)
            write_response(file, url + ".png", "image/png", picture)
    return pages


def write_response(file: BinaryIO, url: str, content_type: str, body: bytes, *, gzipped: bool = False) -> None:
    """One record of a crawl at the end of ``file``: what a server answered with for ``url``."""
    writer = WARCWriter(file, gzip=gzipped)
    headers = StatusAndHeaders("200 OK", [("Content-Type", content_type)], protocol="HTTP/1.1")
    writer.write_record(writer.create_warc_record(url, "response", payload=BytesIO(body), http_headers=headers))


def _memory() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    sys.exit(main())
