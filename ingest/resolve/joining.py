"""Which names of the corpus are one entity: the names of a family are compared, and each merge says why.

A pure function of what is stored: the order in which articles came plays no part. A name that could be two entities'
stays apart, and so does one that shares no company with what it may be: evidence is a name and whom it is named with.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from onrecord.ingest.identities import BY_NAME, Evidence, Family, Form, Joined, end_of
from onrecord.ingest.nicknames import first_names_agree
from onrecord.ingest.resolve.surnames import LEAST, PROMINENT, attach, bearers, listed, undecided, weight
from onrecord.ingest.resolve.usual_type import of_usual_type

# Words that tell nothing about a name.
_JOINING = frozenset({"and", "of", "for", "the"})


def join(family: Family, evidence: Evidence) -> Iterator[Joined]:
    """Decide for every form of a family, and for bare surnames, which entity it is.

    In: the family; ``evidence`` tells what stands beside its names in the articles.
    Out: one decision a form, and one for each article with a bare surname that is new or may be decided otherwise now.
    What is no person may go to the same name of another type (see ``usual_type``), with all that is joined to it.
    Unsure: the entity is the form itself, or the surname in its own article.
    """
    forms = {form.form: form for form in family.forms}
    joined: dict[str, tuple[str, str, float]] = {}
    fuller_of = _fuller_person if family.type == "person" else _fuller_name
    for form in sorted(forms):
        fuller = fuller_of(form, family, evidence)
        if fuller is not None:
            joined[form] = fuller
    to = {form: fuller for form, (fuller, _, _) in joined.items()}
    decided = [_follow(form, forms, joined, end_of(to, form.form)) for form in family.forms]
    if family.type != "person":
        decided = list(_of_usual_type(family, decided, evidence))
    yield from decided
    if family.type == "person":
        root = {form.form: one.entity for form, one in zip(family.forms, decided, strict=True)}
        surname = family.forms[0].form.split()[-1]
        shorts = tuple(evidence.shorts(surname, undecided(family, root, evidence)))
        people = bearers(family, root, evidence) if shorts else ()
        yield from (attach(short, people, evidence) for short in shorts)


def _follow(form: Form, forms: Mapping[str, Form], joined: Mapping[str, tuple[str, str, float]], at: str) -> Joined:
    """The entity a form ends at, when what it joins joins another in turn."""
    if form.form not in joined:
        return Joined(form.key, form.key, BY_NAME, 1.0)
    _, reason, score = joined[form.form]
    return Joined(form.key, forms[at].key, reason, score)


def _of_usual_type(family: Family, decided: Sequence[Joined], evidence: Evidence) -> Iterator[Joined]:
    """The decisions about a family, where its entities are of another type in most articles, with those."""
    elsewhere: dict[str, Joined] = {}
    for form, joined in zip(family.forms, decided, strict=True):
        usual = of_usual_type(form, evidence) if form.types and joined.entity == form.key else None
        if usual is not None:
            elsewhere[form.key] = usual
    for joined in decided:
        if joined.key in elsewhere:
            yield elsewhere[joined.key]
        elif joined.entity in elsewhere:
            yield replace(joined, entity=elsewhere[joined.entity].entity)
        else:
            yield joined


def _fuller_person(form: str, family: Family, evidence: Evidence) -> tuple[str, str, float] | None:
    """The plainer or fuller name of the same person: Jane M. Roe joins Jane Roe, Bill Roe joins William Roe."""
    parts = form.split()
    others = [
        other.form.split() for other in family.forms if other.form != form and other.form.split()[-1] == parts[-1]
    ]
    for alias, full, _ in family.aliases:
        if full == form and " " in alias and form.endswith(f" {alias}") and alias.split() in others:
            return alias, f"An article calls “{evidence.written(alias)}” so, with words in front.", 0.9
    plain = [parts[0], parts[-1]]
    if len(parts) > 2 and len(parts[0]) > 1:
        namesakes = [other for other in (*others, parts) if len(other) > 2 and other[0] == parts[0]]
        if plain in others and _agree([[word[0] for word in other[1:-1]] for other in namesakes]):
            written = evidence.written(" ".join(plain))
            return (
                " ".join(plain),
                f"“{written}” and the same with middle names that agree.",
                0.95,
            )
    if len(parts) == 2:
        agreeing = [
            other
            for other in others
            if other[0] != parts[0]
            and first_names_agree(parts[0], other[0])
            and (len(parts[0]), parts[0]) < (len(other[0]), other[0])
        ]
        if len({other[0] for other in agreeing}) == 1:
            fuller = min((" ".join(other) for other in agreeing), key=lambda name: (len(name.split()), name))
            company = evidence.company(form)
            shared = company.names & evidence.company(fuller).names
            if weight(shared) >= LEAST:
                written = evidence.written(fuller)
                whom = listed(shared, company.called)
                return fuller, f"A short first name of “{written}”, with whom it shares company: {whom}.", 0.85
    return None


def _agree(middles: Sequence[Sequence[str]]) -> bool:
    """Whether middle initials may be one person's, all in the longest in order: R. and D. R. may, R. and W. may not."""
    longest = max(middles, key=len)
    for initials in middles:
        rest = iter(longest)
        if not all(initial in rest for initial in initials):
            return False
    return True


def _fuller_name(form: str, family: Family, evidence: Evidence) -> tuple[str, str, float] | None:
    """The one fuller name that articles use beside this one for the same entity: AMD joins Advanced Micro Devices."""
    fuller: dict[str, int] = defaultdict(int)
    for alias, full, count in family.aliases:
        if alias == form and _is_fuller(full, form):
            fuller[full] += count
    if not fuller:
        return _fuller_variant(form, family, evidence)
    longest = max(fuller, key=lambda full: (fuller[full], len(full.split()), full))
    rivals = [
        full
        for full, count in fuller.items()
        if full != longest and count * PROMINENT > fuller[longest] and not _kin(full, longest, family)
    ]
    known = {one.form for one in family.forms}
    if rivals or longest not in known:
        return None
    count = fuller[longest]
    # Nobody is quoted for what a work or a building says; where an organisation may speak, one article is not enough.
    is_told = count > 1 or family.type != "organisation"
    shared = frozenset() if is_told else evidence.company(form).names & evidence.company(longest).names
    if not is_told and weight(shared) < LEAST:
        return None
    written = evidence.written(longest)
    why = f"Articles call “{written}” so, and nothing else."
    if shared:
        what = listed(shared, evidence.company(form).called)
        why = f"An article calls “{written}” so, with which it shares company: {what}."
    return longest, why, 0.95 if count > 1 else 0.85


def _fuller_variant(form: str, family: Family, evidence: Evidence) -> tuple[str, str, float] | None:
    """The usual spelling of a long name that has the same short name: both are called EADS."""
    called: dict[str, int] = {alias: count for alias, full, count in family.aliases if full == form}
    known = {one.form for one in family.forms}
    variants = {
        full: count
        for alias, full, count in family.aliases
        if alias in called
        and full in known
        and _share_words(full, form)
        and (count, len(full.split()), full) > (called[alias], len(form.split()), form)
    }
    if not variants:
        return None
    fuller = max(variants, key=lambda full: (variants[full], len(full.split()), full))
    return fuller, f"“{evidence.written(fuller)}” has the same short name and is written nearly alike.", 0.9


def _share_words(one: str, other: str) -> bool:
    """True for two names of which two thirds of the words, and three at least, are the same."""
    words, others = set(one.split()) - _JOINING, set(other.split()) - _JOINING
    return len(words & others) >= 3 and len(words & others) * 3 >= len(words | others) * 2


def _kin(one: str, other: str, family: Family) -> bool:
    """True where articles use two names for one entity, or one is the other with words in front or behind."""
    pairs = {(alias, full) for alias, full, _ in family.aliases}
    if (one, other) in pairs or (other, one) in pairs:
        return True
    short, long = sorted((one.split(), other.split()), key=len)
    if long[: len(short)] == short or long[-len(short) :] == short:
        return True
    return _share_words(one, other)


def _is_fuller(full: str, form: str) -> bool:
    return (len(full.split()), full) > (len(form.split()), form)
