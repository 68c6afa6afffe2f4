"""Lines that an outlet repeats are flagged when a run ends, by what is stored alone."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest

from onrecord.ingest.store import Corpus, repeated_lines

Rows = Callable[[Path, str], list[tuple[Any, ...]]]

NOTE = "Sign in to keep up with everything that happens on the coast."
WORDS_OF_NINE = 9 * len("Sailing 1.1 left the old quay 1 minutes late in the rain.".split())
FLAGGED = "SELECT article_id, text FROM paragraphs WHERE kind = 'boilerplate' AND rule = 'outlet_repeats' ORDER BY 1"
Ingest = Callable[..., Path]


def text_of(number: int, *below: str, above: Sequence[str] = ()) -> str:
    """The text of an article that no other has, with lines above and below it."""
    middle = [
        f"Sailing {number}.{part} left the old quay {part + number} minutes late in the rain." for part in range(9)
    ]
    return "\n\n".join([*above, *middle, *below])


@pytest.fixture
def ingest(tmp_path: Path, onrecord: Callable[..., Any]) -> Ingest:
    """Bring articles into one corpus, in one run; an outlet is named unless the row names one itself."""
    number = iter(range(99))

    def run(*given: dict[str, str] | str, corpus: str = "c.db") -> Path:
        rows = [{"outlet": "The Star"} | (one if isinstance(one, dict) else {"text": one}) for one in given]
        path = tmp_path / f"{next(number)}.jsonl"
        path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
        assert onrecord("ingest", path, "--db", tmp_path / corpus).status == 0
        return tmp_path / corpus

    return run


def test_a_line_in_three_articles_is_flagged_and_kept(ingest: Ingest, rows: Rows, onrecord: Any) -> None:
    """In any case; it is boilerplate with the rule, no word is lost, and no other line is touched."""
    spelled = [NOTE, NOTE.replace("Sign", "SIGN"), NOTE]
    corpus = ingest(*(text_of(number, line) for number, line in enumerate(spelled, 1)))
    assert rows(corpus, FLAGGED) == list(enumerate(spelled, 1))
    assert rows(corpus, "SELECT count(*) FROM paragraphs WHERE kind = 'body'") == [(27,)]
    assert rows(corpus, "SELECT DISTINCT word_count FROM articles") == [(WORDS_OF_NINE,)]
    assert onrecord("check", corpus).status == 0


def test_articles_stored_before_it_was_known_are_flagged_too(ingest: Ingest, rows: Rows) -> None:
    """Two runs without, and with the third article all three; a fourth run changes nothing."""
    for number in (1, 2):
        assert rows(ingest(text_of(number, NOTE)), FLAGGED) == []
    assert rows(ingest(text_of(3, NOTE)), FLAGGED) == [(number, NOTE) for number in (1, 2, 3)]
    assert rows(ingest(text_of(3, NOTE)), FLAGGED) == [(number, NOTE) for number in (1, 2, 3)]


def test_the_order_of_articles_changes_nothing(ingest: Ingest, rows: Rows) -> None:
    """Six orders, an article a run: the same lines, the same word counts."""
    texts = [text_of(1, NOTE), text_of(2, NOTE), text_of(3, NOTE, "Ask Jane Doe of Sandvik about the old ferry line.")]
    outcomes = set()
    for number, order in enumerate(permutations(texts)):
        for text in order:
            corpus = ingest(text, corpus=f"{number}.db")
        query = "SELECT article_key, word_count, kind, rule, text FROM paragraphs JOIN articles USING (article_id)"
        outcomes.add(tuple(sorted(rows(corpus, query))))
    assert len(outcomes) == 1


def test_what_a_run_that_was_cut_off_left_is_settled_by_the_next(
    ingest: Ingest, rows: Rows, tmp_path: Path, onrecord: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Even where that one brings articles of other outlets only."""
    corpus = ingest(text_of(1, NOTE), text_of(2, NOTE))
    with monkeypatch.context() as broken:
        broken.setattr(Corpus, "finish", lambda *_: pytest.fail("cut off"))
        third = {"text": text_of(3, NOTE, above=["Jane Doe of Sandvik waits."]), "outlet": "The Star"}
        (tmp_path / "third.json").write_text(json.dumps(third))
        with pytest.raises(pytest.fail.Exception):
            onrecord("ingest", tmp_path / "third.json", "--db", corpus)
    assert rows(corpus, FLAGGED) == []
    ingest({"text": text_of(4), "outlet": "The Echo"})
    assert rows(corpus, FLAGGED) == [(number, NOTE) for number in (1, 2, 3)]


LEFT_ALONE = {
    "two articles only": [text_of(1, NOTE), text_of(2, NOTE)],
    "three outlets": [{"text": text_of(n, NOTE), "outlet": f"Paper {n}"} for n in (1, 2, 3)],
    "three versions of one article": [{"text": text_of(n, NOTE), "url": "https://star.example/1"} for n in (1, 2, 3)],
    "in the middle": [text_of(n, *(f"Line {n}{m} of the list of ferries." for m in range(9)), above=[
        *(f"Stop {n}{m} of the list of ferries." for m in range(9)), NOTE]) for n in (1, 2, 3)],
    "three words": [text_of(n, "Ask the desk") for n in (1, 2, 3)],
    "long": [text_of(n, NOTE * 5) for n in (1, 2, 3)],
    "a quotation": [text_of(n, "“Write to us about the ferry,” it says below.") for n in (1, 2, 3)],
    "a report of what was said": [text_of(n, "The harbour office said that the ferry was late.") for n in (1, 2, 3)],
    "a name": [text_of(n, "The bridge of Sandvik was built by Jane Doe in one summer.") for n in (1, 2, 3)],
}  # fmt: skip


@pytest.mark.parametrize("case", LEFT_ALONE)
def test_what_may_be_reporting_is_left_alone(case: str, ingest: Ingest, rows: Rows) -> None:
    """Too few, too long, too short, in the middle, or something that somebody said or is named in."""
    assert rows(ingest(*LEFT_ALONE[case]), FLAGGED) == []


def test_the_names_of_the_outlet_and_of_the_author_do_not_save_a_line(ingest: Ingest, rows: Rows) -> None:
    """A note on the author is one; the same note under another byline tells of somebody."""
    note = "Jane Doe is a reporter for The Star on the coast."
    articles = [{"text": text_of(number, note), "author": "Jane Doe"} for number in (1, 2, 3)]
    corpus = ingest(*articles)
    assert rows(corpus, FLAGGED) == [(number, note) for number in (1, 2, 3)]
    corpus = ingest({"text": text_of(4, note), "author": "John Roe"})
    assert rows(corpus, FLAGGED) == []
    assert rows(corpus, "SELECT count(*) FROM paragraphs WHERE kind <> 'body'") == [(0,)]


def test_among_many_articles_three_are_too_few(monkeypatch: pytest.MonkeyPatch, ingest: Ingest, rows: Rows) -> None:
    """A line has to stand in a share of the outlet's articles, too."""
    monkeypatch.setattr(repeated_lines, "FEWEST_SHARE", 0.9)
    corpus = ingest(*(text_of(number, NOTE) for number in (1, 2, 3)))
    assert len(rows(corpus, FLAGGED)) == 3
    assert rows(ingest(text_of(4)), FLAGGED) == []
