"""Names of many articles become entities: what is joined, what stays apart, and that no order of ingest matters."""

from __future__ import annotations

import sqlite3
import tempfile
from contextlib import closing
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.migrations import head
from onrecord.schema.check import check

Row = tuple[str, str, int, int, str]
HARBOUR = "[P Jane Roe] met [P Tom Hill] of [O Acme Works] in [L Aldermoor]."

JOINED = {
    "a bare surname in the same company": (
        (HARBOUR, "[P Roe] and [P Tom Hill] spoke."),
        {frozenset({"Jane Roe", "Roe"})},
    ),
    "a long name spelt with and without its joining words": (
        ("[O Joint Harbour Bureau & Works] ([O JHBW])", "[O Joint Harbour Bureau and Works Office JHBW] ([O JHBW])"),
        {frozenset({"JHBW", "Joint Harbour Bureau & Works", "Joint Harbour Bureau and Works Office JHBW"})},
    ),
    "a middle initial": (("[P Jane M. Roe] spoke.", "[P Jane Roe] spoke."), {frozenset({"Jane M. Roe", "Jane Roe"})}),
    "one middle name of two": (
        ("[P Jane Ann M. Roe] spoke.", "[P Jane M. Roe] spoke.", "[P Jane Roe] spoke."),
        {frozenset({"Jane Ann M. Roe", "Jane M. Roe", "Jane Roe"})},
    ),
    "a short first name in the same company": (
        ("[P William Roe] met [P Tom Hill].", "[P Bill Roe] met [P Tom Hill]."),
        {frozenset({"William Roe", "Bill Roe"})},
    ),
    "an acronym that two articles spell out": (
        ("[O Dawn Front] ([O DF]) spoke.", "The [O Dawn Front], or [O DF], spoke.", "[O DF] spoke."),
        {frozenset({"Dawn Front", "DF"})},
    ),
    "an office of the country the article is about": (
        ("[G French] voters: the [O Senate] spoke in [L France].", "The [O French Senate] spoke."),
        {frozenset({"Senate", "French Senate"})},
    ),
    "a well-known acronym": (("[O UN] spoke.", "[O United Nations] spoke."), {frozenset({"UN", "United Nations"})}),
}
APART = {
    "a bare surname without company": (HARBOUR, "[P Roe] spoke."),
    "a bare surname in the company of a single place": (HARBOUR, "[P Roe] spoke in [L Aldermoor]."),
    "two of one surname with the same company": (
        HARBOUR, "[P Tim Roe] met [P Tom Hill].", "[P Roe] met [P Tom Hill].",
    ),
    "two middle initials": ("[P Jane A. Roe] spoke.", "[P Jane B. Roe] spoke.", "[P Jane Roe] spoke."),
    "two middle initials and one": (
        "[P Jane A. C. Roe] spoke.", "[P Jane B. Roe] spoke.", "[P Jane Roe] spoke.",
    ),
    "a short first name without company": ("[P William Roe] spoke.", "[P Bill Roe] spoke."),
    "an acronym of two": (
        "[O Dawn Front] ([O DF]) spoke.", "[O Deep Forest] ([O DF]) spoke.", "[O DF] spoke.",
    ),
    "the senates of two countries": ("The [O Senate] of [L France] spoke.", "The [O Senate] of [L Italy] spoke."),
    "a member of a party": ("[P New York Democrat] met [P Tom Hill].", "[P Democrat] met [P Tom Hill]."),
}  # fmt: skip


@pytest.mark.parametrize("case", JOINED)
def test_what_is_one_is_joined(case: str, tmp_path: Path, store: Any, groups: Any) -> None:
    """Names of several articles that can only mean one are one entity, and the corpus stays whole."""
    articles, expected = JOINED[case]
    path = tmp_path / "corpus.db"
    store(path, [articles])
    assert groups(path) == expected
    assert check(path, head()) == ()


@pytest.mark.parametrize("case", APART)
def test_what_may_be_two_stays_apart(case: str, tmp_path: Path, store: Any) -> None:
    """Where evidence is thin, each article's name is an entity of its own."""
    articles = APART[case]
    path = tmp_path / "corpus.db"
    store(path, [articles])
    with closing(sqlite3.connect(path)) as connection:
        speakers = connection.execute("SELECT count(DISTINCT speaker_id) FROM quotes").fetchone()
    assert speakers == (len(articles),)


def test_far_more_articles_decide_between_two_of_a_surname(tmp_path: Path, store: Any, entities_of: Any) -> None:
    """Roe alone is the one whom five times as many articles name in full, not her brother."""
    often = [f"[P Jane Roe] met [P Tom Hill] on day {number}." for number in range(10)]
    path = tmp_path / "corpus.db"
    store(path, [[*often, "[P Tim Roe] met [P Tom Hill].", "[P Roe] met [P Tom Hill]."]])
    assert ("Jane Roe", 11) in {(name, articles) for _, name, articles, _, _ in entities_of(path)}


@pytest.mark.parametrize(("often", "is_one"), [(4, False), (5, True)])
def test_a_name_that_is_five_times_as_rare_is_no_rival(
    often: int,
    is_one: bool,  # noqa: FBT001
    tmp_path: Path,
    store: Any,
    entities_of: Any,
) -> None:
    """The Gulls alone are the Aldermoor Gulls, though one article glued a word to them."""
    plain = [f"The [O Aldermoor Gulls] won match {number} for the [O Gulls]." for number in range(often)]
    path = tmp_path / "corpus.db"
    store(path, [[*plain, "[O Cup Gulls] lost; the [O Gulls] wept.", "The [O Gulls] sang."]])
    found = {(name, count) for _, name, count, _, _ in entities_of(path)}
    assert (("Aldermoor Gulls", often + 1) in found) == is_one


@pytest.mark.parametrize(("articles", "is_one"), [(2, False), (3, True)])
def test_what_most_articles_of_a_person_name_tells_who_a_surname_is(
    articles: int,
    is_one: bool,  # noqa: FBT001
    tmp_path: Path,
    store: Any,
    entities_of: Any,
) -> None:
    """One team is enough company where it stands in most articles of a person, and in three at least."""
    often = [f"[P Jane Roe] of the [O Gulls] won match {number}." for number in range(articles)]
    path = tmp_path / "corpus.db"
    store(path, [[*often, "The [O Gulls] need [P Roe]."]])
    found = {(name, count) for _, name, count, _, _ in entities_of(path)}
    assert (("Jane Roe", articles + 1) in found) == is_one


def test_every_join_says_why(tmp_path: Path, store: Any) -> None:
    """The reason of a merge is a sentence in the database."""
    path = tmp_path / "corpus.db"
    store(path, [JOINED["a bare surname in the same company"][0]])
    with closing(sqlite3.connect(path)) as connection:
        reasons = dict(connection.execute("SELECT name, reason FROM article_entities WHERE type = 'person'"))
    assert reasons["Roe"] == "Taken for “Jane Roe”, who is named with the same: Tom Hill."
    assert reasons["Jane Roe"] == "It goes by this name."


def test_a_later_article_can_split_what_an_earlier_one_joined(tmp_path: Path, store: Any, entities_of: Any) -> None:
    """Roe was Jane as long as nobody else was called so; when Tim comes, Roe is neither."""
    path = tmp_path / "corpus.db"
    store(path, [[HARBOUR, "[P Roe] and [P Tom Hill] spoke."]])
    assert ("Jane Roe", 2) in {(name, articles) for _, name, articles, _, _ in entities_of(path)}
    store(path, [["[P Tim Roe] met [P Tom Hill]."]])
    assert ("Jane Roe", 1) in {(name, articles) for _, name, articles, _, _ in entities_of(path)}
    assert check(path, head()) == ()


ARTICLES = [article for case in JOINED.values() for article in case[0]]
ARTICLES += [article for case in APART.values() for article in case]
ARTICLES = list(dict.fromkeys(ARTICLES))


@pytest.fixture(scope="module")
def at_once(tmp_path_factory: pytest.TempPathFactory, store: Any, entities_of: Any) -> list[Row]:
    """The entities of all cases in one corpus, stored in one run."""
    path = tmp_path_factory.mktemp("once") / "corpus.db"
    store(path, [ARTICLES])
    found: list[Row] = entities_of(path)
    return found


@settings(max_examples=10, deadline=None)
@given(order=st.permutations(ARTICLES), cuts=st.sets(st.integers(1, len(ARTICLES) - 1), max_size=4))
def test_no_order_and_no_cut_into_runs_matters(
    order: list[str], cuts: set[int], at_once: list[Row], store: Any, entities_of: Any
) -> None:
    """Any order of ingest, in any number of runs, gives the same entities with the same keys, names and counts."""
    ends = [0, *sorted(cuts), len(order)]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "corpus.db"
        store(path, [order[start:end] for start, end in pairwise(ends)])
        assert entities_of(path) == at_once
        assert check(path, head()) == ()
