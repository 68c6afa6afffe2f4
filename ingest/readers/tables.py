"""A folder's metadata table: one row a file, its name in the column ``file``, its fields in the others.

A row that cannot be used costs one article its metadata. A table that cannot be used costs all of them, so it is told
as a file that could not be read.
"""

from __future__ import annotations

import csv
import io
import json
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import Final

from onrecord.ingest.metadata import as_text, fields_of
from onrecord.ingest.readers.encodings import advice, marked_encoding
from onrecord.ingest.readers.names import is_regular, is_there, written
from onrecord.ingest.records import Field, Finding

TABLE_NAMES: Final = ("metadata.csv", "metadata.tsv", "metadata.jsonl")
# What the column with the files' names may be called, in any case, best first.
_FILE_COLUMNS: Final = ("file", "filename", "file_name", "path", "filepath", "file_path")
_SECOND: Final = "a second row"
_EXPECTED: Final = "one row a file with its name under `file`"

# One row: its line in the table, and its values, or a sentence part saying what is wrong with it.
_Row = tuple[int, Mapping[str, object] | str]


class _UnusableError(Exception):
    """No row of a table can be used; ``str(error)`` says why, in words that fit before "found"."""


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
    Errors: none; a row or table that cannot be used is a finding, and the sound rows are used.
    """
    paths = [folder / name for name in TABLE_NAMES]
    return tables_of(
        [(written(path), path.read_bytes) for path in paths if is_regular(path)], lambda file: is_there(folder / file)
    )


def tables_of(given: Sequence[tuple[str, Callable[[], bytes]]], has: Callable[[str], bool]) -> Table:
    """The same of tables wherever they lie.

    In: each table's name as findings should have it, and what gives its bytes; whether a path below the tables' folder
    leads to a file.
    """
    rows: dict[str, tuple[Field, ...]] = {}
    findings = [found for name, load in given for found in _findings(name, load, rows, has)]
    return Table(rows, tuple(findings))


def _findings(
    name: str, load: Callable[[], bytes], rows: dict[str, tuple[Field, ...]], has: Callable[[str], bool]
) -> Iterator[Finding]:
    """Put the rows of a table in their places; findings for what cannot be used."""
    known, broken = len(rows), []
    try:
        for line, row in _rows(PurePath(name).suffix, load):
            trouble = row if isinstance(row, str) else _take(row, rows, has)
            if trouble:
                broken.append((line, trouble))
    except _UnusableError as error:
        yield _unusable(name, str(error))
        return
    if broken and len(rows) == known and not any(trouble.startswith(_SECOND) for _, trouble in broken):
        line, trouble = broken[0]
        yield _unusable(name, f"of {len(broken)} rows none; line {line}: {trouble}")
    else:
        yield from (_broken(name, line, trouble) for line, trouble in broken)


def _unusable(name: str, why: str) -> Finding:
    message = f"{name}: a metadata table that cannot be used found ({why}), {_EXPECTED} expected; "
    return Finding("table-unusable", message + "correct it, the articles are read without it.", name)


def _broken(name: str, line: int, trouble: str) -> Finding:
    message = f"{name}, line {line}: {trouble}, {_EXPECTED} expected; correct it, its other rows are used."
    return Finding("table-broken", message, name)


def _take(row: Mapping[str, object], rows: dict[str, tuple[Field, ...]], has: Callable[[str], bool]) -> str | None:
    """Put a row in its place; the answer says what is wrong with it, if anything is."""
    column = _file_column(row)
    file = as_text(row.get(column)) if column else None
    if file is None:
        return "a row without `file` found"
    key = _folded(file)
    if key in rows:
        return f"{_SECOND} for {file!r} found (the first counts)"
    if not any(has(spelled) for spelled in (file, key, unicodedata.normalize("NFD", key))):
        return f"a row for {file[:100]!r} found, but no such file"
    rows[key] = fields_of(row, "table")
    return None


def _rows(suffix: str, load: Callable[[], bytes]) -> Iterator[_Row]:
    """The rows of a table, each with its line, broken ones as words. Errors: _UnusableError."""
    try:
        data = load()
        encoding = marked_encoding(data[:4])
        text = data.decode(encoding).removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        found = f"it is not UTF-8 at byte {error.start}; {advice(data)}"
        raise _UnusableError(found if encoding.startswith("utf-8") else f"it is broken {encoding.upper()}") from None
    except (OSError, ValueError) as error:
        raise _UnusableError(f"it cannot be read: {getattr(error, 'strerror', None) or error}") from None
    yield from _json_rows(text) if suffix == ".jsonl" else _cell_rows(text, is_tabbed=suffix == ".tsv")


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
        if _file_column(head) is None:
            raise _UnusableError(f"no column `file` among {', '.join(map(repr, head))[:200] or 'none'}")
        for cells in table:
            if any(cells):
                fits = len(cells) <= len(head)
                wrong = f"{len(cells)} cells found where the head has {len(head)}"
                yield table.line_num, dict(zip(head, cells, strict=False)) if fits else wrong
    except csv.Error as error:
        yield table.line_num, f"a row that is not comma-separated found ({error})"


def _file_column(names: Iterable[str]) -> str | None:
    """Which of a table's columns or keys holds the file's name: the best of those it may be called, or None."""
    folded = {name.strip().lower().replace("-", "_").replace(" ", "_"): name for name in names}
    return next((folded[name] for name in _FILE_COLUMNS if name in folded), None)


def _folded(path: str) -> str:
    """A path as it is compared: with forward slashes, and letters composed, as file systems differ there."""
    return unicodedata.normalize("NFC", path.replace("\\", "/").removeprefix("./"))
