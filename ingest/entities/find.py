"""The entities of one article, each with its names and its mentions."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence

from onrecord.ingest.entities.cluster import cluster
from onrecord.ingest.entities.countries import country_named, country_of, country_of_people
from onrecord.ingest.entities.courtesy import courtesy, titled
from onrecord.ingest.entities.states import states_as_places
from onrecord.ingest.entities.titles import titles_of
from onrecord.ingest.forms import as_name, folded, fullest
from onrecord.ingest.language.reading import Name
from onrecord.ingest.records import Entity, Mention

_BESIDE = 6  # names that are looked at in front of another


def find_entities(text: str, names: Sequence[Name]) -> tuple[tuple[Entity, ...], tuple[Mention, ...]]:
    """Who and what an article names.

    In: the settled text; its names, in text order and without overlaps. Out: entities in order of first naming, and one
    mention a name, in text order, each with the index of its entity.
    Unsure: a name that could be two entities' becomes an entity of its own (see ``cluster``).
    """
    entities: list[Entity] = []
    mentions: list[Mention] = []
    names = states_as_places(text, titled(text, names))
    for number, members in cluster(text, names).items():
        entities.append(_entity(text, members, names))
        mentions += [Mention(name.span, name.type, "name", number) for name in members]
    return tuple(entities), tuple(sorted(mentions, key=lambda mention: mention.span))


def _entity(text: str, members: Sequence[Name], everything: Sequence[Name]) -> Entity:
    counts = Counter(as_name(name.span.of(text)) for name in members)
    kind = members[0].type
    names = tuple(sorted(counts.items(), key=lambda item: (-item[1], item[0])))
    country = None
    if kind == "place":
        people = frozenset(folded(name.span.of(text)) for name in everything if name.type == "group")
        country = country_named(names[0][0], people)
    elif kind == "group":
        country = country_of_people(names[0][0])
    code = country.iso_code if country else None
    name = country_of(code).name if code and kind == "place" else fullest(counts)
    if kind == "person":
        name = courtesy(text, [member.span for member in members]) + name
    titles = _titles(text, members, everything) if kind == "person" else ()
    return Entity(name, kind, names, code, tuple(dict.fromkeys(titles)))


def _titles(text: str, members: Sequence[Name], everything: Sequence[Name]) -> Iterator[str]:
    """The titles at all namings of a person, in text order."""
    for member in members:
        at = bisect_left(everything, member.span, key=lambda name: name.span)
        yield from titles_of(text, member.span, [name.span for name in everything[max(0, at - _BESIDE) : at]])
