"""Cues are put into classes, and the list of cues keeps its promises."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from typing import get_args

import pytest

from onrecord.ingest.quotes.cue_class import SPEECH_CLASSES, cue_class
from onrecord.ingest.quotes.inflection import forms
from onrecord.ingest.records import CueClass
from onrecord.ingest.reference import table

CUES = table("cues.tsv")

CASES = (
    # Inflection.
    ("said", "says"),
    ("says", "says"),
    ("saying", "says"),
    ("wrote", "says"),
    ("quipped", "says"),
    ("denied", "denies"),
    ("denies", "denies"),
    ("admitting", "admits"),
    ("criticizing", "criticises"),
    ("criticised", "criticises"),
    ("sought", "wants"),
    ("warnings", "warns"),
    ("panicked", "fears"),
    # Words around the cue.
    ("has repeatedly said", "says"),
    ("said in a statement on Tuesday", "says"),
    ("According to", "says"),
    ("said:", "says"),
    ("in the words of", "says"),
    ("’s claims", "claims"),
    # The longest entry counts, whatever stands between its words.
    ("called", "calls"),
    ("called for", "demands"),
    ("called again on", "demands"),
    ("called him out", "calls"),
    ("points to", "says"),
    ("pointed out", "reveals"),
    ("went on to say", "says"),
    ("shot back", "answers"),
    ("made it very clear", "says"),
    ("distanced himself from", "denies"),
    ("refers to her as", "calls"),
    ("described", "says"),
    ("has been described as", "calls"),
    ("looked forward", "expects"),
    # The first cue counts.
    ("seemed to suggest", "seems"),
    ("was asked to explain", "asks"),
    ("urged them to deny", "demands"),
    # A carrier leaves the word to its noun.
    ("expressed concern", "fears"),
    ("issued a warning", "warns"),
    ("offered his support", "supports"),
    ("expressed", "says"),
    ("made a promise", "promises"),
    # Passives.
    ("is said to", "claims"),
    ("was said", "says"),
    ("is expected to", "expects"),
    ("are seen as", "thinks"),
    ("is accused of", "accuses"),
    ("is known as", "calls"),
    ("was first reported by", "reveals"),
    # Negation.
    ("did not say", "declines"),
    ("didn’t immediately say", "declines"),
    ("has not confirmed", "declines"),
    ("did not deny", "declines"),
    ("never mentioned", "declines"),
    ("did not immediately respond to", "declines"),
    ("declined to comment", "declines"),
    ("refused to say", "declines"),
    ("refused to pay", "denies"),
    ("does not support", "opposes"),
    ("do not agree", "denies"),
    ("does not think", "thinks"),
    ("doesn't want", "wants"),
    ("is not expected to", "expects"),
    ("does not show", "shows"),
    ("not only said", "says"),
    # Contractions.
    ("’d like to", "wants"),
    ("would like to", "wants"),
    ("he’s planning", "plans"),
    # Headlines and transcripts.
    (":", "says"),
    ("—", "says"),
    # Nothing known.
    ("", None),
    ("of", None),
    ("wallpapered", None),
    ("the sad", "feels"),
    ("sadden", "feels"),
    ("sayings", None),
)


@pytest.mark.parametrize(("cue", "expected"), CASES)
def test_cue_has_its_class(cue: str, expected: CueClass | None) -> None:
    """A cue as newspapers write it is put into the class of the list entry it holds."""
    assert cue_class(cue) == expected


def test_entries_are_found_as_themselves() -> None:
    """Every entry, written as it is listed, has the class it is listed with."""
    found = [(row["cue"], cue_class(row["cue"])) for row in CUES]
    assert found == [(row["cue"], row["class"]) for row in CUES]


def shows_cue(row: Mapping[str, str]) -> bool:
    """True where the example of an entry holds a form of its longest word."""
    made = forms(max(row["cue"].replace("oneself", "itself").split(), key=len))
    return bool(made & set(re.findall(r"[a-z]+|[:—]", row["example"].lower())))


def test_examples_show_their_cues() -> None:
    """An example shows the cue it stands beside."""
    assert [row["cue"] for row in CUES if not shows_cue(row)] == []


def test_list_holds_what_it_promises() -> None:
    """At least 450 entries, none twice, each with source and example, in every class of the closed set."""
    assert len(CUES) >= 450
    assert [cue for cue, count in Counter(row["cue"] for row in CUES).items() if count > 1] == []
    assert {row["class"] for row in CUES} == set(get_args(CueClass))
    assert [row for row in CUES if not all(row.values())] == []


def test_speech_is_told_from_thought() -> None:
    """Users can keep what was uttered and leave out what was thought, felt or shown."""
    kept = {
        cue for cue in ("said", "denied", "thinks", "hopes", "polls show", "seems") if cue_class(cue) in SPEECH_CLASSES
    }
    assert kept == {"said", "denied"}


@pytest.mark.parametrize(
    ("word", "form"),
    [("plan", "planned"), ("quip", "quipping"), ("deny", "denies"), ("stress", "stresses"), ("see", "saw"),
     ("say", "said"), ("argue", "arguing"), ("be", "was"), ("journey", "journeys"), ("mimic", "mimicked")],
)  # fmt: skip
def test_form_is_made(word: str, form: str) -> None:
    """The forms of a word are the ones English writes."""
    assert form in forms(word)


@pytest.mark.parametrize(
    ("word", "other"), [("say", "sad"), ("fear", "fearful"), ("deny", "denim"), ("play", "plaied")]
)
def test_other_word_is_no_form(word: str, other: str) -> None:
    """No word is taken for another's form."""
    assert other not in forms(word)
