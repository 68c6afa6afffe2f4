"""The page for contributors shows a reader that works."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from onrecord.ingest.readers.reader import Reader
from onrecord.ingest.records import Document

PAGE = Path(__file__).parents[3] / "docs" / "contributing-readers.md"


def test_the_reader_of_the_page_reads_what_the_page_says() -> None:
    """In under 40 lines, and the expected result beside it is what it gives."""
    (source,) = re.findall(r"```python\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    (expected,) = re.findall(r"```json\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    assert len(source.splitlines()) < 40
    names: dict[str, Any] = {"__name__": "sandvik"}
    exec(compile(source, "sandvik.py", "exec"), names)  # noqa: S102 - the page's own words
    reader: Reader = names["SANDVIK"]
    data = b"SANDVIK The ferry|2024-05-03\nThe ferry sails again.\n"
    assert reader.recognises("input.txt", data)
    articles, findings = reader.read(Document("input.txt", reader.name, "", len(data)), data, ())
    found = {
        "articles": [article.text for article in articles],
        "fields": [{field.name: field.value for field in article.fields} for article in articles],
        "findings": [finding.code for finding in findings],
    }
    assert found == json.loads(expected)
