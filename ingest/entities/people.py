"""Which personal names of an article are one person: titles, surnames, first names, initials, short first names.

A surname or first name that two people of the article share is nobody's, unless a title tells which of them is meant
(Mrs Roe, Sen. Roe), or one of them went by it before the others were introduced as relatives: a story about Jane Roe
that goes on with "Roe" until it comes to her husband.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from onrecord.ingest.entities.courtesy import Naming
from onrecord.ingest.first_names import sex_of
from onrecord.ingest.forms import GENERATIONS, person_parts
from onrecord.ingest.nicknames import first_names_agree

Parts = tuple[str, ...]


@dataclass(slots=True)
class _Known:
    """What the namings of each person tell: sexes and titles."""

    sexes: defaultdict[Parts, set[str]] = field(default_factory=lambda: defaultdict(set))
    titles: defaultdict[Parts, set[str]] = field(default_factory=lambda: defaultdict(set))

    def read(self, in_order: Sequence[Parts], written: Sequence[Naming]) -> None:
        """Take in what stands beside full names; "her husband, John Roe" tells of the Roe before him, too."""
        for place, (one, naming) in enumerate(zip(in_order, written, strict=True)):
            if len(one) > 1:
                self.tell(one, naming)
                before = {other for other in in_order[:place] if other[-1] == one[-1] and len(other) > 1} - {one}
                if len(before) == 1 and sex_of(" ".join(*before)) in {naming.whose, ""}:
                    self.sexes[before.pop()] |= {naming.whose} - {""}

    def tell(self, one: Parts, naming: Naming) -> None:
        """Take in what one naming of a person tells."""
        self.sexes[one] |= {naming.sex} - {""}
        self.titles[one] |= {naming.title} - {""}

    def sex(self, one: Parts) -> set[str]:
        """Of which sex somebody is: as the article says or, where it does not, by the first name; empty if unknown."""
        return self.sexes[one] or {sex_of(" ".join(one))} - {""}

    def fitting(self, owners: Iterable[Parts], naming: Naming) -> set[Parts]:
        """Those whom a naming can mean; of several those who are called by its title, where somebody is."""
        fit = {one for one in owners if not naming.is_rival(self.sex(one), self.titles[one])}
        called = {one for one in fit if naming.title in self.titles[one]} if naming.title else set()
        return called or fit

    def is_uneven(self, some: Iterable[Parts]) -> bool:
        """True where of some the sex is known and of others it is not: "Mrs Roe" may be either."""
        return len({bool(self.sex(one)) for one in some}) > 1


def people(written: Sequence[Naming], relatives: frozenset[str] = frozenset()) -> list[str]:
    """The folded name of the person that each naming is taken for; for a surname of several, that name and its title.

    In: the namings of an article in text order, and the names of those who are introduced as somebody's relatives.
    Unsure: namings by one surname are one, apart from the others; but Mr and Mrs, Sen. and Rep. never are.
    """
    parts = {naming.form: person_parts(naming.form) for naming in written}
    person = _full_names(set(parts.values()))
    kin = {person[parts[form]] for form in relatives if parts[form] in person}
    in_order = [person.get(parts[naming.form], parts[naming.form]) for naming in written]
    known = _Known()
    known.read(in_order, written)
    by_name: dict[Parts, list[Naming]] = defaultdict(list)
    for naming, name in zip(written, in_order, strict=True):
        if len(name) == 1:
            by_name[name].append(naming)
    meant: dict[Naming, Parts] = {}
    for name, namings in by_name.items():
        owners = _owners(name, set(person.values()))
        for naming in 2 * list(dict.fromkeys(namings)):  # twice: who is "Mr" tells whom "Mrs" does not mean
            fit = known.fitting(owners, naming)
            if len(fit) > 1 and not (naming.sex and known.is_uneven(fit)):
                fit = _first_alone(name, fit, in_order, kin)
            if len(fit) == 1 and _is_clear(naming, namings, fit, owners, known):
                (meant[naming],) = fit
                known.tell(meant[naming], naming)
            elif naming not in meant:
                meant[naming] = _apart(naming, namings, owners)
    return [" ".join(meant.get(naming, one)) for naming, one in zip(written, in_order, strict=True)]


def _full_names(names: Iterable[Parts]) -> dict[Parts, Parts]:
    """Each full name with the fullest one of the same person."""
    # Whole first names before initials: J. Roe is looked for among people, not the other way round.
    full = sorted({p for p in names if len(p) > 1}, key=lambda p: (len(p[0]) == 1, -len(p), p))
    person: dict[Parts, Parts] = {}
    for name in full:
        fuller = [other for other in dict.fromkeys(person.values()) if same_full_name(name, other)]
        person[name] = fuller[0] if len(fuller) == 1 else name
    return person


def _owners(name: Parts, everybody: set[Parts]) -> set[Parts]:
    """Whose surname or, where it is nobody's, first name it is."""
    owners = {p for p in everybody if p[-1:] == name} or {p for p in everybody if p[:1] == name}
    # Roe alone is the father where both are named, and the son where nobody else is.
    return owners or {p for p in everybody if p[-1] in {f"{name[0]}-{one}" for one in GENERATIONS}}


def _is_clear(naming: Naming, namings: Sequence[Naming], fit: set[Parts], owners: set[Parts], known: _Known) -> bool:
    """False where Mr and Mrs might both be taken for the one person of the name, of whom neither is told.

    Then the one of them is meant who comes first and more often than the other.
    """
    (one,) = fit
    other = {"male", "female"} - {naming.sex}
    if not naming.sex or naming.sex in known.sex(one) or any(other & known.sex(owner) for owner in owners):
        return True
    sexes = [some.sex for some in namings if some.sex]
    return sexes[0] == naming.sex and sexes.count(naming.sex) * 2 > len(sexes)


def _apart(naming: Naming, namings: Sequence[Naming], owners: set[Parts]) -> Parts:
    """What a naming that is nobody's goes by: the name and, where others go by it too, the title."""
    tag = naming.sex or naming.title
    others = {some.sex or some.title for some in namings} - {"", tag}
    is_rival = any(naming.is_rival({some.sex} - {""}, {some.title} - {""}) for some in namings)
    alone = person_parts(naming.form)
    return (*alone, f"({tag})") if tag and (owners or is_rival or "couple" in others) else alone


def _first_alone(name: Parts, owners: set[Parts], in_order: Sequence[Parts], kin: set[Parts]) -> set[Parts]:
    """Of those who share a name the one whom it means by the order of the article, where all others are relatives.

    That is who went by it before the others were named, or else who was named first and by then twice as often as any
    of them. Unsure: all.
    """
    first = {one: in_order.index(one) for one in (*owners, name)}
    before = {one for one in owners if first[one] < first[name]}
    if len(before) == 1 and owners - before <= kin:
        return before
    leading = min(owners, key=lambda one: first[one])
    named = Counter(in_order[: first[name]])
    others = owners - {leading}
    if others <= kin and leading not in kin and all(named[leading] >= 2 * named[one] for one in before - {leading}):
        return {leading} & before or owners
    return owners


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
