"""Names repaired by what is known of the document."""

from __future__ import annotations

import pytest

from onrecord.ingest.language.names import repair
from onrecord.ingest.language.reading import Name, NameType
from onrecord.ingest.spans import Span


def named(text: str, *names: tuple[str, NameType, float]) -> list[Name]:
    """Names by their words, each behind the one before."""
    found, place = [], 0
    for written, kind, score in names:
        start = text.index(written, place)
        place = start + len(written)
        found.append(Name(Span(start, place), kind, score))
    return found


def repaired(text: str, *names: tuple[str, NameType, float]) -> list[tuple[str, NameType]]:
    """Words and types after repair."""
    whole = [Span(0, len(text))]
    return [(name.span.of(text), name.type) for name in repair(text, whole, named(text, *names))]


@pytest.mark.parametrize(
    ("text", "seen", "left"),
    [
        ("President Ada Obi spoke.", "President Ada Obi", "Ada Obi"),
        ("Mr. Obi spoke.", "Mr. Obi", "Obi"),
        ("Prime Minister Obi spoke.", "Prime Minister Obi", "Obi"),
        ("Ada Obi’s plan", "Ada Obi’s", "Ada Obi"),
        ("Ada Obi's plan", "Ada Obi's", "Ada Obi"),
        ("King spoke.", "King", "King"),
        ("“Ada Obi” spoke", "“Ada Obi”", "Ada Obi"),
        ("Sammy Davis Jr. sang.", "Sammy Davis Jr.", "Sammy Davis Jr."),
    ],
)
def test_a_person_is_cut_to_the_name(text: str, seen: str, left: str) -> None:
    """Titles, possessives and marks are not part of the name; a title alone stays, since it may be one."""
    assert repaired(text, (seen, "person", 0.9)) == [(left, "person")]


@pytest.mark.parametrize("written", ["The", "A", "D-Ouro", "R-N.C.", "I-Vt"])
def test_an_article_and_a_party_are_no_names(written: str) -> None:
    """A name "The" would stand at the head of half of the sentences."""
    assert repaired(f"{written} bridge. The ferry. A boat.", (written, "organisation", 0.9)) == []


@pytest.mark.parametrize(
    ("text", "seen", "left"),
    [
        ("The Ouro Post said.", ["The", "Ouro Post"], ["The Ouro Post"]),
        ("Ada Obi left. Then Ada Obi slept.", ["Ada Obi", "Ada", "Obi"], ["Ada Obi", "Ada Obi"]),
        ("Then Ada Obi slept.", ["Ada", "Obi"], ["Ada", "Obi"]),
        ("Ada, Obi left. Then Ada Obi slept.", ["Ada", "Obi", "Ada Obi"], ["Ada", "Obi", "Ada Obi"]),
    ],
)
def test_a_name_in_two_is_made_one(text: str, seen: list[str], left: list[str]) -> None:
    """Where the article has it in one elsewhere; two names beside one another stay two."""
    assert repaired(text, *((written, "organisation", 0.9) for written in seen)) == [
        (one, "organisation") for one in left
    ]


@pytest.mark.parametrize(
    ("text", "seen", "whole"),
    [
        ("Lt. Gen. H.R. Obi left.", "R. Obi", "H.R. Obi"),
        ("Lt. Gen. H.R. Obi left.", "Gen. H.R. Obi", "H.R. Obi"),
        ("Then H. R. Obi left.", "R. Obi", "H. R. Obi"),
        ("Plan B. Obi left.", "Obi", "Obi"),
        ("He came to the U.S. R. Obi left.", "R. Obi", "R. Obi"),
    ],
)
def test_initials_are_whole(text: str, seen: str, whole: str) -> None:
    """An initial in front of an initial belongs to the name."""
    assert repaired(text, (seen, "person", 0.9))[0] == (whole, "person")


@pytest.mark.parametrize(
    ("seen", "left"),
    [
        ("Ada NwosuWatch", "Ada Nwosu"),
        ("Ada NwosuMore from", "Ada Nwosu"),
        ("Ada Nwosu Ada Mary NwosuWatch", "Ada Nwosu"),
        ("Nwosu Ada Mary NwosuWatch", "Nwosu"),
        ("Ada Nwosu Ada NwosuBen Roe", "Ada Nwosu"),
        ("Ada Nwosu Nwosu", "Ada Nwosu"),
        ("Ada Nwosu of Ouro", "Ada Nwosu"),
        ("Ada M. Nwosu of South Ouro", "Ada M. Nwosu"),
        ("Catherine of Ouro", "Catherine of Ouro"),
        ("Sirhan Sirhan", "Sirhan Sirhan"),
        ("Ada FitzGerald", "Ada FitzGerald"),
        ("Ada MacDonald", "Ada MacDonald"),
        ("Ada McKay", "Ada McKay"),
        ("Ada DeSantis", "Ada DeSantis"),
        ("AdaNwosu", "AdaNwosu"),
    ],
)
def test_a_headline_glued_to_a_person_is_cut_off(seen: str, left: str) -> None:
    """Pages put the next link right behind a name, or the whole name behind the short one; capitals of names stay."""
    assert repaired(f"Then {seen} spoke.", (seen, "person", 0.9))[0] == (left, "person")


@pytest.mark.parametrize(
    ("place", "person", "left"),
    [
        ("South Ouro", "South Ouro Ada Obi", "Ada Obi"),
        ("South Ouro", "South Ouro Gov. Ada Obi", "Ada Obi"),
        ("South Ouro", "South Ourobo", "South Ourobo"),
        ("Jordan", "Jordan Obi", "Jordan Obi"),
    ],
)
def test_a_place_in_front_of_a_person_is_cut_off(place: str, person: str, left: str) -> None:
    """A caption that ends with a place runs into the next sentence; who is called like a country keeps the name."""
    seen = [(place, "place", 0.9), (person, "person", 0.9)]
    assert (left, "person") in repaired(f"In {place}. Then {person} spoke.", *seen)


def test_of_a_link_behind_a_name_nothing_stays() -> None:
    """The encoder takes the end of the link for another person."""
    text = "Then Ada Nwosu Ada Mary NwosuWatch live"
    assert repaired(text, ("Ada Nwosu", "person", 0.9), ("Mary NwosuWatch", "person", 0.9)) == [("Ada Nwosu", "person")]


@pytest.mark.parametrize("seen", ["person", "organisation", "place"])
def test_members_of_a_party_are_a_group(seen: NameType) -> None:
    """No one person, and not the party, which is an organisation by its own name."""
    assert repaired("Democrats left.", ("Democrats", seen, 0.9)) == [("Democrats", "group")]
    assert repaired("The Democratic Party left.", ("Democratic Party", seen, 0.9)) == [("Democratic Party", seen)]


def test_an_organisation_keeps_its_capitals() -> None:
    """Only people are not called so."""
    assert repaired("Ouro NewsHour met.", ("Ouro NewsHour", "organisation", 0.9)) == [("Ouro NewsHour", "organisation")]


@pytest.mark.parametrize(
    ("text", "seen", "left"),
    [
        ("the Senate met", "the Senate", "Senate"),
        ("The Hague met", "The Hague", "The Hague"),
        ("U.S. law", "U.S.", "U.S."),
    ],
)
def test_a_leading_article_is_cut(text: str, seen: str, left: str) -> None:
    """Article and name are told apart the same way everywhere."""
    assert repaired(text, (seen, "place", 0.9))[0] == (left, "place")


def test_one_type_a_name_by_vote() -> None:
    """The type with more probability behind it, over all namings, holds for all of them."""
    text = "Niger said no. Niger is far. Niger waits."
    seen = (("Niger", "place", 0.9), ("Niger", "person", 0.6), ("Niger", "place", 0.5))
    assert {kind for _, kind in repaired(text, *seen)} == {"place"}


def test_repeats_are_tagged() -> None:
    """A name seen once with certainty is one wherever it stands as a whole word."""
    text = "Obi came. Then Obi left. Obilade stayed; the Obi-Uba case too."
    assert repaired(text, ("Obi", "person", 0.95)) == [("Obi", "person"), ("Obi", "person")]


def test_doubtful_names_are_not_looked_for() -> None:
    """What was seen with little certainty is not spread over the article."""
    text = "May came. In May it rained."
    assert repaired(text, ("May", "person", 0.5)) == [("May", "person")]


@pytest.mark.parametrize(
    "written", ["Airbase 101", "Ouro International Airport", "Fort Bragg", "Lusaka Central Prison"]
)
def test_what_is_called_a_facility_is_one(written: str) -> None:
    """Airports, bases and the like are facilities although the encoder saw a place."""
    assert repaired(f"At {written} today", (written, "place", 0.9)) == [(written, "facility")]


def test_guesses_are_no_names() -> None:
    """What is hardly likely is left out, and what is written small must be nearly certain."""
    text = "Central Ouro and central Ouro and al-shabaab"
    seen = (("Central", "place", 0.1), ("central", "place", 0.7), ("al-shabaab", "organisation", 0.95))
    assert repaired(text, *seen) == [("al-shabaab", "organisation")]


@pytest.mark.parametrize(
    ("text", "seen", "whole"),
    [
        ("of Jama’at Nusrat al-Din (JND)", ("Jama", "Nusrat al-Din"), "Jama’at Nusrat al-Din"),
        ("of Jama’at Nusrat al-Din (JND)", ("Jama", "’at Nusrat al-Din"), "Jama’at Nusrat al-Din"),
        ("at O’Hara", ("O",), "O’Hara"),
        ("in Washington D.C. today", ("Washington D.C",), "Washington D.C."),
        ("at Airbase 201 in", ("Airbase",), "Airbase 201"),
        ("for Obi’s plan", ("Obi",), "Obi"),
    ],
)
def test_a_name_cut_off_within_a_word_is_made_whole(text: str, seen: tuple[str, ...], whole: str) -> None:
    """Apostrophes and full stops inside a name, and a base's number, belong to it."""
    found = repaired(text, *((part, "organisation", 0.9) for part in seen))
    assert [written for written, _ in found] == [whole]


def test_names_never_overlap() -> None:
    """A repeat inside a longer name is not tagged a second time."""
    text = "Obi met the Obi Foundation."
    spans = repair(
        text, [Span(0, len(text))], named(text, ("Obi", "person", 0.9), ("Obi Foundation", "organisation", 0.9))
    )
    assert [name.span.of(text) for name in spans] == ["Obi", "Obi Foundation"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Voltara, a startup based in Graz, spoke.", "organisation"),
        ("Voltara, an independent research institute, spoke.", "organisation"),
        ("Voltara, the think tank in Graz, spoke.", "organisation"),
        ("Voltara, a startup founder, spoke.", "person"),
        ("Voltara, a tea party backed senator, spoke.", "person"),
        ("Voltara, a charity's lawyer, spoke.", "person"),
        ("Voltara spoke of a startup based in Graz.", "person"),
    ],
)
def test_what_the_article_calls_a_company_is_no_person(text: str, kind: NameType) -> None:
    """A description behind the name's comma outweighs the reader; somebody's work for one does not."""
    assert repaired(text, ("Voltara", "person", 0.9))[0] == ("Voltara", kind)
