"""Who is taken for whom: an exact name of the right type that one item alone has."""

from __future__ import annotations

import pytest

from onrecord.ingest.identities import Linkable
from onrecord.ingest.reconcile import Candidate, judge

ROE = Linkable("k1", "Jane Roe", "person", ("Jane Roe", "Sen. Jane M. Roe"), 3)
LINE = Linkable("k2", "Skerry Line Ltd", "organisation", ("Skerry Line Ltd", "SL"), 3)


def one(link: str, *names: str, kind: str | None = None, is_sure: bool = True) -> Candidate:
    """A candidate."""
    return Candidate(link, names, kind, is_sure)


@pytest.mark.parametrize(
    ("entity", "candidates", "chosen", "unsure"),
    [
        (ROE, [one("Q1", "Jane Roe")], "Q1", []),
        (ROE, [one("Q1", "JANE ROE, ")], "Q1", []),
        (ROE, [one("Q1", "J. Smith", "Senator Jane M. Roe")], "Q1", []),
        (ROE, [one("Q1", "Jane Roe", kind="person"), one("Q2", "Jane Roe", kind="organisation")], "Q1", []),
        (ROE, [one("Q1", "Jane Roe"), one("Q1", "Jane Roe")], "Q1", []),
        (ROE, [one("Q1", "Jane Roe"), one("Q2", "Jane Rowe", is_sure=False)], "Q1", []),
        (LINE, [one("Q1", "Skerry Line")], "Q1", []),
        (LINE, [one("Q1", "Ferries", "SL")], "Q1", []),
        # Two of one name, two names of one entity that are two elsewhere.
        (ROE, [one("Q1", "Jane Roe"), one("Q2", "Jane Roe")], None, ["Q1", "Q2"]),
        (ROE, [one("Q1", "Jane Roe"), one("Q2", "Jane M. Roe")], None, ["Q1", "Q2"]),
        (ROE, [one("Q1", "Jane Roe"), one("Q2", "Jane Roe", is_sure=False)], None, ["Q1", "Q2"]),
        # The source is sure, but calls her otherwise; the name is right, but the source is not sure.
        (ROE, [one("Q1", "Jane Poe")], None, ["Q1"]),
        (ROE, [one("Q1", "Jane Roe", is_sure=False)], None, ["Q1"]),
        # Nobody: a surname alone, a near name, another type, nothing.
        (ROE, [one("Q1", "Roe", is_sure=False)], None, []),
        (ROE, [one("Q1", "Jane Rowe", is_sure=False)], None, []),
        (ROE, [one("Q1", "Jane Roe", kind="place")], None, []),
        (ROE, [], None, []),
    ],
)
def test_one_exact_name_is_taken_and_no_other(
    entity: Linkable, candidates: list[Candidate], chosen: str | None, unsure: list[str]
) -> None:
    """Everything that is not certain is given back, and what is somebody else is dropped."""
    verdict = judge(entity, candidates)
    assert (verdict.chosen.link if verdict.chosen else None) == chosen
    assert [candidate.link for candidate in verdict.unsure] == unsure


def test_what_was_taken_back_is_not_offered_again() -> None:
    """A person's word stands above the list; the next candidate may then be the only one."""
    entity = Linkable("k1", "Jane Roe", "person", ("Jane Roe",), 3, taken_back=("Q1",))
    assert judge(entity, [one("Q1", "Jane Roe")]).unsure == ()
    verdict = judge(entity, [one("Q1", "Jane Roe"), one("Q2", "Jane Roe")])
    assert verdict.chosen is not None
    assert verdict.chosen.link == "Q2"


def test_an_authority_has_one_item_for_an_entity() -> None:
    """Who is linked to Wikidata is linked to nothing else there, but may be to another list."""
    entity = Linkable("k1", "Jane Roe", "person", ("Jane Roe",), 3, links=("Q1",))
    assert judge(entity, [one("Q2", "Jane Roe")]).chosen is None
    assert judge(entity, [one("https://people.example/7", "Jane Roe")]).chosen is not None
