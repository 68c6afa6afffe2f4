"""JSON lines: one article a line, as scrapers write them. The file may be larger than memory."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from functools import partial
from typing import Any, BinaryIO, Final

from onrecord.ingest import limits
from onrecord.ingest.readers.first_findings import FirstFindings
from onrecord.ingest.readers.reader import Columns, Read, Reader, finding, together
from onrecord.ingest.readers.shapes import NO_COLUMNS, article_of
from onrecord.ingest.readers.unused_keys import UnusedKeys, with_last
from onrecord.ingest.records import Document, Field, Finding


def stream(
    document: Document, file: BinaryIO, fields: tuple[Field, ...], columns: Columns = NO_COLUMNS
) -> Iterator[Read]:
    """Read a file line by line; blank lines are passed over.

    Out: a piece a line: its article, or the finding that says why there is none. After the first findings the rest
    are counted and told together.
    """
    unused = UnusedKeys(document.path, columns)
    return with_last(_stream(document, file, fields, columns, unused), unused)


def _stream(
    document: Document, file: BinaryIO, fields: tuple[Field, ...], columns: Columns, unused: UnusedKeys
) -> Iterator[Read]:
    findings = FirstFindings(document.path, "line")
    number = line_number = 0
    while line := file.readline(limits.LINE_BYTES + 1):
        line_number += 1
        if not line.strip():
            continue
        row = _row(document, line, line_number)
        while len(line) > limits.LINE_BYTES and not line.endswith(b"\n"):  # to the end of a line that is too long
            line = file.readline(limits.LINE_BYTES + 1)
        article = row if isinstance(row, Finding) else article_of(row, document, number + 1, fields, columns)
        if isinstance(article, Finding):
            yield from findings.met(article, line_number)
        else:
            number += 1
            if not isinstance(row, Finding):
                unused.met(row, article)
            yield (article,), ()
    yield from findings.rest(number)


def read(document: Document, data: bytes, fields: tuple[Field, ...], columns: Columns = NO_COLUMNS) -> Read:
    """Read the lines of a file that is at hand, as ``stream`` does."""
    return together(stream(document, io.BytesIO(data), fields, columns))


def _row(document: Document, line: bytes, number: int) -> dict[str, Any] | Finding:
    if len(line) > limits.LINE_BYTES:
        limit = f"at most {limits.LINE_BYTES // limits.MEGABYTE} MB a line"
        return finding("line-too-large", document.path, "a longer line", limit, "split the file into articles")
    try:
        row = json.loads(line.removeprefix(b"\xef\xbb\xbf") if number == 1 else line)
    except (ValueError, RecursionError) as error:
        why = str(error)[:120] if isinstance(error, ValueError) else "too deeply nested"
        return finding("not-json", document.path, f"a line that is no JSON ({why})", "one object a line", "mend it")
    if isinstance(row, dict):
        return row
    return finding("not-an-article-line", document.path, "JSON that is no object", "one object a line", "mend it")


def recognises(name: str, head: bytes) -> bool:
    """True for a first line that is one whole JSON object with another line after it, or for the name's ending."""
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if not start.startswith(b"{"):
        return False
    first, line_end, rest = start.partition(b"\n")
    if line_end:
        return first.rstrip().endswith(b"}") and (rest.lstrip()[:1] in {b"{", b""})
    return name.lower().endswith((".jsonl", ".ndjson", ".jsonlines", ".jl"))


def with_columns(columns: Columns) -> Reader:
    """The reader that takes these columns."""
    return Reader(
        "jsonl",
        "JSON lines, one article a line (.jsonl, .ndjson)",
        limits.JSON_BYTES,
        recognises,
        partial(read, columns=columns) if columns else read,
        partial(stream, columns=columns) if columns else stream,
        with_columns,
    )


JSON_LINES: Final = with_columns(NO_COLUMNS)
