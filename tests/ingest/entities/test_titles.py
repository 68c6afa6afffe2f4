"""Titles and offices beside a name, as written."""

from __future__ import annotations

import pytest

from onrecord.ingest.entities.titles import titles_of
from onrecord.ingest.spans import Span

IN_FRONT = {
    "an office": ("Defense Secretary Jane Roe spoke.", ("Defense Secretary",)),
    "no day": ("On Monday President Jane Roe spoke.", ("President",)),
    "what it is of": ("US Secretary of State Jane Roe spoke.", ("US Secretary of State",)),
    "an occupation": ("The actor Jane Roe spoke.", ("actor",)),
    "a former one": ("said former president Jane Roe.", ("former president",)),
    "a former one written large behind": ("said former President Jane Roe.", ("former President",)),
    "a former one with a hyphen": ("then-Secretary of State Jane Roe", ("then-Secretary of State",)),
    "a whole compound": ("the bank's chief executive Jane Roe", ("chief executive",)),
    "a longer compound": ("Acme national security adviser Jane Roe", ("Acme national security adviser",)),
    "no verb": ("They told reporter Jane Roe.", ("reporter",)),
    "no word that opens the sentence": ("Yet Senate Leader Jane Roe spoke.", ("Senate Leader",)),
    "no preposition that opens it": ("Without President Jane Roe", ("President",)),
    "nothing of the sentence before": ("They met in October. Representative Jane Roe", ("Representative",)),
    "no end at an abbreviation": ("the U.S. Energy Secretary Jane Roe", ("U.S. Energy Secretary",)),
    "nobody else and": ("Tim Doe and President Jane Roe", ("President",)),
    "nobody else's title": ("Minister Tim Doe and Finance Minister Jane Roe", ("Finance Minister",)),
    "nothing else and": ("Ruritania and Senate Leader Jane Roe", ("Senate Leader",)),
    "not for whom others work": ("Attorneys for President Jane Roe", ("President",)),
    "nor for whom one does": ("A spokesman for Finance Minister Jane Roe", ("Finance Minister",)),
    "but what an office is of": ("Bank of Ruritania Governor Jane Roe", ("Bank of Ruritania Governor",)),
    "and both of two offices": ("Secretary of State and candidate Jane Roe", ("Secretary of State and candidate",)),
    "two offices of one": ("Founder and CEO Jane Roe", ("Founder and CEO",)),
    "one office of two things": ("Ways and Means Chairman Jane Roe", ("Ways and Means Chairman",)),
    "no town": ("In Springfield Jane Roe spoke.", ()),
    "nothing": ("He told Jane Roe.", ()),
}
BEHIND = {
    "a head": ("Jane Roe, the head of the Harbour Board, spoke.", ("head of the Harbour Board",)),
    "both": ("Mayor Jane Roe, a lawyer, spoke.", ("Mayor", "lawyer")),
    "no end at an abbreviation": (
        "Jane Roe, director of the U.S. Harbour Board, spoke.",
        ("director of the U.S. Harbour Board",),
    ),
    "nor at a title": ("Jane Roe, minister under Mr. Poe, spoke.", ("minister under Mr. Poe",)),
    "an end at a sentence's end": ("We met Jane Roe, a lawyer. She spoke, too.", ("lawyer",)),
    "an end there behind an abbreviation": ("Jane Roe, head of the D.O. She spoke, too.", ("head of the D.O",)),
    "the office she has now": ("Jane Roe, now a top adviser to the port, spoke.", ("top adviser to the port",)),
    "not what she does besides": ("Jane Roe, a lawyer who spoke for Mr. Poe, left.", ("lawyer",)),
    "no clause": ("Jane Roe, who is now the minister of ports, left.", ()),
    "no clause about others": ("said Jane Roe, that every bad actor, left.", ()),
    "nobody beside her": ("Jane Roe, and the port president, left.", ()),
    "no relative clause": ("Jane Roe, who spoke, left.", ()),
    "no town": ("Jane Roe, Springfield, spoke.", ()),
}
OTHERS = ("Tim Doe", "Ruritania")


@pytest.mark.parametrize(
    ("text", "titles"), [*IN_FRONT.values(), *BEHIND.values()], ids=[*IN_FRONT, *(f"behind: {name}" for name in BEHIND)]
)
def test_titles_stand_as_written(text: str, titles: tuple[str, ...]) -> None:
    """The title in front and the apposition behind count where they hold an office or occupation."""
    start = text.index("Jane Roe")
    others = [Span(text.index(other), text.index(other) + len(other)) for other in OTHERS if other in text]
    assert titles_of(text, Span(start, start + len("Jane Roe")), others) == titles
