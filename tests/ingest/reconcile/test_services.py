"""A reconciliation service is asked as the protocol has it, politely, and believed no more than it says."""

from __future__ import annotations

from typing import Any

import pytest

from onrecord.ingest.errors import ReconcileError
from onrecord.ingest.fetch import Service
from onrecord.ingest.identities import Linkable
from onrecord.ingest.reconcile import judge, open_service
from onrecord.ingest.reconcile.services import AT_ONCE

ROE = Linkable("k1", "Jane Roe", "person", ("Jane Roe",), 3)
LINE = Linkable("k2", "Skerry Line", "organisation", ("Skerry Line",), 3)


@pytest.fixture
def slept(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """How long was waited; nothing is."""
    pauses: list[float] = []
    made = Service.__init__

    def make(self: Service, *given: Any, **options: Any) -> None:
        made(self, *given, **options)
        self.sleep = pauses.append

    monkeypatch.setattr(Service, "__init__", make)
    return pauses


def test_names_and_types_are_sent_and_nothing_else(desk: Any) -> None:
    """One request for all, with what Wikidata calls a person and an organisation."""
    desk.has("Q7", "Jane Roe")
    desk.has("Q8", "Skerry Line", type=[{"id": "Q4830453", "name": "business"}])
    source = open_service(desk.url, {})
    found = source.candidates([ROE, LINE])
    assert desk.asked == [
        {
            "q0": {"query": "Jane Roe", "limit": 5, "type": "Q5"},
            "q1": {"query": "Skerry Line", "limit": 5, "type": "Q43229"},
        }
    ]
    chosen = [judge(entity, candidates).chosen for entity, candidates in zip((ROE, LINE), found, strict=True)]
    assert [candidate.link for candidate in chosen if candidate] == ["Q7", "Q8"]
    assert source.name == "Harbour people"


@pytest.mark.parametrize(
    ("offered", "is_linked"),
    [
        ([{}], True),
        ([{"match": False}], False),
        ([{}, {"id": "Q9"}], False),
        ([{}, {"id": "Q9", "match": False}], False),
        ([{}, {"id": "Q9", "name": "Jane Rowe", "match": False, "score": 60}], True),
        ([{"type": [{"id": "Q43229", "name": "organisation"}]}], False),
        ([{"type": []}], True),
        ([{"type": ["Q5"]}], True),
        ([{"id": "not an item"}], False),
        ([{"name": None}], False),
        ([], False),
    ],
)
def test_a_candidate_is_taken_where_service_and_name_agree(
    offered: list[dict[str, Any]], *, is_linked: bool, desk: Any
) -> None:
    """The service must be sure, the name exact, the type right, and nobody else like it."""
    for one in offered:
        desk.has("Q7", "Jane Roe", **one)
    ((*found,),) = open_service(desk.url, {}).candidates([ROE])
    assert (judge(ROE, found).chosen is not None) is is_linked


def test_items_of_another_service_are_kept_by_their_address(desk: Any) -> None:
    """Whose ids are no items of Wikidata: the page about the item is the link, and its types are what the user says."""
    desk.manifest |= {"identifierSpace": "urn:people", "view": {"url": "https://people.example/p/{{id}}"}}
    desk.has("7/a", "Jane Roe", type=[{"id": "Person", "name": "Person"}])
    source = open_service(desk.url, {"person": "Person"})
    ((candidate,), ()) = source.candidates([ROE, LINE])
    assert candidate.link == "https://people.example/p/7%2Fa"
    assert desk.asked[0]["q0"]["type"] == "Person"
    assert "type" not in desk.asked[0]["q1"]
    assert source.authorities == {"people.example"}


@pytest.mark.parametrize(
    ("manifest", "words"),
    [
        ({"hello": "world"}, "no service manifest found"),
        (["x"], "no JSON object found"),
        ({"name": "Here", "identifierSpace": "urn:x"}, "ids that are neither Wikidata's nor addresses"),
        ({"name": "Here", "identifierSpace": "urn:x", "view": {"url": "javascript:{{id}}"}}, "ids that are neither"),
    ],
)
def test_what_is_no_usable_service_is_refused(manifest: Any, words: str, desk: Any) -> None:
    """Before anything is asked."""
    desk.manifest = manifest
    with pytest.raises(ReconcileError, match=words):
        open_service(desk.url, {})


def test_a_busy_service_is_left_alone_for_a_while(desk: Any, slept: list[float]) -> None:
    """As long as it says, else longer each time; then it answers."""
    desk.faults = [(429, {"Retry-After": "7"}, b""), (503, {}, b"")]
    assert open_service(desk.url, {}).name == "Harbour people"
    assert slept == [7.0, 4.0]


@pytest.mark.parametrize(
    ("fault", "words"),
    [
        ((404, {}, b"{}"), "the answer 404 found"),
        ((302, {"Location": "http://127.0.0.1/elsewhere"}, b""), "the answer 302 found"),
        ((200, {}, b"<html>"), "no JSON found"),
        ((200, {}, b"[" * 100_000), "no JSON found"),
        ((200, {"Content-Length": "99"}, b"{}"), "no whole answer"),
        ((200, {}, b" " * 5_000_001), "more than 5,000,000 bytes"),
        ((200, {}, b'{"status": "error", "message": "too tired"}'), "refuses: too tired"),
        ((200, {}, b'{"q0": {"error": "x"}}'), "no result for “Jane Roe”"),
    ],
)
def test_an_answer_that_cannot_be_used_is_an_error(
    fault: tuple[int, dict[str, str], bytes], words: str, desk: Any
) -> None:
    """One sentence, whatever the service does; no redirect is followed."""
    source = open_service(desk.url, {})
    desk.faults = [fault]
    with pytest.raises(ReconcileError, match=words):
        source.candidates([ROE])


def test_a_service_that_is_always_busy_is_given_up(desk: Any, slept: list[float]) -> None:
    """After a few tries, with the status it gave."""
    desk.faults = [(503, {}, b"")] * 9
    with pytest.raises(ReconcileError, match="the answer 503"):
        open_service(desk.url, {})
    assert len(slept) == 3


@pytest.mark.parametrize(("wanted", "given"), [(3, 3), (1000, AT_ONCE), (0, AT_ONCE), ("x", AT_ONCE)])
def test_a_service_may_want_fewer_at_once(wanted: object, given: int, desk: Any) -> None:
    """As many as it wants, and never more than is polite."""
    desk.manifest["batchSize"] = wanted
    assert open_service(desk.url, {}).at_once == given
