"""Tables of articles: a head with the columns' names, one article a row (CSV, TSV)."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterator
from functools import partial
from pathlib import PurePath
from typing import BinaryIO, Final

from onrecord.ingest import limits
from onrecord.ingest.readers.encodings import advice, marked_encoding
from onrecord.ingest.readers.first_findings import FirstFindings
from onrecord.ingest.readers.reader import Columns, Read, Reader, finding, together
from onrecord.ingest.readers.shapes import NO_COLUMNS, article_of
from onrecord.ingest.readers.signatures import known_format
from onrecord.ingest.readers.unused_keys import UnusedKeys, with_last
from onrecord.ingest.records import Document, Field, Finding

_SUFFIXES: Final = frozenset({".csv", ".tsv", ".tab"})
_START: Final = 16_384  # bytes in which a table of more than one line shows how its lines end
csv.field_size_limit(limits.LINE_BYTES)


def stream(
    document: Document, file: BinaryIO, fields: tuple[Field, ...], columns: Columns = NO_COLUMNS
) -> Iterator[Read]:
    """Read a table row by row.

    Out: a piece a row: its article, or the finding that says why there is none; the first findings one by one, the
    rest counted.
    Unsure: commas, semicolons and tabs are told by the head; a row with more cells than the head, or with bytes that
    are no UTF-8, is a finding, and the next is read. UTF-16 is read where the file begins with its mark.
    """
    unused = UnusedKeys(document.path, columns)
    return with_last(_stream(document, file, fields, columns, unused), unused)


def _stream(
    document: Document, file: BinaryIO, fields: tuple[Field, ...], columns: Columns, unused: UnusedKeys
) -> Iterator[Read]:
    lines = _Lines(file)
    table = csv.reader(lines, delimiter=_delimiter(lines.first))
    findings = FirstFindings(document.path, "line")
    number = 0
    try:
        head = [cell.strip() for cell in next(table, [])]
        if lines.spoilt is not None:
            yield from findings.met(_not_utf8(lines, document), 1)
        for cells in table:
            if any(cells):
                row = _row(head, cells, lines, document)
                article = row if isinstance(row, Finding) else article_of(row, document, number + 1, fields, columns)
                if isinstance(article, Finding):
                    yield from findings.met(article, table.line_num)
                else:
                    number += 1
                    if not isinstance(row, Finding):
                        unused.met(row, article)
                    yield (article,), ()
    except (csv.Error, UnicodeError) as error:
        found = f"a table that cannot be read ({str(error)[:160]})"
        broken = finding("table-broken", document.path, found, "UTF-8, a row an article", "correct it")
        yield from findings.met(broken, table.line_num + 1)
    yield from findings.rest(number)


class _Lines:
    """The lines of a table as text. ``spoilt``: what to do about a line since asked that cannot be read, or None."""

    def __init__(self, file: BinaryIO) -> None:
        start = file.read(_START)
        file.seek(0)
        encoding = marked_encoding(start)
        is_of_a_mac = b"\r" in start and b"\n" not in start
        is_narrow = encoding.startswith("utf-8") and not is_of_a_mac
        self.spoilt: str | None = None
        self._lines = self._narrow(file) if is_narrow else self._wide(file, encoding)
        self.first = next(self._lines, "")

    def __iter__(self) -> Iterator[str]:
        yield self.first
        yield from self._lines

    def _wide(self, file: BinaryIO, encoding: str) -> Iterator[str]:
        lines = io.TextIOWrapper(file, encoding, "replace", newline="")
        try:
            for line in lines:
                if "\ufffd" in line:
                    self.spoilt = "save the table anew as UTF-8"
                yield line
        finally:
            lines.detach()

    def _narrow(self, file: BinaryIO) -> Iterator[str]:
        """UTF-8, each line for itself: a broken one spoils its own row and no other."""
        mark = codecs.BOM_UTF8
        while line := file.readline(limits.LINE_BYTES + 1):
            try:
                yield line.removeprefix(mark).decode() if mark else line.decode()
            except UnicodeDecodeError:
                self.spoilt = advice(line)
                yield line.decode("utf-8", "replace")
            mark = b""


def _row(head: list[str], cells: list[str], lines: _Lines, document: Document) -> dict[str, str] | Finding:
    if lines.spoilt is not None:
        return _not_utf8(lines, document)
    if len(cells) > len(head):
        found = f"{len(cells)} cells where the head has {len(head)}"
        return finding("cells", document.path, found, "a cell a column", "put quote marks around cells with commas")
    return {name: cell for name, cell in zip(head, cells, strict=False) if cell}


def _not_utf8(lines: _Lines, document: Document) -> Finding:
    remedy, lines.spoilt = lines.spoilt or "", None
    return finding("not-utf8", document.path, "bytes that cannot be read", "UTF-8", remedy)


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
