"""Parquet, the tables of data sets: one article a row. Needs the extra ``onrecord[parquet]``."""

from __future__ import annotations

import importlib
import importlib.util
import io
from collections.abc import Iterator
from functools import partial
from typing import BinaryIO, Final

from onrecord.ingest import limits
from onrecord.ingest.readers.first_findings import FirstFindings
from onrecord.ingest.readers.reader import Columns, Read, Reader, finding, together
from onrecord.ingest.readers.shapes import NO_COLUMNS, article_of
from onrecord.ingest.readers.unused_keys import UnusedKeys, with_last
from onrecord.ingest.records import Document, Field, Finding

_ROWS_AT_ONCE: Final = 256


def stream(
    document: Document, file: BinaryIO, fields: tuple[Field, ...], columns: Columns = NO_COLUMNS
) -> Iterator[Read]:
    """Read a table some rows at a time; its columns are told as those of other tables.

    Out: a piece a row: its article, or the finding that says why there is none; one finding where the extra is missing.
    """
    if importlib.util.find_spec("pyarrow") is None:
        remedy = "install it with `pip install 'onrecord[parquet]'`"
        yield (), (finding("parquet-missing", document.path, "a Parquet file", "the extra that reads it", remedy),)
        return
    unused = UnusedKeys(document.path, columns)
    yield from with_last(_rows(document, file, fields, columns, unused), unused)


def _rows(
    document: Document, file: BinaryIO, fields: tuple[Field, ...], columns: Columns, unused: UnusedKeys
) -> Iterator[Read]:
    arrow, parquet = importlib.import_module("pyarrow"), importlib.import_module("pyarrow.parquet")
    findings = FirstFindings(document.path, "row")
    number = row_number = 0
    try:
        for batch in parquet.ParquetFile(file).iter_batches(batch_size=_ROWS_AT_ONCE):
            for row in batch.to_pylist():
                row_number += 1
                article = article_of(row, document, number + 1, fields, columns)
                if isinstance(article, Finding):
                    yield from findings.met(article, row_number)
                else:
                    number += 1
                    unused.met(row, article)
                    yield (article,), ()
    except (arrow.ArrowException, OSError, ValueError) as error:
        why = " ".join(str(error).split())[:160]
        broken = finding(
            "table-broken", document.path, f"Parquet that cannot be read ({why})", "a table", "write it anew"
        )
        yield from findings.met(broken, row_number)
    yield from findings.rest(number)


def read(document: Document, data: bytes, fields: tuple[Field, ...], columns: Columns = NO_COLUMNS) -> Read:
    """Read the rows of a table that is at hand, as ``stream`` does."""
    return together(stream(document, io.BytesIO(data), fields, columns))


def _recognises(_name: str, head: bytes) -> bool:
    return head.startswith(b"PAR1")


def with_columns(columns: Columns) -> Reader:
    """The reader that takes these columns."""
    return Reader(
        "parquet",
        "a Parquet table of articles (with the extra onrecord[parquet])",
        limits.JSON_BYTES,
        _recognises,
        partial(read, columns=columns) if columns else read,
        partial(stream, columns=columns) if columns else stream,
        with_columns,
    )


PARQUET: Final = with_columns(NO_COLUMNS)
