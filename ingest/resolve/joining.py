"""Which names of the corpus are one entity: the names of a family are compared, and each merge says why.

A pure function of what is stored: the order in which articles came plays no part. A name that could be two entities'
stays apart, and so does one that shares no company with what it may be: evidence is a name and whom it is named with.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping

from onrecord.ingest.identities import ALONE, BY_NAME, Company, Family, Form, Joined, Named, Short
from onrecord.ingest.nicknames import first_names_agree

# The names that stand in the articles of a form; a bounded number of articles, chosen by content.
CompanyOf = Callable[[str], Company]

# Shared company below this weight (two places, one person) tells nothing.
LEAST = 2
# So many times as many articles must name one person in full for a bare surname to be hers and not another's.
PROMINENT = 5
# Words that tell nothing about a name.
_JOINING = frozenset({"and", "of", "for", "the"})


def join(family: Family, company: CompanyOf) -> tuple[Joined, ...]:
    """Decide for every form and every short name of a family which entity it is.

    In: the family; ``company`` gives the names that stand beside a form in its articles.
    Out: one decision a form and one a short name, in the order given.
    Unsure: the entity is the form itself, or the short name in its own article.
    """
    forms = {form.form: form for form in family.forms}
    joined: dict[str, tuple[str, str, float]] = {}
    attach = _attach_person if family.type == "person" else _attach_alias
    for form in sorted(forms):
        fuller = attach(form, family, company)
        if fuller is not None:
            joined[form] = fuller
    decided = [_follow(form, forms, joined) for form in family.forms]
    root = {form.form: one.entity for form, one in zip(family.forms, decided, strict=True)}
    return (*decided, *(_attach_short(short, root, family, company) for short in family.shorts))


def _follow(form: Form, forms: Mapping[str, Form], joined: Mapping[str, tuple[str, str, float]]) -> Joined:
    """The entity a form ends at, when what it joins joins another in turn."""
    if form.form not in joined:
        return Joined(form.key, form.key, BY_NAME, 1.0)
    _, reason, score = joined[form.form]
    seen, at = {form.form}, joined[form.form][0]
    while at in joined and at not in seen:
        seen.add(at)
        at = joined[at][0]
    # Two that join each other are called by the first in order.
    at = min(seen) if at in seen else at
    return Joined(form.key, forms[at].key, reason, score)


def _attach_person(form: str, family: Family, company: CompanyOf) -> tuple[str, str, float] | None:
    """The plainer or fuller name of the same person: Jane M. Roe joins Jane Roe, Bill Roe joins William Roe."""
    parts = form.split()
    others = [
        other.form.split() for other in family.forms if other.form != form and other.form.split()[-1] == parts[-1]
    ]
    for alias, full, _ in family.aliases:
        if full == form and " " in alias and form.endswith(f" {alias}") and alias.split() in others:
            return alias, f"An article calls “{_written(family, alias)}” so, with words in front.", 0.9
    plain = [parts[0], parts[-1]]
    if len(parts) > 2 and len(parts[0]) > 1:
        middles = {other[1][0] for other in (*others, parts) if len(other) > 2 and other[0] == parts[0]}
        if plain in others and len(middles) == 1:
            written = _written(family, " ".join(plain))
            return " ".join(plain), f"“{written}” and the same with a middle name, of which there is one only.", 0.95
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
            shared = company(form).names & company(fuller).names
            if _weight(shared) >= LEAST:
                written = _written(family, fuller)
                return fuller, f"A short first name of “{written}”, with whom it shares company: {_list(shared)}.", 0.85
    return None


def _attach_alias(form: str, family: Family, company: CompanyOf) -> tuple[str, str, float] | None:
    """The one fuller name that articles use beside this one for the same entity: AMD joins Advanced Micro Devices."""
    fuller: dict[str, int] = defaultdict(int)
    for alias, full, count in family.aliases:
        if alias == form and _is_fuller(full, form):
            fuller[full] += count
    if not fuller:
        return _attach_variant(form, family)
    longest = max(fuller, key=lambda full: (len(full.split()), full))
    rivals = [full for full in fuller if full != longest and not _kin(full, longest, family)]
    known = {one.form for one in family.forms}
    if rivals or longest not in known:
        return None
    count = fuller[longest]
    # Nobody is quoted for what a work or a building says; where an organisation may speak, one article is not enough.
    is_told = count > 1 or family.type != "organisation"
    shared = frozenset() if is_told else company(form).names & company(longest).names
    if not is_told and _weight(shared) < LEAST:
        return None
    written = _written(family, longest)
    why = f"Articles call “{written}” so, and nothing else."
    if shared:
        why = f"An article calls “{written}” so, with which it shares company: {_list(shared)}."
    return longest, why, 0.95 if count > 1 else 0.85


def _attach_variant(form: str, family: Family) -> tuple[str, str, float] | None:
    """The longer spelling of a long name that has the same short name: both are called EADS."""
    called = {alias for alias, full, _ in family.aliases if full == form}
    known = {one.form for one in family.forms}
    variants = sorted(
        full
        for alias, full, _ in family.aliases
        if alias in called and full in known and full != form and _is_fuller(full, form) and _share_words(full, form)
    )
    if not variants:
        return None
    fuller = max(variants, key=lambda full: (len(full.split()), full))
    return fuller, f"“{_written(family, fuller)}” has the same short name and is written nearly alike.", 0.9


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


def _attach_short(short: Short, root: Mapping[str, str], family: Family, company: CompanyOf) -> Joined:
    """The one person of a surname who keeps the same company as the article that gives the surname only.

    Of two who keep it, the one whom far more articles name in full: ``PROMINENT`` times as many.
    """
    shared: dict[str, frozenset[Named]] = defaultdict(frozenset)
    constant: dict[str, frozenset[Named]] = defaultdict(frozenset)
    articles: dict[str, int] = defaultdict(int)
    named = {alias[1]: alias[2] for alias in family.aliases if alias[0] == short.form}
    for form in family.forms:
        if form.form.split()[-1] == short.form:
            entity, found = root[form.form], company(form.form)
            shared[entity] |= short.company & found.names
            constant[entity] |= short.company & found.constant
            articles[entity] += named.get(form.form, 0)
    written = {form.key: form.written for form in family.forms}
    weights = {entity: _weight(shared[entity], constant[entity]) for entity in shared}
    ranked = sorted(shared, key=lambda entity: (-articles[entity], -weights[entity], entity))
    if not ranked or weights[ranked[0]] < LEAST:
        return Joined(short.key, short.key, ALONE, 1.0)
    best, others = ranked[0], ranked[1:]
    weight, rival = weights[best], max((weights[other] for other in others), default=0)
    is_prominent = all(articles[best] >= PROMINENT * articles[other] for other in others) and weight >= rival
    if rival and not is_prominent:
        second = max(others, key=lambda other: (weights[other], other))
        return Joined(short.key, short.key, f"It could be {written[best]} or {written[second]}.", 1.0)
    score = 0.7 if others else min(0.95, 0.6 + 0.05 * weight)
    reason = f"Taken for “{written[best]}”, who is named with the same: {_list(shared[best])}."
    return Joined(short.key, best, reason, score)


def _written(family: Family, form: str) -> str:
    return next(one.written for one in family.forms if one.form == form)


def _weight(names: Iterable[Named], constant: frozenset[Named] = frozenset()) -> int:
    """How much shared company tells: a person, and who is constantly there, more than what many articles name."""
    return sum(2 if name.type == "person" or name in constant else 1 for name in names)


def _list(names: Iterable[Named]) -> str:
    """Some of the names that are shared, people first."""
    return ", ".join(name.form for name in sorted(names, key=lambda name: (name.type != "person", name))[:3])
