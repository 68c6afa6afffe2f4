"""Whom a bare surname means: the one bearer of it who keeps the company of the article that gives no more.

Pure functions. What decides is the bearers' company and how their numbers of articles compare, so that few of the
articles that were decided before need to be decided again when others come: ``undecided`` tells which.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from onrecord.ingest.first_names import sex_of
from onrecord.ingest.identities import ALONE, Evidence, Family, Joined, Named, Short

# Shared company below this weight (two places, one person) tells nothing.
LEAST = 2
# So many times as many articles must name one person in full for a bare surname to be hers and not another's.
PROMINENT = 5


@dataclass(frozen=True, slots=True)
class Bearer:
    """Somebody of a surname: the key of the entity, its name, and the number of articles that give a name in full.

    ``names``, ``constant``: the company of all names the entity goes by.
    """

    entity: str
    form: str
    articles: int
    names: frozenset[Named]
    constant: frozenset[Named]


def bearers(family: Family, root: Mapping[str, str], evidence: Evidence) -> tuple[Bearer, ...]:
    """The people of a surname. In: ``root``, the key of the entity that each form is taken for."""
    articles = _articles(family)
    called = {form.key: form.form for form in family.forms}
    forms: dict[str, list[str]] = defaultdict(list)
    for form in family.forms:
        forms[root[form.form]].append(form.form)
    return tuple(
        Bearer(
            entity,
            called[entity],
            sum(articles[form] for form in theirs),
            frozenset().union(*(evidence.company(form).names for form in theirs)),
            frozenset().union(*(evidence.company(form).constant for form in theirs)),
        )
        for entity, theirs in forms.items()
    )


def attach(short: Short, people: Sequence[Bearer], evidence: Evidence) -> Joined:
    """The one bearer who keeps the same company as the article; of two, the one whom far more articles name in full.

    In: the article; the bearers of its surname; ``evidence`` tells how they are written.
    Unsure: the surname stays in its article.
    """
    people = [one for one in people if _may_be(short, one)]
    weights = {one.entity: weight(short.company & one.names, one.constant) for one in people}
    best = min(people, key=lambda one: (-one.articles, -weights[one.entity], one.entity), default=None)
    if best is None or weights[best.entity] < LEAST:
        return Joined(short.key, short.key, ALONE, 1.0)
    shared = weights[best.entity]
    others = [one for one in people if one is not best]
    second = max(others, key=lambda one: (weights[one.entity], one.entity), default=None)
    if second is not None and weights[second.entity]:
        is_far_ahead = all(best.articles >= PROMINENT * one.articles for one in others)
        if not is_far_ahead or shared < weights[second.entity]:
            either = f"{evidence.written(best.form)} or {evidence.written(second.form)}"
            return Joined(short.key, short.key, f"It could be {either}.", 1.0)
    score = min(_sureness(others, weights), 0.6 + 0.05 * shared)
    company = listed(short.company & best.names, short.called)
    reason = f"Taken for “{evidence.written(best.form)}”, who is named with the same: {company}."
    return Joined(short.key, best.entity, reason, score)


def _sureness(others: Sequence[Bearer], weights: Mapping[str, int]) -> float:
    """How sure it is at most that a surname is hers: less where others have it, least where they share company."""
    if not others:
        return 0.95
    return 0.7 if any(weights[one.entity] for one in others) else 0.85


def _may_be(short: Short, one: Bearer) -> bool:
    """False for Mr and a woman, Mrs and a man; where an article has both, also where the first name tells nothing."""
    sex = sex_of(one.form)
    return not short.sex or sex == short.sex or (not sex and not short.has_rival)


def undecided(family: Family, root: Mapping[str, str], evidence: Evidence) -> frozenset[Named] | None:
    """The names beside which a surname may mean somebody else than when names were last compared.

    An article that names none of them shares with every bearer what it shared then. In: ``root``, as for ``bearers``.
    Out: the names; None where every article is to be decided again.
    """
    articles = _articles(family)
    before: Counter[str] = Counter()
    now: Counter[str] = Counter()
    for form in family.forms:
        now[root[form.form]] += articles[form.form]
        if form.before is not None:
            before[form.before] += articles[form.form] - form.added
    is_moved = any(form.before not in {None, root[form.form]} for form in family.forms)
    called = {form.key: form.form for form in family.forms}
    if family.is_afresh or is_moved or _standings(before, called) != _standings(now, called):
        return None
    names: set[Named] = set()
    for form in family.forms:
        changed = evidence.changed(form.form) if form.added else frozenset()
        if changed is None:
            return None
        names |= changed
    return frozenset(names)


def weight(names: Iterable[Named], constant: frozenset[Named] = frozenset()) -> int:
    """How much shared company tells: a person, and who is constantly there, more than what many articles name."""
    return sum(2 if name.type == "person" or name in constant else 1 for name in names)


def listed(names: Iterable[Named], called: Mapping[Named, str]) -> str:
    """Some of the names that are shared, people first, as they are written."""
    return ", ".join(
        called.get(name, name.form) for name in sorted(names, key=lambda name: (name.type != "person", name))[:3]
    )


def _articles(family: Family) -> dict[str, int]:
    """How many articles give each form."""
    return {form: count for alias, form, count in family.aliases if alias == form.split()[-1]}


def _standings(articles: Mapping[str, int], called: Mapping[str, str]) -> list[tuple[frozenset[str], bool, bool]]:
    """What ``attach`` makes of the numbers for a surname alone, with Mr and with Mrs, known and unknown first names."""
    sexes = {entity: sex_of(called.get(entity, "")) for entity in articles}
    kinds = (("male", "female", ""), ("male", ""), ("female", ""), ("male",), ("female",))
    return [_standing({one: count for one, count in articles.items() if sexes[one] in kind}) for kind in kinds]


def _standing(articles: Mapping[str, int]) -> tuple[frozenset[str], bool, bool]:
    """What ``attach`` makes of the numbers of articles: who leads, whether by far, whether there is anybody else."""
    most, *others = sorted(articles.values(), reverse=True) or [0]
    leading = frozenset(entity for entity, count in articles.items() if count == most)
    return leading, all(most >= PROMINENT * count for count in others), bool(others)
