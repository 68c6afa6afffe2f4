"""Every reader is described, documented and has a case; a newcomer without them fails here."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from onrecord.ingest.readers import READERS, read_bytes
from onrecord.ingest.readers.reader import Reader

CASES = Path(__file__).parents[2] / "cases" / "readers"


@pytest.mark.parametrize("reader", READERS, ids=lambda reader: reader.name)
def test_a_reader_has_docstring_description_and_case(reader: Reader) -> None:
    """The case is tests/cases/readers/NAME/input.* with the expected.json beside it."""
    module = sys.modules[reader.read.__module__]
    assert module.__doc__, f"{module.__name__} needs a docstring"
    assert reader.read.__doc__, f"{reader.name}: its read function needs a docstring"
    assert reader.description, f"{reader.name} needs a description"
    assert reader.byte_limit > 0
    folder = CASES / reader.name
    assert (folder / "expected.json").is_file(), f"add tests/cases/readers/{reader.name}/input.* and expected.json"


@pytest.mark.parametrize("reader", READERS, ids=lambda reader: reader.name)
def test_a_readers_case_is_read_as_expected(reader: Reader) -> None:
    """By that reader and no other: text, and where the format has them fields and kinds."""
    if reader.name == "parquet":
        pytest.importorskip("pyarrow", reason="the extra onrecord[parquet] is not installed")
    folder = CASES / reader.name
    (case,) = folder.glob("input.*")
    expected = json.loads((folder / "expected.json").read_text(encoding="utf-8"))
    articles, findings = read_bytes(case.name, case.read_bytes())
    assert {article.document.format for article in articles} == {reader.name}
    assert [article.text for article in articles] == expected["articles"]
    assert [finding.code for finding in findings] == expected["findings"]
    said = [{field.name: field.value for field in reversed(article.fields)} for article in articles]
    assert said == expected.get("fields", said)
    told = [[[kind, span.of(article.text)] for span, kind, _ in article.kinds] for article in articles]
    assert told == expected.get("kinds", told)
    assert [article.number for article in articles] == list(range(1, len(articles) + 1))


def test_names_are_unique() -> None:
    """A document's format is the name of one reader."""
    assert len({reader.name for reader in READERS}) == len(READERS)
