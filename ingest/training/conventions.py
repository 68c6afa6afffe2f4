"""What the name types of each training set mean, and what a set has no opinion on.

Sets differ: one marks no events, another calls an airport a place. Where a set cannot tell, every label it leaves open
is allowed and the loss sums over them, so that nothing is learnt from what was never looked for.
Source: partial annotation by marginalising, Tsuboi and others (COLING 2008).
"""

from __future__ import annotations

from dataclasses import dataclass

# In the order of the encoder's name head; ``language.names.TYPES`` has the same in the project's words.
NAME_TYPES = ("PERSON", "ORG", "PLACE", "FAC", "EVENT", "WORK", "NORP")
NO_NAME = "O"

_ALLOWED: dict[str, tuple[str, ...]] = {
    **{kind: (kind,) for kind in NAME_TYPES},
    "PRODUCT": ("WORK",),
    "LAW": ("WORK",),
    "LANGUAGE": ("NORP", NO_NAME),
    "MISC": ("EVENT", "WORK", "NORP"),
    "ORG_OR_WORK": ("ORG", "WORK"),
    "PLACE_OR_O": ("PLACE", NO_NAME),
}


@dataclass(frozen=True, slots=True)
class Convention:
    """How one set labels. ``open``: types it may have left unmarked. ``facilities_are_places``: PLACE may be FAC."""

    open: tuple[str, ...] = ()
    facilities_are_places: bool = False

    def allowed(self, written: str) -> tuple[str, ...]:
        """The types that a label of this set may stand for.

        Errors: KeyError for a label that is in no list.
        """
        types = _ALLOWED[written]
        return ("PLACE", "FAC") if self.facilities_are_places and types == ("PLACE",) else types


_NEITHER_EVENTS = ("EVENT", "WORK", "NORP")
CONVENTIONS = {
    "gum-open": Convention(open=_NEITHER_EVENTS, facilities_are_places=True),
    "uner-ewt": Convention(open=_NEITHER_EVENTS, facilities_are_places=True),
    "wikigold": Convention(facilities_are_places=True),
    "crossner": Convention(facilities_are_places=True),
    "worldwide-newswire": Convention(),
}


def convention_of(stem: str) -> Convention:
    """The convention of a file by its name without endings; a file of the user's own is taken to mark every name."""
    return CONVENTIONS.get(stem, Convention())
