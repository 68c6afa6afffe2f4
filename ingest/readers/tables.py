"""A folder's metadata table: one row a file, its name in the column ``file``, its fields in the others."""

from __future__ import annotations

import csv
import io
import json
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from onrecord.ingest.metadata import as_text, fields_of
from onrecord.ingest.readers.names import is_regular, is_there, written
from onrecord.ingest.records import Field, Finding

TABLE_NAMES: Final = ("metadata.csv", "metadata.tsv", "metadata.jsonl")
_FILE_COLUMN: Final = "file"

# One row: its line in the table, and its values, or a sentence part saying what is wrong with it.
_Row = tuple[int, Mapping[str, object] | str]


@dataclass(frozen=True, slots=True)
class Table:
    """What a folder's tables say. ``rows``: path below the folder -> fields."""

    rows: Mapping[str, tuple[Field, ...]]
    findings: tuple[Finding, ...]

    def fields_for(self, path: str) -> tuple[Field, ...]:
        """The fields of a file, its path given from the table's folder on, with forward slashes."""
        return self.rows.get(_folded(path), ())


def is_table(name: str) -> bool:
    """True for the name of a metadata table."""
    return name in TABLE_NAMES


def read_tables(folder: Path) -> Table:
    """What the metadata tables of one folder say of the files below it.

    Out: the fields a file, the first row that names it counting; findings for rows that cannot be used.
    Errors: none; a broken table is a finding, and its sound rows are used.
    """
    rows: dict[str, tuple[Field, ...]] = {}
    findings: list[Finding] = []
    for name in TABLE_NAMES:
        path = folder / name
        if is_regular(path):
            for line, row in _rows(path):
                trouble = row if isinstance(row, str) else _take(row, rows, folder)
                if trouble:
                    findings.append(_broken(path, line, trouble))
    return Table(rows, tuple(findings))


def _take(row: Mapping[str, object], rows: dict[str, tuple[Field, ...]], folder: Path) -> str | None:
    """Put a row in its place; the answer says what is wrong with it, if anything is."""
    file = as_text(row.get(_FILE_COLUMN))
    if file is None:
        return f"a row without `{_FILE_COLUMN}` found"
    key = _folded(file)
    if key in rows:
        return f"a second row for {file!r} found (the first counts)"
    if not any(is_there(folder / spelled) for spelled in (file, key, unicodedata.normalize("NFD", key))):
        return f"a row for {file[:100]!r} found, but no such file"
    rows[key] = fields_of(row, "table")
    return None


def _rows(path: Path) -> Iterator[_Row]:
    """The rows of a table, each with its line, broken ones as words."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        yield 1, f"the table cannot be read ({error.strerror})"
    except UnicodeDecodeError as error:
        yield 1, f"the table is not UTF-8 at byte {error.start}"
    else:
        yield from _json_rows(text) if path.suffix == ".jsonl" else _cell_rows(text, is_tabbed=path.suffix == ".tsv")


def _json_rows(text: str) -> Iterator[_Row]:
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            try:
                row = json.loads(line)
            except (ValueError, RecursionError):
                row = None
            yield number, row if isinstance(row, dict) else "a line that is no JSON object found"


def _cell_rows(text: str, *, is_tabbed: bool) -> Iterator[_Row]:
    first_line = text.partition("\n")[0]
    # Spreadsheets of half of Europe write semicolons into a file they call comma-separated.
    comma = ";" if ";" in first_line and "," not in first_line else ","
    table = csv.reader(io.StringIO(text, newline=""), delimiter="\t" if is_tabbed else comma)
    try:
        head = [cell.strip().lower() for cell in next(table, [])]
        if _FILE_COLUMN not in head:
            yield 1, f"no column `{_FILE_COLUMN}` found among {', '.join(map(repr, head)) or 'none'}"
            return
        for cells in table:
            if any(cells):
                fits = len(cells) <= len(head)
                wrong = f"{len(cells)} cells found where the head has {len(head)}"
                yield table.line_num, dict(zip(head, cells, strict=False)) if fits else wrong
    except csv.Error as error:
        yield table.line_num, f"a row that is not comma-separated found ({error})"


def _folded(path: str) -> str:
    """A path as it is compared: with forward slashes, and letters composed, as file systems differ there."""
    return unicodedata.normalize("NFC", path.replace("\\", "/").removeprefix("./"))


def _broken(path: Path, line: int, trouble: str) -> Finding:
    name = written(path)
    message = (
        f"{name}, line {line}: {trouble}, one row a file with its name under `{_FILE_COLUMN}` expected; "
        "correct it, the articles are read without it."
    )
    return Finding("table-broken", message, name)
