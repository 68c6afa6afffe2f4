"""The hand-labelled passages still lie where they were labelled: digests, bounds, excerpts and the mix of genres."""

from __future__ import annotations

import gzip
import hashlib
import json
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import pytest

INPUTS = Path(__file__).parents[3] / "shared" / "data" / "inputs"
PASSAGES: list[dict[str, Any]] = [
    json.loads(line) for line in (Path(__file__).parent / "passages.jsonl").read_text(encoding="utf-8").splitlines()
]
AT_LEAST = {
    "british single quotes": 12,
    "agency copy": 10,
    "interview": 8,
    "court and crime": 8,
    "live blog": 6,
    "other": 10,
}

each_passage = pytest.mark.parametrize("passage", PASSAGES, ids=lambda passage: str(passage["id"]))
needs_texts = pytest.mark.skipif(
    not INPUTS.is_dir(), reason="the publishers' texts are not here (../shared/data/inputs)"
)


@cache
def texts_of(file: str, field: str) -> dict[str, str]:
    """The texts of one file of articles by article id."""
    content = (INPUTS / file).read_bytes()
    lines = (gzip.decompress(content) if file.endswith(".gz") else content).decode().splitlines()
    return {row["id"]: row[field] for row in map(json.loads, lines)}


def text_of(passage: dict[str, Any]) -> str:
    """The passage as its publisher printed it."""
    place = passage["source"]
    return texts_of(place["file"], place["field"])[place["article"]][passage["start"] : passage["end"]]


def spans_of(passage: dict[str, Any]) -> list[tuple[int, int]]:
    """All labelled spans of a passage."""
    return [
        (start, end)
        for attribution in passage["attributions"]
        for part in ("source", "cue", "content")
        for start, end in attribution[part]
    ]


def test_there_are_enough_passages_of_every_genre() -> None:
    """At least 60 passages, each with an identifier of its own, and no genre below its share."""
    genres = Counter(passage["genre"] for passage in PASSAGES)
    assert len({passage["id"] for passage in PASSAGES}) == len(PASSAGES) >= 60
    assert {genre: genres[genre] >= least for genre, least in AT_LEAST.items()} == dict.fromkeys(genres, True)


@each_passage
def test_spans_are_not_empty_and_lie_in_the_passage(passage: dict[str, Any]) -> None:
    """Half-open code points relative to the passage; every attribution has content."""
    length = passage["end"] - passage["start"]
    assert all(attribution["content"] for attribution in passage["attributions"])
    assert all(0 <= start < end <= length for start, end in spans_of(passage))


@each_passage
def test_excerpts_stay_short(passage: dict[str, Any]) -> None:
    """No more than eight words of a publisher's text stand beside a label."""
    assert all(1 <= len(attribution["excerpt"].split()) <= 8 for attribution in passage["attributions"])


@needs_texts
@each_passage
def test_the_digest_is_that_of_the_text(passage: dict[str, Any]) -> None:
    """The labels were made on this very text."""
    assert hashlib.sha256(text_of(passage).encode()).hexdigest() == passage["sha256"]


@needs_texts
@each_passage
def test_each_excerpt_opens_its_content(passage: dict[str, Any]) -> None:
    """The offsets point at the words that were meant."""
    text = text_of(passage)
    for attribution in passage["attributions"]:
        start, end = attribution["content"][0]
        assert " ".join(text[start:end].split()[:8]) == attribution["excerpt"]


@needs_texts
@each_passage
def test_spans_end_at_word_boundaries(passage: dict[str, Any]) -> None:
    """No label cuts a word in two, and none starts or ends with white space."""
    text = f" {text_of(passage)} "
    for start, end in spans_of(passage):
        assert text[start + 1 : end + 1] == text[start + 1 : end + 1].strip()
        assert not (text[start].isalnum() and text[start + 1].isalnum())
        assert not (text[end].isalnum() and text[end + 1].isalnum())
