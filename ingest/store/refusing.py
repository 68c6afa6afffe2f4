"""Decisions that cannot be followed are refused, with a sentence that says what is wrong."""

from __future__ import annotations

import re
from collections.abc import Mapping

from sqlalchemy import Connection, text

from onrecord.ingest.errors import DecisionError
from onrecord.ingest.identities import Decision
from onrecord.schema.entities import ENTITY_TYPES
from onrecord.schema.resolution import DECISION_KINDS

_KNOWN = text(
    "SELECT type FROM article_entities WHERE name_key = :key OR article_entity_key = :key "
    "UNION ALL SELECT type FROM entities WHERE entity_key = :key LIMIT 1"
)
_TYPE = text(
    "SELECT type FROM entities WHERE entity_key = :key UNION ALL SELECT entities.type FROM article_entities "
    "JOIN entities USING (entity_id) WHERE name_key = :key OR article_entity_key = :key LIMIT 1"
)
_COUNTRY = text("SELECT iso_code FROM entities WHERE entity_key = :key")
# An item of Wikidata is kept by its number alone, so that it has one name.
_ITEM = re.compile(r"Q[1-9]\d{0,11}|https?://(?!(www\.)?wikidata\.org/)[^\s/]+\S*")
_PAIRS, _VALUES = ("same", "different"), ("rename", "type", "link")


def refuse(connection: Connection, decision: Decision, typed: Mapping[str, str]) -> None:
    """Do nothing for a decision that can be followed; ``typed``: types, by key, of decisions given before it.

    Errors: DecisionError for every other.
    """
    if decision.kind not in DECISION_KINDS:
        raise DecisionError(f"{decision.kind} is no decision; expected one of {', '.join(DECISION_KINDS)}.")
    if (decision.kind in _PAIRS and not decision.other) or (decision.kind in _VALUES and not decision.value):
        lacks = "a second key" if decision.kind in _PAIRS else "a value"
        raise DecisionError(f"{decision.kind} {decision.entity} lacks {lacks}.")
    if decision.entity == decision.other:
        raise DecisionError(f"{decision.entity} stands on both sides; two different keys are expected.")
    for key in filter(None, (decision.entity, decision.other)):
        found = connection.scalar(_KNOWN, {"key": key})
        if found is None:
            raise DecisionError(f"nothing here has the key {key}; keys stand on the pages and in entities.entity_key.")
        if found == "unnamed":
            raise DecisionError(f"{key} is a source nobody names; who that is can be written down, not decided here.")
    if decision.kind == "same":
        _refuse_same(connection, decision, typed)
    named = {kind for kind in ENTITY_TYPES if kind != "unnamed"}
    if decision.kind == "type" and decision.value not in named:
        raise DecisionError(f"{decision.value} is no type; expected one of {', '.join(sorted(named))}.")
    if decision.kind == "link":
        _refuse_link(connection, decision)


def _refuse_same(connection: Connection, decision: Decision, typed: Mapping[str, str]) -> None:
    """A person is no organisation and no place; where one was read wrongly, its type is to be decided first."""
    keys = decision.entity, decision.other or ""
    types = [typed.get(key) or connection.scalar(_TYPE, {"key": key}) for key in keys]
    if (types[0] == "person") != (types[1] == "person"):
        wrong = keys[types.index("person") - 1]
        raise DecisionError(
            f"{keys[0]} is of type {types[0]}, {keys[1]} of type {types[1]}. Are they one all the same, say first what "
            f"that is: onrecord decide type {wrong} person."
        )


def _refuse_link(connection: Connection, decision: Decision) -> None:
    if not _ITEM.fullmatch(decision.value or ""):
        raise DecisionError(
            f"{decision.value} is no link; expected an item of Wikidata such as Q42, or an address that begins with "
            "https://."
        )
    country = connection.scalar(_COUNTRY, {"key": decision.entity})
    if country is not None:
        raise DecisionError(
            f"{decision.entity} is the country {country} or its people, whose item the reference list gives."
        )
