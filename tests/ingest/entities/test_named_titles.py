"""Who speaks where a name stands at the end of a long title or description."""

from __future__ import annotations

import pytest
from marked_names import marked

from onrecord.ingest.entities import find_entities, name_speakers
from onrecord.ingest.records import Quote
from onrecord.ingest.spans import Span


def speaker(source: str) -> str:
    """Who speaks, by the mention beside a quote; [P Jane Roe] is a name in it. A description gives itself."""
    plain, names = marked(source)
    text = f'{plain} said "Yes."'
    quote = Quote("direct", (Span(len(text) - 6, len(text)),), Span(0, len(plain)), None, None, 1.0)
    named, mentions = find_entities(text, names)
    entities, (one,) = name_speakers(text, [quote], named, mentions)
    return "nobody" if one.entity is None else entities[one.entity].name


NAMED = {
    "of": "Secretary of State [P Jane Roe]",
    "a country in front": "[L U.S.] Secretary of State [P Jane Roe]",
    "whose secretary": "[P Poe]'s Secretary of State [P Jane Roe]",
    "more behind": "Secretary of State [P Jane Roe], who was in [L Leeds],",
    "more of her": "Secretary of State [P Jane Roe] of [L Leeds]",
    "to": "Ambassador to the [O European Union] [P Jane Roe]",
    "a house": "Acting [O White House] Chief of Staff [P Jane Roe]",
    "a speaker": "Republican Speaker of the [O House] [P Jane Roe]",
    "a body": "Head of the Food Safety Board [P Jane Roe]",
    "a body that sounds like people": "Chancellor of the Exchequer [P Jane Roe]",
    "a body written small": "chief of staff [P Jane Roe]",
    "two occupations": "actor and conservative [P Jane Roe]",
    "two offices": "[O Acme] chairman and former mayor [P Jane Roe]",
    "a description behind a comma": "One councillor, the veteran [P Jane Roe] of [L Leeds],",
    "a title behind a comma": "the navy's spokesman, Rear Admiral [P Jane Roe],",
}
DESCRIBED = {
    "for somebody": "a spokesman for [P Jane Roe]",
    "for somebody with a title": "a spokesman for President [P Jane Roe]",
    "for a leader": "a lawyer for Senate Majority Leader [P Jane Roe]",
    "to a candidate": "Adviser to presidential candidate [P Jane Roe]",
    "to a victim": "Lawyer for victim [P Jane Roe]",
    "of a party's": "a spokesman for the [G Ruritani] [P Jane Roe]",
    "of an owner's": "an editor of [L Leeds]'s [P Jane Roe]",
    "a relative": "The mother of Boston [P Jane Roe]",
    "many": "Attorneys for the State [P Jane Roe]",
    "what is called after her": "director of the Stop [P Jane Roe] campaign",
    "among others": "officials including Secretary of State [P Jane Roe]",
    "the surname alone of whom one works for": "a spokesman for Acme [P Roe]",
    "two of them": "the mayor and police chief [P Jane Roe]",
    "two of them with titles": "President and Sen. [P Jane Roe]",
    "two of them, one addressed by office": "President and House whip [P Jane Roe]",
    "a pronoun and": "He and Sen. [P Jane Roe]",
    "a body and": "parliament and prime minister [P Jane Roe]",
    "one whose friend she is": "One councillor, the friend of [P Jane Roe],",
    "one whom she knows": "One councillor, a man [P Jane Roe] met,",
    "one who met her": "One councillor, who met [P Jane Roe],",
    "many and the one": "Two councillors, the veterans [P Jane Roe] and others,",
}


@pytest.mark.parametrize("source", NAMED.values(), ids=NAMED.keys())
def test_a_name_behind_a_title_speaks(source: str) -> None:
    """The title belongs to the name at its end."""
    assert speaker(source) == "Jane Roe"


@pytest.mark.parametrize("source", DESCRIBED.values(), ids=DESCRIBED.keys())
def test_a_name_in_a_description_does_not_speak(source: str) -> None:
    """Somebody else is described by the name."""
    assert speaker(source) not in {"Jane Roe", "Roe"}


@pytest.mark.parametrize(
    ("source", "who"),
    [
        ("[O Board of Trade] spokesman [P Jo Pine]", "Jo Pine"),
        ("[O World Food Board] ([O WFB]) spokeswoman [P Ann Pine]", "Ann Pine"),
        ("[L Ouro]'s [O Board of Trade] ([O BoT]) director-general, [P Ann Pine],", "Ann Pine"),
        ("[O Acme Works] ([O AW]) chief executive officer [P Ann Pine]", "Ann Pine"),
        ("[O Acme Works] (AW) lawyer [P Ann Pine]", "Ann Pine"),
        ("a [O Board of Trade] official", "a Board of Trade official"),
        ("[O Bank of Ouro] figures", "Bank of Ouro figures"),
        ("the [O Board of Trade]", "Board of Trade"),
        ("the [O Board of Trade] ([O BoT])", "Board of Trade"),
        ("the [O Board of Trade] ([O BoT]), a rival of [P Ann Pine]'s firm,", "Board of Trade"),
    ],
)
def test_whose_name_begins_a_phrase_is_not_who_speaks_for_it(source: str, who: str) -> None:
    """A name is never taken apart: its first words are not the head where an office follows the whole of it."""
    assert speaker(source) == who
