"""Tables of articles: a head with the columns' names, one article a row (CSV, TSV)."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from functools import partial
from pathlib import PurePath
from typing import BinaryIO, Final

from onrecord.ingest.readers import limits
from onrecord.ingest.readers.reader import Columns, Read, Reader, finding
from onrecord.ingest.readers.shapes import NO_COLUMNS, article_of
from onrecord.ingest.readers.signatures import known_format
from onrecord.ingest.records import Document, Field, Finding

_SUFFIXES: Final = frozenset({".csv", ".tsv", ".tab"})
csv.field_size_limit(limits.LINE_BYTES)


def stream(
    document: Document, file: BinaryIO, fields: tuple[Field, ...], columns: Columns = NO_COLUMNS
) -> Iterator[Read]:
    """Read a table row by row.

    Out: a piece a row: its article, or the finding that says why there is none; the first findings one by one, the
    rest counted.
    Unsure: commas, semicolons and tabs are told by the head; a row with more cells than the head is a finding.
    """
    first = file.readline(limits.LINE_BYTES)
    file.seek(0)
    lines = io.TextIOWrapper(file, "utf-8-sig", newline="")
    table = csv.reader(lines, delimiter=_delimiter(first.decode("utf-8", "replace")))
    number = told = untold = 0
    trouble: Finding | None
    try:
        head = [cell.strip() for cell in next(table, [])]
        for cells in table:
            if not any(cells):
                continue
            if len(cells) > len(head):
                trouble = finding("cells", document.path, f"{len(cells)} cells where the head has {len(head)}",
                                  "a cell a column", "put quote marks around cells with commas")  # fmt: skip
            else:
                row = {name: cell for name, cell in zip(head, cells, strict=False) if cell}
                article = article_of(row, document, number + 1, fields, columns)
                trouble = article if isinstance(article, Finding) else None
                if not isinstance(article, Finding):
                    number += 1
                    yield (article,), ()
            if trouble and told < limits.LINE_FINDINGS:
                told += 1
                message = trouble.message.replace(f"{document.path}:", f"{document.path}, line {table.line_num}:", 1)
                yield (), (Finding(trouble.code, message, document.path),)
            elif trouble:
                untold += 1
    except (csv.Error, UnicodeDecodeError) as error:
        told += 1
        yield (), (finding("table-broken", document.path, f"a table that cannot be read after line {table.line_num} "
                           f"({error})"[:300], "UTF-8, a row an article", "correct it"),)  # fmt: skip
    lines.detach()
    if untold:
        yield (), (finding("more-lines-unread", document.path, f"{untold:,} more rows without an article",
                           "an article a row", "see the rows told before"),)  # fmt: skip
    if not number and not told:
        yield (), (finding("empty", document.path, "a table without rows", "articles", "remove or fill it"),)


def read(document: Document, data: bytes, fields: tuple[Field, ...], columns: Columns = NO_COLUMNS) -> Read:
    """Read the rows of a table that is at hand, as ``stream`` does."""
    pieces = list(stream(document, io.BytesIO(data), fields, columns))
    return tuple(a for articles, _ in pieces for a in articles), tuple(f for _, found in pieces for f in found)


def _delimiter(head: str) -> str:
    """The sign between cells: the one that the head has most of."""
    return max((",", ";", "\t"), key=head.count)


def recognises(name: str, head: bytes) -> bool:
    """True by the name's ending, for what is no other known format: any text could be a table."""
    return PurePath(name).suffix.lower() in _SUFFIXES and known_format(head) is None


def with_columns(columns: Columns) -> Reader:
    """The reader that takes these columns."""
    return Reader(
        "table",
        "a table of articles with a head (.csv, .tsv)",
        limits.JSON_BYTES,
        recognises,
        partial(read, columns=columns) if columns else read,
        partial(stream, columns=columns) if columns else stream,
        with_columns,
    )


TABLE: Final = with_columns(NO_COLUMNS)
