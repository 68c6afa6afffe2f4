"""Which of its candidates an entity is: one or none, never a guess."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.ingest.forms import organisation_core, person_parts
from onrecord.ingest.identities import Linkable
from onrecord.ingest.reconcile.candidates import Candidate, authority


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of an entity. ``chosen``: the one it is; ``unsure``: those it may be, where no one is chosen."""

    chosen: Candidate | None = None
    unsure: tuple[Candidate, ...] = ()


def judge(entity: Linkable, candidates: Sequence[Candidate]) -> Verdict:
    """Decide which candidate an entity is.

    In: an entity and what a source offers for it, in the source's order.
    Out: chosen is the one candidate that bears a full name of the entity, is of its type, and of which the source is
    sure, where no other candidate is either.
    Unsure: all that bear a name of it, or of which the source is sure, are given back to be looked at; one that a
    person took back, or of whose authority it has a link, is not.
    """
    wanted = compared(entity.names, entity.type)
    linked = {authority(link) for link in entity.links}
    open_to = [
        candidate
        for candidate in candidates
        if candidate.type in {None, entity.type}
        and candidate.link not in entity.taken_back
        and authority(candidate.link) not in linked
    ]
    named = {one.link: one for one in open_to if wanted & compared(one.names, entity.type)}
    likely = named | {one.link: one for one in open_to if one.is_sure}
    if len(likely) == 1:
        (only,) = likely.values()
        if only.is_sure and only.link in named:
            return Verdict(chosen=only)
    return Verdict(unsure=tuple(likely.values()))


def compared(names: Sequence[str], kind: str) -> frozenset[str]:
    """Names as they are compared: a person's without titles, an organisation's without its legal form.

    Unsure: one word is no full name of a person and is left out.
    """
    if kind == "person":
        parts = [person_parts(name) for name in names]
        return frozenset(" ".join(name) for name in parts if len(name) > 1)
    return frozenset(organisation_core(name) for name in names) - {""}
