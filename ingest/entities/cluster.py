"""From names to the entities of one article: which names are the same person, organisation or place.

What is undecidable stays apart: a surname that two people of the article share is nobody's. Method: string and alias
rules in the order exact form, fuller form, acronym, as in Lee et al. 2013 (Computational Linguistics 39:4, section 4),
without its riskier sieves.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from onrecord.ingest.entities.countries import country_named, country_of_people
from onrecord.ingest.forms import folded, initials, is_acronym, organisation_core, person_parts
from onrecord.ingest.language.reading import Name
from onrecord.ingest.records import EntityType


def cluster(text: str, names: Iterable[Name]) -> dict[int, list[Name]]:
    """Group the names of one article by entity.

    In: the settled text and its names in text order. Out: lists of names, numbered in order of first naming.
    Unsure: names that could belong to two entities make one of their own.
    """
    groups: dict[tuple[EntityType, str], list[Name]] = defaultdict(list)
    by_type: dict[EntityType, list[Name]] = defaultdict(list)
    for name in names:
        by_type[name.type].append(name)
    people_named = frozenset(folded(name.span.of(text)) for name in by_type["group"])
    for kind, members in by_type.items():
        written = [name.span.of(text) for name in members]
        if kind == "person":
            keys = _people(written)
        elif kind == "organisation":
            keys = _organisations(text, members)
        else:
            keys = {form: _plain(kind, form, people_named) for form in written}
        for name, form in zip(members, written, strict=True):
            groups[kind, keys[form]].append(name)
    ordered = sorted(groups.values(), key=lambda members: members[0].span)
    return dict(enumerate(ordered))


def _plain(kind: EntityType, form: str, people_named: frozenset[str]) -> str:
    """Places, groups and the rest: the country they are or point to, else the folded form."""
    if kind == "place":
        country = country_named(form, people_named)
    else:
        country = country_of_people(form) if kind == "group" else None
    return country.iso_code if country else folded(form)


def _people(written: Iterable[str]) -> Mapping[str, str]:
    """Each form of a personal name with the folded name of the person it is taken for."""
    parts = {form: person_parts(form) for form in written}
    # Whole first names before initials: J. Roe is looked for among people, not the other way round.
    full = sorted({p for p in parts.values() if len(p) > 1}, key=lambda p: (len(p[0]) == 1, -len(p), p))
    person: dict[tuple[str, ...], tuple[str, ...]] = {}
    for name in full:
        fuller = [other for other in dict.fromkeys(person.values()) if _same_full_name(name, other)]
        person[name] = fuller[0] if len(fuller) == 1 else name
    people = set(person.values())
    for name in set(parts.values()) - set(full):
        owners = {p for p in people if p[-1:] == name} or {p for p in people if p[:1] == name}
        person[name] = owners.pop() if len(owners) == 1 else name
    return {form: " ".join(person[p]) for form, p in parts.items()}


def _same_full_name(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """True for one surname with first names, and middle names where both have some, that agree: J. R. Roe, Jane Roe."""
    if one[-1] != other[-1] or not _agree(one[0], other[0]):
        return False
    middle, other_middle = one[1:-1], other[1:-1]
    return not middle or not other_middle or _agree(middle[0], other_middle[0])


def _agree(one: str, other: str) -> bool:
    """True for two first names that are equal, or one the initial of the other."""
    return one == other or (min(len(one), len(other)) == 1 and one[0] == other[0])


def _organisations(text: str, names: Iterable[Name]) -> Mapping[str, str]:
    """Each form of an organisation's name with the folded name it is taken for."""
    named = list(names)
    written = Counter(name.span.of(text) for name in named)
    core = {form: organisation_core(form) for form in written}
    taken = dict(core)
    long_forms = [form for form in written if " " in core[form]]
    for form in filter(is_acronym, written):
        bracketed = {core[long] for long in long_forms if _introduces(text, named, long, form)}
        spelt_out = bracketed or {core[long] for long in long_forms if initials(long) == form.replace(".", "")}
        if len(spelt_out) == 1:
            taken[form] = spelt_out.pop()
    return taken


def _introduces(text: str, names: Iterable[Name], long: str, short: str) -> bool:
    """True where the text writes ``long (short)``: the article itself says what the acronym stands for."""
    for name in names:
        if name.span.of(text) == long:
            rest = text[name.span.end : name.span.end + len(short) + 3]
            if rest.startswith((f" ({short})", f" [{short}]")):
                return True
    return False
