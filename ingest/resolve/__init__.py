"""Across articles: which entities are one in the world, and which quotes are one utterance.

``resolve`` says what an article tells by itself; ``join`` compares names of many articles. Both are pure functions, so
that any order of ingest gives the same entities and the same keys.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from onrecord.ingest.forms import folded
from onrecord.ingest.identities import Identity, Resolved
from onrecord.ingest.records import Analysis
from onrecord.ingest.resolve.identity import another, identify
from onrecord.ingest.resolve.joining import join
from onrecord.ingest.resolve.places import Scene, countries_of
from onrecord.ingest.resolve.statements import statement_key

__all__ = ["join", "resolve"]


def resolve(analysis: Analysis) -> Resolved:
    """Give every entity and every verbatim quote of an article its identity in the corpus.

    In: the analysed article. Out: the same with one identity an entity and one statement key (or None) a quote.
    Unsure: entities that may or may not be one stay apart.
    """
    article = analysis.article
    return Resolved(
        analysis=analysis,
        identities=tuple(_identities(analysis)),
        statements=tuple(statement_key(quote, article.text) for quote in analysis.quotes),
    )


def _identities(analysis: Analysis) -> Iterator[Identity]:
    """The identity of each entity; two that go by one name in one article are told apart by their order."""
    scene = _scene(analysis)
    seen: Counter[str] = Counter()
    for entity in analysis.entities:
        identity = identify(entity, analysis.article.key, scene)
        seen[identity.local_key] += 1
        count = seen[identity.local_key]
        yield identity if count == 1 else replace(identity, local_key=another(identity.local_key, count))


def _scene(analysis: Analysis) -> Scene:
    """Where an article plays: the country it names most, if one leads, and all it names or has a place of.

    A country is named by itself or by its people.
    """
    counts: Counter[str] = Counter()
    for entity in analysis.entities:
        if entity.country is not None:
            counts[entity.country] += sum(count for _, count in entity.names)
    places = [entity for entity in analysis.entities if entity.type == "place"]
    names = frozenset(folded(name) for entity in places for name, _ in entity.names)
    cities = frozenset(folded(name) for entity in places if entity.country is None for name, _ in entity.names)
    most = counts.most_common(2)
    leads = bool(most) and (len(most) == 1 or most[0][1] > most[1][1])
    return Scene(most[0][0] if leads else None, countries_of(cities, frozenset(counts)), names)
