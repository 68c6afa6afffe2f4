"""The class of a cue goes from the text to the database and to the JSON lines."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, get_args

from onrecord.ingest.quotes.cue_class import SPEECH_CLASSES, cue_class
from onrecord.ingest.records import CueClass
from onrecord.schema.quotes import CUE_CLASSES


def test_database_knows_the_same_classes() -> None:
    """The records and the tables list the same classes in the same order, speech first."""
    assert get_args(CueClass) == CUE_CLASSES
    assert set(CUE_CLASSES[: len(SPEECH_CLASSES)]) == SPEECH_CLASSES


def test_stored_class_is_that_of_the_cue(
    seeds_corpus: Path, rows: Callable[[Path, str], list[tuple[Any, ...]]]
) -> None:
    """Every quote with a cue has the class of its cue, in the table and in the view."""
    stored = rows(seeds_corpus, "SELECT cue, cue_class FROM quotes ORDER BY quote_id")
    assert [known for _, known in stored] == [cue_class(cue) if cue else None for cue, _ in stored]
    assert "says" in {known for _, known in stored}
    assert rows(seeds_corpus, "SELECT cue, cue_class FROM said ORDER BY quote_id") == stored


def test_extracted_class_is_that_of_the_cue(onrecord: Callable[..., Any], seeds: Path) -> None:
    """The JSON lines carry the class beside the cue's place."""
    articles = [json.loads(line) for line in onrecord("extract", seeds).out.splitlines()]
    found = [(article["text"], quote) for article in articles for quote in article["quotes"]]
    expected = [
        None if quote["cue_start"] is None else cue_class(text[quote["cue_start"] : quote["cue_end"]])
        for text, quote in found
    ]
    assert [quote["cue_class"] for _, quote in found] == expected
    assert "says" in expected
