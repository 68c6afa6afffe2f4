"""Every limit is written down with what happens there, and has a test."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from onrecord.ingest import limits
from onrecord.ingest.readers import READERS, SourceFile, read_file
from onrecord.ingest.readers.reader import Reader

ROOT = Path(__file__).parents[2]
LIMITS = {name: value for name, value in vars(limits).items() if name.isupper() and name != "MEGABYTE"}
TESTS = {path: path.read_text(encoding="utf-8") for path in ROOT.glob("tests/ingest/**/test_*.py")}
# One reader for each size of a file that is read at once.
AT_ONCE = {reader.byte_limit: reader for reader in READERS if reader.stream is None}


@pytest.mark.parametrize("name", LIMITS)
def test_a_limit_is_written_down_as_it_is(name: str) -> None:
    """A row of the page on inputs gives its name and its size."""
    (row,) = re.findall(rf"^\| `{name}` \| ([\d,.]+)", (ROOT / "docs" / "inputs.md").read_text("utf-8"), re.MULTILINE)
    assert float(row.replace(",", "")) == LIMITS[name]


@pytest.mark.parametrize("name", LIMITS)
def test_a_limit_has_a_test(name: str) -> None:
    """One that names it; a limit of a whole file is tested below, by its size."""
    named = any(re.search(rf"\b{name}\b", text) for text in TESTS.values())
    assert named or LIMITS[name] in AT_ONCE


@pytest.mark.parametrize("reader", AT_ONCE.values(), ids=lambda reader: reader.name)
def test_a_file_beyond_its_limit_is_refused(reader: Reader, tmp_path: Path) -> None:
    """Before it is parsed."""
    path = tmp_path / "large"
    path.write_bytes(b"x")
    with path.open("r+b") as file:
        file.truncate(reader.byte_limit + 1)
    articles, (finding,) = read_file(SourceFile(str(path), format=reader.name))
    assert (articles, finding.code) == ((), "too-large")
    assert f"{reader.byte_limit // limits.MEGABYTE} MB" in finding.message
