"""From names to the entities of one article: which names are the same person, organisation or place.

What is undecidable stays apart: a surname that two people of the article share is nobody's. Method: string and alias
rules in the order exact form, fuller form, acronym, as in Lee et al. 2013 (Computational Linguistics 39:4, section 4),
without its riskier sieves.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from onrecord.ingest.acronyms import spelt_out
from onrecord.ingest.entities.countries import country_named, country_of_people
from onrecord.ingest.entities.courtesy import naming
from onrecord.ingest.entities.people import people
from onrecord.ingest.entities.relatives import relatives
from onrecord.ingest.entities.shortening import shortened
from onrecord.ingest.forms import folded, initials, is_acronym, organisation_core, place_core
from onrecord.ingest.language.reading import Name
from onrecord.ingest.records import EntityType
from onrecord.ingest.teams import teams


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
            for name, key in zip(
                members, people([naming(text, n.span) for n in members], relatives(text, members)), strict=True
            ):
                groups[kind, key].append(name)
            continue
        if kind == "organisation":
            keys = _organisations(text, members)
        elif kind in {"facility", "event", "work"}:
            fold = {"facility": place_core, "work": _singular}.get(kind, folded)
            core = {form: fold(form) for form in written}
            short = shortened(core.values(), by_end_only=kind == "work")
            keys = _by_acronym(text, members, core, short)
        else:
            keys = {form: _plain(kind, form, people_named) for form in written}
        for name, form in zip(members, written, strict=True):
            groups[kind, keys[form]].append(name)
    ordered = sorted(groups.values(), key=lambda members: members[0].span)
    return dict(enumerate(ordered))


def _plain(kind: EntityType, form: str, people_named: frozenset[str]) -> str:
    """Places, groups and the rest: the country they are or point to, else the folded form."""
    if kind == "place":
        country = country_named(form, people_named) or country_of_people(form)
    else:
        country = country_of_people(form) if kind == "group" else None
    if country is not None:
        return country.iso_code
    return spelt_out(place_core(form)) if kind == "place" else folded(form)


def _singular(form: str) -> str:
    """The folded name of a product, one of many or all of them: A380s, A380."""
    core = folded(form)
    last = core.split()[-1] if core else ""
    return core[:-1] if last.endswith("s") and not last.endswith("ss") and len(last) > 3 else core


def _organisations(text: str, names: Sequence[Name]) -> Mapping[str, str]:
    """Each form of an organisation's name with the folded name it is taken for."""
    core = {form: organisation_core(form) for form in dict.fromkeys(name.span.of(text) for name in names)}
    # What holds a comma before anything but a legal form is a list of several: Acme, Bolt Works.
    listed = {core[form] for form in core if _is_list(form)}
    taken = {name: name for name in listed} | dict(shortened(set(core.values()) - listed))
    keys = _by_acronym(text, names, core, taken)
    full = teams(set(keys.values()))
    return {form: full.get(key, key) for form, key in keys.items()}


def _by_acronym(
    text: str, names: Sequence[Name], core: Mapping[str, str], short: Mapping[str, str]
) -> Mapping[str, str]:
    """Each form with the folded name it is taken for, acronyms with what the article spells out, or everybody knows.

    In: names of one type; their forms folded; each folded name with the one it is short for.
    """
    taken = dict(short)
    long_forms = [form for form in core if " " in core[form]]
    for form in filter(is_acronym, core):
        bracketed = {taken[core[long]] for long in long_forms if _introduces(text, names, long, form)}
        spelt = bracketed or {taken[core[long]] for long in long_forms if _spells_out(long, form)}
        spelt = spelt or {taken[name] for name in {spelt_out(core[form])} - {core[form]} if name in taken}
        if len(spelt) == 1:
            (full,), acronym = spelt, taken[core[form]]
            taken |= dict.fromkeys((name for name in taken if taken[name] == acronym), full)
    return {form: taken[core[form]] for form in core}


def _is_list(form: str) -> bool:
    """True for several names in one, between slashes or commas that no legal form follows."""
    if "/" in form:
        return True
    behind = form.split(", ")[1:]
    return any(organisation_core(f"x {part}") != "x" for part in behind)


def _spells_out(long: str, short: str) -> bool:
    """True where the initials of a name, with or without its legal form, make up an acronym."""
    letters = short.replace(".", "")
    return initials(long) == letters or initials(organisation_core(long), every=True) == letters


def _introduces(text: str, names: Sequence[Name], long: str, short: str) -> bool:
    """True where the text writes ``long (short)``: the article itself says what the acronym stands for."""
    for name in names:
        if name.span.of(text) == long:
            rest = text[name.span.end : name.span.end + len(short) + 3]
            if rest.startswith((f" ({short})", f" [{short}]", f", {short},")):
                return True
    return False
