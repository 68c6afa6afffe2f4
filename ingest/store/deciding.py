"""What people decided about entities, as it is applied to what the program made of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import Connection, text

from onrecord.ingest.identities import Joined, end_of

_HOLDING = text(
    "SELECT kind, entity_key, other_key, value FROM decisions WHERE undone_at IS NULL AND kind <> 'link' "
    "ORDER BY decided_at, decision_id"
)


@dataclass(frozen=True, slots=True)
class Decided:
    """The decisions that hold, ready to be applied; links change no family and are followed by ``links``.

    ``apart``, ``same``: pairs of keys that are different or the same, first decided first. ``names``, ``types``: by
    entity key.
    """

    apart: tuple[tuple[str, str], ...]
    same: tuple[tuple[str, str], ...]
    names: Mapping[str, str]
    types: Mapping[str, str]

    @property
    def keys(self) -> frozenset[str]:
        """Every key that some decision speaks of."""
        pairs = (key for pair in (*self.apart, *self.same) for key in pair)
        return frozenset(pairs) | self.names.keys() | self.types.keys()

    def translated(self, machine: Mapping[str, str]) -> Decided:
        """The same decisions about the entities that the program has joined meanwhile; ``machine``: key to entity."""
        return Decided(
            tuple((machine.get(one, one), other) for one, other in self.apart),
            tuple((machine.get(one, one), machine.get(other, other)) for one, other in self.same),
            {machine.get(key, key): value for key, value in self.names.items()},
            {machine.get(key, key): value for key, value in self.types.items()},
        )

    def speaks_of(self, joined: Joined) -> bool:
        """True where members of a name may not all be what the program takes them for."""
        if any(joined.entity in pair for pair in (*self.apart, *self.same)):
            return True
        return any(joined.key in pair for pair in self.apart)

    def entity(self, machine: str, key: str, local_key: str) -> str:
        """The entity that something is, after what people decided.

        In: the key of the entity the program takes it for, the key of its name, and its own in its article.
        """
        found = machine
        for one, other in self.apart:
            if found == one and other in {key, local_key}:
                found = other
            elif found == other and one in {key, local_key} and one != found:
                found = one
        return self._joined().get(found, found)

    def _joined(self) -> Mapping[str, str]:
        """Each key with the first of all it is the same as."""
        first: dict[str, str] = {}
        for one, other in self.same:
            ends = [end_of(first, key) for key in (one, other)]
            if ends[0] != ends[1]:
                first[ends[1]] = ends[0]
        return {key: end_of(first, key) for key in first}


def holding(connection: Connection) -> Decided:
    """The decisions of a corpus that nobody took back."""
    pairs: dict[str, list[tuple[str, str]]] = {"different": [], "same": []}
    values: dict[str, dict[str, str]] = {"rename": {}, "type": {}}
    for kind, key, other, value in connection.execute(_HOLDING):
        if kind in pairs:
            pairs[kind].append((key, other))
        else:
            values[kind][key] = value
    return Decided(tuple(pairs["different"]), tuple(pairs["same"]), values["rename"], values["type"])
