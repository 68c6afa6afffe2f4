"""What other programs take from the pages: annotations, feeds and references."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from onrecord.publish.references import Work, bibtex, csl, ris

ATOM = "{http://www.w3.org/2005/Atom}"
Get = Callable[[str], Any]


def address(get: Get, page: str, number: int) -> str:
    """The permanent address of a row's page."""
    return str(get(f"/corpus/{page}/row/{number}").headers["location"])


@pytest.mark.parametrize("number", range(1, 7))
def test_annotations_find_their_words_again(get: Get, number: int) -> None:
    """Both selectors of every piece point at the same words of the settled text."""
    rows = get(f"/corpus/paragraphs.json?_shape=array&_size=max&article_id={number}").json()
    text = "".join(row["gap"] + row["text"] for row in sorted(rows, key=lambda row: row["ordinal"]))
    answer = get(f"{address(get, 'article', number)}/annotations")
    assert answer.headers["content-type"].startswith("application/ld+json")
    page = answer.json()
    quotes = get(f"/corpus/quotes.json?_shape=array&article_id={number}").json()
    assert len(page["items"]) == len(quotes)
    for item in page["items"]:
        for target in item["target"]:
            words, place = target["selector"]
            assert text[place["start"] : place["end"]] == words["exact"]
            assert f"{words['prefix']}{words['exact']}{words['suffix']}" in text


def test_an_annotation_says_who_and_how_sure(get: Get) -> None:
    """The bodies hold kind, reason and speaker; a quote without speaker has none."""
    items = get(f"{address(get, 'article', 1)}/annotations").json()["items"]
    assert items[0]["body"][2]["source"]["schema:name"] == "Mara Lindqvist"
    assert "Confidence 0.98" in items[0]["body"][1]["value"]
    assert len(items[8]["body"]) == 2


@pytest.mark.parametrize("number", [1, 4, 5])
def test_a_feed_is_well_formed_and_complete(get: Get, number: int) -> None:
    """Every quote of a person is an entry with id, time, author and words; markup in a name stays words."""
    answer = get(f"{address(get, 'entity', number)}/feed")
    assert answer.headers["content-type"].startswith("application/atom+xml")
    feed = ET.fromstring(answer.text)  # noqa: S314 - our own answer
    said = get(f"/corpus/said.json?_shape=array&speaker_id={number}").json()
    entries = feed.findall(f"{ATOM}entry")
    assert len(entries) == len(said)
    for part in ("id", "title", "updated"):
        assert feed.findtext(f"{ATOM}{part}")
        assert all(entry.findtext(f"{ATOM}{part}") for entry in entries)
    assert {entry.findtext(f"{ATOM}author/{ATOM}name") for entry in entries} == {said[0]["speaker"]}


@pytest.mark.parametrize("path", ["article/nope/annotations", "entity/nope/feed", "article/nope/cite/ris"])
def test_exports_of_nothing_are_not_found(get: Get, path: str) -> None:
    """An unknown key is said, not an error."""
    assert get(f"/corpus/{path}").status_code == 404


def test_references_come_as_files(get: Get) -> None:
    """RIS, BibTeX and CSL-JSON of an article, each under its own type."""
    article = address(get, "article", 1)
    assert "AU  - Hannah Brook\r\nAU  - Samir Patel" in get(f"{article}/cite/ris").text
    assert "{Hannah Brook} and {Samir Patel}" in get(f"{article}/cite/bib").text
    assert get(f"{article}/cite/csl").json()[0]["container-title"] == "The Aldermoor Courier"
    assert get(f"{article}/cite/doc").status_code == 404


FULL = Work("k1", "Cost & 50% {rise}", ("A B",), "Bits", (2025, 3, 4), "https://a.example/x", "en", "http://h/k1")
BARE = Work("k2", None, (), None, (), None, None, "http://h/k2")
YEAR = Work("k3", "T", (), None, (2025,), None, None, "http://h/k3")


def test_a_ris_record_has_what_is_known() -> None:
    """Dates as precise as given; the record ends."""
    assert ris(FULL).splitlines() == [
        "TY  - NEWS", "AU  - A B", "TI  - Cost & 50% {rise}", "T2  - Bits", "LA  - en", "UR  - https://a.example/x",
        "PY  - 2025", "DA  - 2025/03/04", "L2  - http://h/k1", "ER  - ",
    ]  # fmt: skip
    assert ris(BARE).splitlines() == ["TY  - NEWS", "L2  - http://h/k2", "ER  - "]
    assert "DA  - 2025//" in ris(YEAR)


def test_a_bibtex_entry_is_balanced_and_escaped() -> None:
    """TeX's own signs do nothing, and nothing unknown is written."""
    entry = bibtex(FULL)
    assert r"title = {{Cost \& 50\% \{rise\}}}" in entry
    assert "month = mar," in entry
    plain = entry.replace(r"\{", "").replace(r"\}", "")
    assert plain.count("{") == plain.count("}")
    assert bibtex(BARE) == "@misc{onrecord:k2,\n  note = {In the corpus: \\url{http://h/k2}}\n}\n"


def test_a_csl_item_leaves_out_what_nobody_says() -> None:
    """Absent is absent, not empty."""
    assert csl(BARE) == {"id": "k2", "type": "article-newspaper", "archive_location": "http://h/k2"}
    assert csl(FULL)["issued"] == {"date-parts": [[2025, 3, 4]]}
    assert json.dumps(csl(FULL))
