"""Across articles: which entities are one in the world, and which quotes are one utterance.

The answer for an article depends on that article alone, never on what is stored already: any order of ingest gives the
same entities, and adding articles costs what those articles cost.
"""

from __future__ import annotations

from onrecord.ingest.records import Analysis, Resolved
from onrecord.ingest.resolve.identity import identify
from onrecord.ingest.resolve.statements import statement_key

__all__ = ["resolve"]


def resolve(analysis: Analysis) -> Resolved:
    """Give every entity and every verbatim quote of an article its identity in the corpus.

    In: the analysed article. Out: the same with one identity an entity and one statement key (or None) a quote.
    Unsure: entities that may or may not be one stay apart.
    """
    article = analysis.article
    return Resolved(
        analysis=analysis,
        identities=tuple(identify(entity, article.key) for entity in analysis.entities),
        statements=tuple(statement_key(quote, article.text) for quote in analysis.quotes),
    )
