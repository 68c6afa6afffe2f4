"""Which personal names of an article are one person: titles, surnames, first names, initials, short first names.

A surname or first name that two people of the article share is nobody's.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from onrecord.ingest.forms import GENERATIONS, person_parts
from onrecord.ingest.nicknames import first_names_agree

Parts = tuple[str, ...]


def people(written: Iterable[str]) -> Mapping[str, str]:
    """Each form of a personal name with the folded name of the person it is taken for."""
    parts = {form: person_parts(form) for form in written}
    # Whole first names before initials: J. Roe is looked for among people, not the other way round.
    full = sorted({p for p in parts.values() if len(p) > 1}, key=lambda p: (len(p[0]) == 1, -len(p), p))
    person: dict[Parts, Parts] = {}
    for name in full:
        fuller = [other for other in dict.fromkeys(person.values()) if same_full_name(name, other)]
        person[name] = fuller[0] if len(fuller) == 1 else name
    everybody = set(person.values())
    for name in set(parts.values()) - set(full):
        owners = {p for p in everybody if p[-1:] == name} or {p for p in everybody if p[:1] == name}
        # Roe alone is the father where both are named, and the son where nobody else is.
        owners = owners or {p for p in everybody if p[-1] in {f"{name[0]}-{one}" for one in GENERATIONS}}
        person[name] = owners.pop() if len(owners) == 1 else name
    return {form: " ".join(person[p]) for form, p in parts.items()}


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
