"""What is settled is decided again only where what came may change it; the outcome is that of all at once."""

from __future__ import annotations

import re
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine, event

from onrecord.ingest.identities import ALONE, Evidence, Family, Joined
from onrecord.ingest.resolve import join
from onrecord.ingest.store import evidence as evidence_room
from onrecord.migrations import head
from onrecord.schema.check import check

ROE = "[P Roe] and [P Tom Hill] spoke."
JANE = "[P Jane Roe] met [P Tom Hill] on day {}."
TIM = "[P Tim Roe] met [P Tom Hill] on day {}."
GULLS = "[P Jane Roe] of the [O Gulls] won match {}."

# What is stored first, and what comes and changes who Roe is in the article ROE, or why.
CHANGES = {
    "somebody has the surname": ((ROE,), (JANE.format(1),)),
    "the company comes": (("[P Jane Roe] spoke.", ROE), (JANE.format(1),)),
    "the company comes to stand in most articles": (
        (GULLS.format(1), GULLS.format(2), "The [O Gulls] need [P Roe]."),
        (GULLS.format(3),),
    ),
    "a rival comes": ((JANE.format(1), ROE), (TIM.format(1),)),
    "a rival comes who keeps other company": (
        (
            *(f"[P Tom Hill] and [P Ida Lund] met {GULLS.format(day)}" for day in range(5)),
            "[P Roe], [P Ida Lund] and [P Tom Hill] left the [O Gulls].",
        ),
        ("[P Tim Roe] met [P Ann Pond].",),
    ),
    "a rival finds the company": ((JANE.format(1), "[P Tim Roe] met [P Ann Pond].", ROE), (TIM.format(1),)),
    "one article more makes her prominent": ((*map(JANE.format, range(4)), TIM.format(1), ROE), (JANE.format(4),)),
    "one article more of his makes her prominent no longer": (
        (*map(JANE.format, range(5)), TIM.format(1), ROE),
        (TIM.format(2),),
    ),
    "his articles outnumber hers": (
        (*map(JANE.format, range(4)), *map(TIM.format, range(3)), ROE),
        (TIM.format(3), TIM.format(4)),
    ),
    "another name of hers brings more company": (
        (JANE.format(1), "[P Roe] and [P Tom Hill] met [P Ann Pond].", ROE),
        ("[P Jane M. Roe] met [P Ann Pond].",),
    ),
    "a rival is joined to another by other company": (
        (*map(JANE.format, range(3)), "[P Bill Roe] met [P Tom Hill] and [P Ann Pond].", ROE),
        ("[P William Roe] met [P Ann Pond].",),
    ),
    "an article writes her name otherwise": (
        ("[P Jane Roë] met [P Tom Hill].", ROE),
        ("[P Jane Róe] met [P Tom Hill].",),
    ),
}

# A step of SQLite that reads all rows of a table; not of decisions, of what is not settled, nor of what a query made.
READ_WHOLE = re.compile(
    r"SCAN (?!given|read|d\b|decisions|.*CONSTANT ROW|.*subquery)"
    r"(?!.*USING (COVERING )?INDEX \w+_is_short_article_id)"
)


def taken_for(path: Path) -> dict[str, tuple[str, str, float]]:
    """For each entity of an article, by its key: the key of the entity it is taken for, why and how surely."""
    query = """SELECT article_entity_key, entity_key, reason, score
        FROM article_entities JOIN entities USING (entity_id)"""
    with closing(sqlite3.connect(path)) as connection:
        return {key: (entity, reason, score) for key, entity, reason, score in connection.execute(query)}


@pytest.mark.parametrize("case", CHANGES)
def test_what_comes_later_changes_what_it_would_have_changed_at_once(case: str, tmp_path: Path, store: Any) -> None:
    """Two runs give what one gives, where the second changes what the first made of a surname."""
    first, then = CHANGES[case]
    apart, together = tmp_path / "apart.db", tmp_path / "together.db"
    store(apart, [first])
    before = taken_for(apart)
    store(apart, [then])
    store(together, [[*first, *then]])
    after = taken_for(apart)
    assert after == taken_for(together)
    assert any(after[key] != taken for key, taken in before.items())
    assert check(apart, head()) == ()


def decided_again(path: Path, store: Any, articles: list[str]) -> set[str]:
    """The keys of the settled entities of articles that a run with some articles decides again."""
    known = set(taken_for(path))
    decided: set[str] = set()

    def watched(family: Family, evidence: Evidence) -> Iterator[Joined]:
        for joined in join(family, evidence):
            decided.add(joined.key)
            yield joined

    store(path, [articles], watched)
    return decided & known


def local_key(path: Path, name: str, beside: str) -> str:
    """The key of a name in the one article that names somebody else too."""
    query = """SELECT a.article_entity_key FROM article_entities AS a JOIN article_entities AS b USING (article_id)
        WHERE a.name = ? AND b.name = ?"""
    with closing(sqlite3.connect(path)) as connection:
        ((key,),) = connection.execute(query, (name, beside)).fetchall()
    return str(key)


def test_only_surnames_beside_a_name_that_came_are_decided_again(tmp_path: Path, store: Any) -> None:
    """Jane Roe is named with Ann Pond for the first time: Roe beside Ann Pond is looked at, beside others not."""
    path = tmp_path / "corpus.db"
    beside_others = [f"[P Roe] met [P Tom Hill] of [F Hall {number}]." for number in range(20)]
    store(path, [[JANE.format(1), JANE.format(2), "[P Roe] spoke with [P Ann Pond].", *beside_others]])
    again = decided_again(path, store, ["[P Jane Roe] met [P Ann Pond]."])
    assert again == {local_key(path, "Roe", "Ann Pond")}


def test_no_settled_surname_is_decided_again_where_nothing_changed(
    tmp_path: Path, store: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Articles beyond those by which a name is judged change nothing: what is settled of the family is not read."""
    monkeypatch.setattr(evidence_room, "ARTICLES_READ", 0)
    path = tmp_path / "corpus.db"
    store(path, [[JANE.format(1), ROE]])
    assert decided_again(path, store, ["[P Jane Roe] met [P Ann Pond]."]) == set()


def test_what_comes_by_a_name_that_was_joined_goes_where_the_others_are(tmp_path: Path, store: Any) -> None:
    """A later article with a name that is another's already is that one's too."""
    path = tmp_path / "corpus.db"
    store(path, [["[P Jane M. Roe] spoke.", "[P Jane Roe] spoke."], ["[P Jane M. Roe] spoke again."]])
    with closing(sqlite3.connect(path)) as connection:
        entities = connection.execute("SELECT DISTINCT name_key, entity_id FROM article_entities").fetchall()
    assert len(entities) == 2
    assert len({entity for _, entity in entities}) == 1


def test_company_that_a_name_loses_tells_no_more_who_a_surname_is(
    tmp_path: Path, store: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where one article is read of a name, and it is another one now, Roe has nothing in common with her any more."""
    monkeypatch.setattr(evidence_room, "ARTICLES_READ", 1)
    later = [f"[P Jane Roe] met [P Ann Pond] on day {day}." for day in range(20)]
    path = tmp_path / "corpus.db"
    store(path, [[JANE.format(1), ROE]])
    key = local_key(path, "Roe", "Tom Hill")
    assert taken_for(path)[key][1] == "Taken for “Jane Roe”, who is named with the same: Tom Hill."
    store(path, [later])
    assert taken_for(path)[key] == (key, ALONE, 1.0)


def test_a_run_reads_no_table_from_end_to_end(tmp_path: Path, store: Any) -> None:
    """Whatever a run asks of the rows is found by an index: what it costs is not what the corpus holds."""
    path = tmp_path / "corpus.db"
    store(path, [[JANE.format(1), TIM.format(1), ROE, "[P Jane M. Roe] met the [O Dawn Front] ([O DF])."]])
    asked: dict[str, Any] = {}

    def noted(_connection: Any, _cursor: Any, statement: str, given: Any, _context: Any, is_many: bool) -> None:  # noqa: FBT001
        asked[statement] = given[0] if is_many else given

    event.listen(Engine, "before_cursor_execute", noted)
    store(path, [[JANE.format(2), "[P Roe] met [P Tom Hill] of the [O DF].", "[P Jane M. Roe] of the [O Dawn Front]."]])
    event.remove(Engine, "before_cursor_execute", noted)
    with closing(sqlite3.connect(path)) as connection:
        plans = {
            statement: [row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {statement}", given)]
            for statement, given in asked.items()
            if statement.startswith(("SELECT", "UPDATE", "DELETE", "INSERT"))
        }
    assert any("article_entities" in statement for statement in plans)
    whole = {statement: step for statement, plan in plans.items() for step in plan if READ_WHOLE.match(step)}
    assert whole == {}


PEOPLE = ("Jane Roe", "Roe", "Tim Roe", "Bill Roe", "William Roe", "Jane M. Roe", "Ann Pond", "Tom Hill")
BESIDE = ("[P {}]", "[P {}] and [P Tom Hill]", "[P {}] of the [O Gulls]", "[P {}] in [L Leeds] for the [O Acme Works]")
MET = st.builds(str.format, st.sampled_from(BESIDE), st.sampled_from(PEOPLE))
ARTICLES = st.lists(
    st.builds("{} met {}, {}.".format, MET, MET, st.integers(0, 9)), min_size=2, max_size=14, unique=True
)


@settings(max_examples=20, deadline=None)
@given(articles=ARTICLES, cuts=st.sets(st.integers(1, 13), max_size=13), read=st.integers(1, 4))
def test_article_by_article_or_in_batches_gives_what_all_at_once_gives(
    articles: list[str], cuts: set[int], read: int, store: Any
) -> None:
    """Whatever comes and wherever runs end: each name is taken for the same, for the same reason.

    Few articles are read of a name, so that its company changes often, and loses names too.
    """
    ends = [0, *sorted(cut for cut in cuts if cut < len(articles)), len(articles)]
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        patch.setattr(evidence_room, "ARTICLES_READ", read)
        apart, together = Path(folder) / "apart.db", Path(folder) / "together.db"
        store(apart, [articles[start:end] for start, end in pairwise(ends)])
        store(together, [articles[::-1]])
        assert taken_for(apart) == taken_for(together)
        assert check(apart, head()) == ()
