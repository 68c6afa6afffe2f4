"""Which entities are one in the world, and which quotes one utterance."""

from __future__ import annotations

import pytest

from onrecord.ingest.records import Entity, EntityType, Quote, QuoteKind
from onrecord.ingest.resolve.identity import identify
from onrecord.ingest.resolve.places import Scene
from onrecord.ingest.resolve.statements import statement_key
from onrecord.ingest.spans import Span


def entity(kind: EntityType, *names: str, country: str | None = None) -> Entity:
    """An entity that goes by these names, the most used first; the fullest is its name."""
    return Entity(max(names, key=len), kind, tuple((name, 9 - place) for place, name in enumerate(names)), country)


SAME = {
    "a full name in two articles": (entity("person", "Roe", "Jane Roe"), entity("person", "Jane Roe")),
    "a middle initial used once": (entity("person", "Jane Roe", "Jane M. Roe"), entity("person", "Jane Roe")),
    "a title": (entity("person", "Gen. Jane Roe"), entity("person", "Jane Roe")),
    "accents and case": (entity("person", "José Roé"), entity("person", "Jose ROE")),
    "a legal form": (entity("organisation", "Acme Corp."), entity("organisation", "Acme")),
    "two names of a country": (entity("place", "US", country="US"), entity("place", "America", country="US")),
    "a team by its nickname": (
        entity("organisation", "Colts"),
        entity("organisation", "Indianapolis Colts", "Indianapolis"),
    ),
    "two forms of a demonym": (entity("group", "Russian", country="RU"), entity("group", "Russians", country="RU")),
}
APART = {
    "a bare surname and a full name": (entity("person", "Roe"), entity("person", "Jane Roe")),
    "two first names": (entity("person", "Tim Roe"), entity("person", "Jane Roe")),
    "a father and a son": (entity("person", "Tim Roe"), entity("person", "Tim Roe Jr.")),
    "two popes": (entity("person", "Tim Paul I"), entity("person", "Tim Paul II")),
    "two middle initials": (entity("person", "George H. Roe"), entity("person", "George W. Roe")),
    "a company and a river": (entity("organisation", "Amazon"), entity("place", "Amazon")),
    "two numbers": (entity("facility", "Base 101"), entity("facility", "Base 201")),
    "a country and its people": (entity("place", "Niger", country="NE"), entity("group", "Nigerien", country="NE")),
}


@pytest.mark.parametrize(("one", "other"), SAME.values(), ids=SAME.keys())
def test_one_entity_has_one_key_in_all_articles(one: Entity, other: Entity) -> None:
    """What is certain to be the same gets the same key."""
    assert identify(one, "article-1").key == identify(other, "article-2").key


@pytest.mark.parametrize(("one", "other"), APART.values(), ids=APART.keys())
def test_what_may_be_two_stays_two(one: Entity, other: Entity) -> None:
    """Where evidence is thin, apart."""
    assert identify(one, "article-1").key != identify(other, "article-1").key


@pytest.mark.parametrize("local", [entity("person", "Roe"), entity("unnamed", "a senior official")])
def test_surnames_and_unnamed_sources_stay_in_their_article(local: Entity) -> None:
    """The same words in two articles are two people, until more is known."""
    first, second = identify(local, "article-1"), identify(local, "article-2")
    assert first.key != second.key
    assert first.is_short
    assert identify(local, "article-1") == first


def test_an_airport_carries_its_number_whether_it_is_a_place_or_a_building() -> None:
    """Readers take airports for buildings too; a building called after a town is not the town."""
    scene = Scene("GB", frozenset({"GB"}), frozenset())
    airport = identify(entity("facility", "Heathrow Airport"), "article-1", scene)
    assert airport.geonames_id == 2647216
    assert airport.key == identify(entity("facility", "London Heathrow"), "article-2", scene).key
    assert identify(entity("facility", "Sheffield"), "article-1", scene).geonames_id is None


@pytest.mark.parametrize(
    ("kind", "name", "item"),
    [
        ("place", "Grand Mosque", "Q428858"),
        ("facility", "Grand Mosque", "Q428858"),
        ("facility", "Eiffel Tower", "Q243"),
        ("facility", "Mecca", None),
        ("organisation", "Louvre", None),
        ("person", "Petra", None),
        ("place", "Kremlin", None),
        ("facility", "White House", None),
    ],
)
def test_a_landmark_is_linked_as_place_or_building_and_never_changes_its_type(
    kind: EntityType, name: str, item: str | None
) -> None:
    """What the reader took for an organisation or a person stays one; houses that speak are not in the list."""
    scene = Scene("SA", frozenset({"SA"}), frozenset({"mecca"}))
    identity = identify(entity(kind, name), "article-1", scene)
    assert (identity.wikidata_id, identity.geonames_id) == (item, None)
    assert (identity.latitude is not None) == (item is not None)


def test_a_country_carries_its_numbers() -> None:
    """GeoNames and Wikidata are known for every country of the list."""
    niger = identify(entity("place", "Niger", country="NE"), "article-1")
    assert (niger.geonames_id, niger.wikidata_id, niger.is_short) == (2440476, "Q1032", False)


@pytest.mark.parametrize(
    ("one", "other", "kind", "is_same"),
    [
        ("“We will open the bridge today,”", "'We will open the bridge today.'", "direct", True),
        ("“We will open the bridge today,”", "“WE WILL OPEN THE BRIDGE TODAY”", "direct", True),
        ("“We will open the bridge today,”", "“We will open the tunnel today,”", "direct", False),
        ("we will open the bridge today", "we will open the bridge today", "indirect", False),
        ("“We will see.”", "“We will see.”", "direct", False),
        ("“We will see it.”", "“We will see it.”", "direct", False),
        ("“We will see it now.”", "“We will see it now.”", "direct", True),
    ],
)
def test_the_same_words_are_one_utterance(one: str, other: str, kind: QuoteKind, is_same: bool) -> None:  # noqa: FBT001
    """Marks, case and punctuation do not matter; few words and words that are not verbatim are never joined."""
    keys = [statement_key(Quote(kind, (Span(0, len(text)),), None, None, None, 1.0), text) for text in (one, other)]
    assert (keys[0] == keys[1] and keys[0] is not None) == is_same
