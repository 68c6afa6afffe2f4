"""Labels are read, and what is unusable is told with its line."""

from __future__ import annotations

import json
from typing import Any

import pytest

from onrecord.ingest.evaluation import GoldError, read_gold
from onrecord.ingest.evaluation.gold import GoldName, GoldQuote
from onrecord.ingest.spans import Span

GOOD: dict[str, Any] = {
    "id": "a",
    "text": "“Stop,” she said.",
    "attributions": [{"source": [[8, 11]], "cue": [[12, 16]], "content": [[0, 7]], "kind": "direct"}],
}


def line(**changed: object) -> bytes:
    """A good line with some keys changed."""
    return json.dumps(GOOD | changed).encode()


def test_labels_are_read() -> None:
    """A line becomes an article with its spans; blank lines and further keys are passed over."""
    (article,) = read_gold([b"\n", line(publisher="x")], "gold.jsonl")
    assert (article.id, article.text) == ("a", GOOD["text"])
    assert article.quotes == (GoldQuote((Span(8, 11),), (Span(12, 16),), (Span(0, 7),)),)
    assert (article.names, article.regions, article.discard) == (None, None, ())


def test_names_are_read_where_there_are_some() -> None:
    """Names, the stretches they were labelled in, and stretches that nobody judged come along."""
    given = line(
        mentions=[{"start": 8, "end": 11, "type": "PERSON", "nested": True}], regions=[[0, 17]], discard=[[0, 3]]
    )
    (article,) = read_gold([given], "gold.jsonl")
    assert article.names == (GoldName(Span(8, 11), "PERSON", is_nested=True),)
    assert (article.regions, article.discard) == ((Span(0, 17),), (Span(0, 3),))


def test_source_and_cue_may_be_missing() -> None:
    """A quote that nobody is named for needs no empty lists."""
    (article,) = read_gold([line(attributions=[{"content": [[0, 7]]}])], "gold.jsonl")
    assert article.quotes == (GoldQuote((), (), (Span(0, 7),)),)


UNUSABLE = (
    (b"", "no article found"),
    (b"{", "line 1: no JSON"),
    (b"\xff", "line 1: no JSON"),
    (b"[]", "line 1: no JSON object"),
    (b"{}", 'line 1: "text": nothing found, a string expected'),
    (line(id=None), 'line 1: "id": null found, a string or a number expected'),
    (line(id=True), 'line 1: "id": true found'),
    (line(attributions={}), 'line 1: "attributions": {} found, a list expected'),
    (line(attributions=[3]), "a list of objects with source, cue and content expected"),
    (line(attributions=[{"source": [[8, 11]]}]), 'an attribution without "content"'),
    (line(attributions=[{"content": [[0, 18]]}]), '"content": [0, 18] found, [start, end] within 0..17 expected'),
    (line(attributions=[{"content": [[7, 7]]}]), '"content": [7, 7] found'),
    (line(attributions=[{"content": [[-1, 7]]}]), '"content": [-1, 7] found'),
    (line(attributions=[{"content": [0, 7]}]), '"content": 0 found'),
    (line(attributions=[{"content": 7}]), '"content": a list of [start, end] expected'),
    (line(attributions=[{"content": [[0, 7]], "cue": [["12", 16]]}]), '"cue": ["12", 16] found'),
    (line(mentions=[{"start": 8, "end": 11}]), '"type": nothing found, a string expected'),
    (line(mentions=[8]), "a list of objects with start, end and type expected"),
    (line(mentions="none"), '"mentions": "none" found, a list expected'),
    (line() + b"\n" + line(), "line 2: the id 'a' a second time"),
)


@pytest.mark.parametrize(("lines", "told"), UNUSABLE)
def test_unusable_line_is_told(lines: bytes, told: str) -> None:
    """The error is one line and names the file, the line, what was found and what was expected."""
    with pytest.raises(GoldError) as error:
        read_gold(lines.splitlines(), "gold.jsonl")
    assert str(error.value).startswith("gold.jsonl")
    assert told in str(error.value)
    assert "\n" not in str(error.value)
