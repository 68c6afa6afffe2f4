"""Tables of articles: a head with the columns' names, one article a row (CSV, TSV)."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from functools import partial
from pathlib import PurePath
from typing import BinaryIO, Final

from onrecord.ingest import limits
from onrecord.ingest.readers.first_findings import FirstFindings
from onrecord.ingest.readers.reader import Columns, Read, Reader, finding, together
from onrecord.ingest.readers.shapes import NO_COLUMNS, article_of
from onrecord.ingest.readers.signatures import known_format
from onrecord.ingest.records import Document, Field, Finding, SourceArticle

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
    findings = FirstFindings(document.path, "line")
    number = 0
    try:
        head = [cell.strip() for cell in next(table, [])]
        for cells in table:
            if any(cells):
                article = _article(head, cells, document, number + 1, fields, columns)
                if isinstance(article, Finding):
                    yield from findings.met(article, table.line_num)
                else:
                    number += 1
                    yield (article,), ()
    except (csv.Error, UnicodeDecodeError) as error:
        found = f"a table that cannot be read ({str(error)[:160]})"
        broken = finding("table-broken", document.path, found, "UTF-8, a row an article", "correct it")
        yield from findings.met(broken, table.line_num + 1)
    lines.detach()
    yield from findings.rest(number)


def _article(
    head: list[str], cells: list[str], document: Document, number: int, fields: tuple[Field, ...], columns: Columns
) -> SourceArticle | Finding:
    if len(cells) > len(head):
        found = f"{len(cells)} cells where the head has {len(head)}"
        return finding("cells", document.path, found, "a cell a column", "put quote marks around cells with commas")
    row = {name: cell for name, cell in zip(head, cells, strict=False) if cell}
    return article_of(row, document, number, fields, columns)


def read(document: Document, data: bytes, fields: tuple[Field, ...], columns: Columns = NO_COLUMNS) -> Read:
    """Read the rows of a table that is at hand, as ``stream`` does."""
    return together(stream(document, io.BytesIO(data), fields, columns))


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
