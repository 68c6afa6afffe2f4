"""Whom a pronoun takes up."""

from __future__ import annotations

import re

import pytest

from onrecord.ingest.entities.nouns import PRONOUNS
from onrecord.ingest.entities.pronouns import Salience
from onrecord.ingest.records import Entity, EntityType, Mention
from onrecord.ingest.spans import Span

TYPES: dict[str, EntityType] = {"P": "person", "O": "organisation", "L": "place", "G": "group", "W": "work"}


def taken_up(text: str, last_speaker: str | None = None) -> list[str | None]:
    """The name behind every pronoun asked for.

    The notation: [P Roe] is a name, {he} a pronoun asked for, "..." words whose pronouns are somebody else's.
    """
    plain, entities, mentions, asked, quoted = "", list[Entity](), list[Mention](), list[Span](), list[Span]()
    for part in re.split(r'(\[[POLGW] [^\]]+\]|\{\w+\}|"[^"]+")', text):
        start = len(plain)
        if re.match(r"\[[POLGW] ", part):
            name, type_ = part[3:-1], TYPES[part[1]]
            plain += name
            if name not in [entity.name for entity in entities]:
                entities.append(Entity(name, type_, ()))
            number = [entity.name for entity in entities].index(name)
            mentions.append(Mention(Span(start, len(plain)), type_, "given", number))
        elif part.startswith("{"):
            plain += part[1:-1]
            asked.append(Span(start, len(plain)))
        else:
            plain += part
            if part.startswith('"'):
                quoted.append(Span(start, len(plain)))
    speaker = None if last_speaker is None else [entity.name for entity in entities].index(last_speaker)
    salience = Salience(plain, entities, mentions, quoted, speaker)
    found = [salience.antecedent(span, PRONOUNS[span.of(plain).lower()]) for span in asked]
    return [None if one is None else entities[one.entity].name for one in found]


NEAR = "It rained. " * 3
FAR = NEAR + NEAR

CASES = {
    "the one person there is": ("[P Roe] came. {He} sang.", ["Roe"]),
    "nobody": ("It rained. {He} sang.", [None]),
    "no place": ("[L Oslo] is cold. {He} sang.", [None]),
    "the subject before the object": ("[P Roe] met a man called [P Poe]. {He} sang.", ["Roe"]),
    "the nearer of two subjects": ("[P Roe] came. [P Poe] left. {He} sang.", ["Poe"]),
    "two as near are nobody": ("It rained on the old grey roof of [P Roe] and [P Poe]. {He} sang.", [None]),
    "who is spoken of often": (
        "[P Roe] came. [P Roe] ate. [P Roe] slept. [P Roe] woke. The man at the door was called [P Poe]. {He} sang.",
        ["Roe"],
    ),
    "often counts with pronouns too": (
        "[P Roe] came. He ate. He slept. He woke. The man at the door was called [P Poe]. {He} sang.",
        ["Roe"],
    ),
    "once does not count as often": (
        "[P Roe] came. It rained. It rained. The man at the door was called [P Poe]. {He} sang.",
        ["Poe"],
    ),
    "an owner less than what he owns is about": (
        "They went to the sea in [P Roe]'s car and took [P Poe] along. {He} sang.",
        ["Poe"],
    ),
    "a title tells a gender": ("Mr [P Roe] met Mrs [P Poe]. {She} sang.", ["Poe"]),
    "a title against a subject": ("Queen [P Ada] met her friend [P Roe]. {He} sang.", ["Roe"]),
    "a pronoun tells a gender": ("[P Ada] came. She ate. [P Roe] came by. [P Ada] slept. {He} sang.", ["Roe"]),
    "a first name tells a gender": ("[P Jane Roe] met a friend, [P Tim Doe]. {He} sang.", ["Tim Doe"]),
    "a first name that both have tells none": (
        "[P Leslie Roe] met a friend, [P Tim Doe]. {He} sang.",
        ["Leslie Roe"],
    ),
    "a title tells more than a first name": ("Mr [P Jane Roe] met Mr [P Tim Doe]. {He} sang.", ["Jane Roe"]),
    "a woman's first name alone tells it": ("[P Melanie] met a man called [P Roe]. {He} sang.", ["Roe"]),
    "a man's first name alone may be a surname": ("[P Clinton] met a girl called [P Roe]. {She} sang.", ["Clinton"]),
    "one doubtful pronoun is not for ever": (
        "[P Roe] and [P Ada] were friends. He sang. [P Ada] ate. She slept. She woke. {She} sang.",
        ["Ada"],
    ),
    "out of reach": ("[P Roe] came. " + FAR + "{He} sang.", [None]),
    "within reach": ("[P Roe] came. " + NEAR + "{He} sang.", ["Roe"]),
    "a pronoun carries on": ("[P Roe] came. " + NEAR + "He ate. " + NEAR + "{He} sang.", ["Roe"]),
    "a name behind the pronoun": ("{He} sang before [P Roe] came.", [None]),
    "pronouns in somebody's words tell nothing": (
        'They met a man called [P Roe]. [P Ada] came. "He will go, he must, he can." {She} sang.',
        ["Ada"],
    ),
    "it is an organisation": ("[P Roe] left the [O Map Bureau]. {It} closed.", ["Map Bureau"]),
    "it is a country": ("[L Norway] met [P Roe]. {It} signed.", ["Norway"]),
    "it reaches one sentence": ("The [O Map Bureau] closed. It rained. It rained. {It} said so.", [None]),
    "they are an organisation or a group": ("[P Roe] met the [G Norwegians]. {They} sang.", ["Norwegians"]),
    "they are no place": ("[L Oslo] is cold. {They} sang.", [None]),
    "he is no group": ("The [G Norwegians] came. {He} sang.", [None]),
    "several pronouns, one after the other": ("[P Roe] came. {He} ate. {He} slept.", ["Roe", "Roe"]),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES)
def test_pronoun_takes_up(text: str, expected: list[str | None]) -> None:
    """A pronoun takes up whom a reader would think of, or nobody where that is open."""
    assert taken_up(text) == expected


def test_names_in_somebodys_words_are_not_taken_up() -> None:
    """Who is spoken of between the marks is not who speaks."""
    text = "Roe came. “I saw what Poe did,” he said."
    people = [Entity("Roe", "person", ()), Entity("Poe", "person", ())]
    mentions = [Mention(Span(0, 3), "person", "given", 0), Mention(Span(22, 25), "person", "given", 1)]
    found = Salience(text, people, mentions, [Span(10, 31)]).antecedent(Span(32, 34), "male")
    assert found is not None
    assert people[found.entity].name == "Roe"
    assert found.lead == 1.0


def test_speaker_is_taken_up_sooner() -> None:
    """Who spoke last is taken up before somebody who was named later."""
    text = "A man called [P Roe] spoke. [P Poe] left. {He} sang."
    assert taken_up(text) == ["Poe"]
    assert taken_up(text, last_speaker="Roe") == ["Roe"]


def test_speaker_of_other_gender_is_not_taken_up() -> None:
    """Having spoken does not make a king "she"."""
    assert taken_up("King [P Roe] spoke. [P Ada] left. {She} sang.", last_speaker="Roe") == ["Ada"]
