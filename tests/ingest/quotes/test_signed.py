"""Quotations with a dash and a signature behind them."""

from __future__ import annotations

import pytest
from readings import content, quotes_in, span_of, speakers_in


@pytest.mark.parametrize(
    ("behind", "speaker"),
    [
        (" - Ada Roe", "Ada Roe"),
        (" – Ada Roe, councillor", "Ada Roe"),
        (" -- Ada Roe (Leeds)", "Ada Roe"),
        (" — Ada Roe of Leeds.", "Ada Roe"),
        ("\n— Ada Roe, councillor", "Ada Roe"),
        (" - Ada Roe’s plea to voters", None),
        (" - a resident of Leeds where Ada Roe lives", None),
        (" - Ada Roe: the full interview", "Obi"),
        (" - Ada Roe was there. So was the mayor.", "Obi"),
        (" - Ada Roe, who had waited for nine years to say this to the mayor of Leeds", "Obi"),
        ("\n- Ada Roe at home -", "Obi"),
        (" Ada Roe sat.", "Obi"),
        ("\nAda Roe sat.", "Obi"),
    ],
    ids=[
        "a name", "a description", "a bracket", "a place", "the next paragraph", "more of the name's", "somebody else",
        "a colon", "sentences", "too long", "a heading", "no dash", "no dash in the next",
    ],
)  # fmt: skip
def test_who_signs_a_quotation_said_it(behind: str, speaker: str | None) -> None:
    """The reader points at somebody in the paragraph before; the name behind the dash overrules it.

    A signature that begins with no name takes the quote from everybody elsewhere; what is none leaves it.
    """
    text = f"Obi sat.\n“We need trees.”{behind}"
    (quote,) = quotes_in(text, content(text, "We need trees", "Obi", others=("Ada Roe",)))
    assert (quote.source.of(text) if quote.source else None) == speaker


def test_a_signature_needs_no_candidate() -> None:
    """A name that the reader saw is enough."""
    text = "Obi sat.\n“We need trees.” - Ada Roe"
    assert speakers_in(text, content(text, "We need trees", "Obi"), names=("Ada Roe",)) == [
        ("“We need trees.”", "Ada Roe")
    ]


@pytest.mark.parametrize(
    ("behind", "continues"), [("", 0), (" - a resident", None), ("\n- a resident", None)], ids=["none", "same", "next"]
)
def test_what_is_signed_goes_on_from_nothing(behind: str, continues: int | None) -> None:
    """A signature that the reader does not know is still another speaker than the one before."""
    text = f"Obi said: “We will stay.”\n“We need trees.”{behind}"
    contents = content(text, "We will stay", "Obi", "said"), content(text, "We need trees", "Obi")
    _, quote = quotes_in(text, *contents)
    assert (quote.source, quote.continues) == (None, continues)


def test_a_dash_before_the_telling_signs_nothing() -> None:
    """Where the cue stands behind the dash, the reader's source stays."""
    text = "Obi sat.\n“We need trees.” - Ada Roe told reporters"
    (quote,) = quotes_in(text, content(text, "We need trees", "Obi", "told", others=("Ada Roe",)))
    assert quote.source == span_of(text, "Obi")


def test_marks_inside_a_sentence_are_not_signed() -> None:
    """Only a quotation that opens its paragraph is."""
    text = "Obi called them “trees” - Ada Roe"
    (quote,) = quotes_in(text, content(text, "trees", "Obi", "called", others=("Ada Roe",)))
    assert quote.source == span_of(text, "Obi")
