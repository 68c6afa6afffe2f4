"""Which personal names of an article are one person: titles, surnames, first names, initials, short first names.

A surname or first name that two people of the article share is nobody's, unless one of them went by it before the
others were introduced as relatives: a story about Jane Roe that goes on with "Roe" until it comes to her husband.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from onrecord.ingest.forms import GENERATIONS, person_parts
from onrecord.ingest.nicknames import first_names_agree

Parts = tuple[str, ...]


def people(written: Sequence[str], relatives: frozenset[str] = frozenset()) -> Mapping[str, str]:
    """Each form of a personal name with the folded name of the person it is taken for.

    In: the names of an article in text order, and those of them that are introduced as somebody's relatives.
    """
    parts = {form: person_parts(form) for form in written}
    # Whole first names before initials: J. Roe is looked for among people, not the other way round.
    full = sorted({p for p in parts.values() if len(p) > 1}, key=lambda p: (len(p[0]) == 1, -len(p), p))
    person: dict[Parts, Parts] = {}
    for name in full:
        fuller = [other for other in dict.fromkeys(person.values()) if same_full_name(name, other)]
        person[name] = fuller[0] if len(fuller) == 1 else name
    everybody = set(person.values())
    kin = {person[parts[form]] for form in relatives if parts[form] in person}
    for name in set(parts.values()) - set(full):
        owners = {p for p in everybody if p[-1:] == name} or {p for p in everybody if p[:1] == name}
        # Roe alone is the father where both are named, and the son where nobody else is.
        owners = owners or {p for p in everybody if p[-1] in {f"{name[0]}-{one}" for one in GENERATIONS}}
        if len(owners) > 1:
            owners = _first_alone(name, owners, [person.get(parts[form], parts[form]) for form in written], kin)
        person[name] = owners.pop() if len(owners) == 1 else name
    return {form: " ".join(person[p]) for form, p in parts.items()}


def _first_alone(name: Parts, owners: set[Parts], in_order: Sequence[Parts], kin: set[Parts]) -> set[Parts]:
    """Of those who share a surname the one who went by it before the others, relatives all, were named; else all."""
    first = {one: in_order.index(one) for one in (*owners, name)}
    before = {one for one in owners if first[one] < first[name]}
    return before if len(before) == 1 and owners - before <= kin else owners


def same_full_name(one: Parts, other: Parts) -> bool:
    """True for one surname with first names, and middle names where both have some, that agree: J. R. Roe, Jane Roe.

    Words in front of a whole name are taken for a description: (Charger) Jane Roe.
    """
    if one[-1] != other[-1]:
        return False
    short, long = sorted((one, other), key=len)
    if len(long) > len(short) > 1 and long[-len(short) :] == short and len(short[0]) > 1:
        return True
    middle, other_middle = one[1:-1], other[1:-1]
    if not first_names_agree(one[0], other[0]):
        return False
    return not middle or not other_middle or first_names_agree(middle[0], other_middle[0])
