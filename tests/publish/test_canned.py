"""Every canned query has a title, a description and an answer."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from onrecord.publish import canned
from onrecord.schema import Base, said

FILES = sorted(canned.FOLDER.glob("*.sql"))
# What is asked where a query has a form, and how many rows of the sample answer.
ANSWERS = {
    "search-quotes": ("words=boat", 2),
    "search-text": ("words=ferry", 6),
    "quotes-of-a-person": ("name=Lindqvist", 6),
    "most-quoted": ("", 5),
    "same-statement": ("", 2),
    "named-together": ("name=Mara+Lindqvist", 2),
    "unnamed-sources": ("", 1),
    "speaker-not-told": ("", 1),
    "quotes-by-kind-and-outlet": ("", 4),
    "doubtful": ("", 17),
    "findings-by-kind": ("", 2),
    "changed-quotes": ("", 0),
}


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_query_has_title_and_description_and_answers(file: Path, get: Callable[[str], Any]) -> None:
    """A new file needs words for people, and a case here."""
    query = canned.read(file)
    assert len(query.title) < 60
    assert query.description.endswith(".")
    asked, rows = ANSWERS[query.name]
    answer = get(f"/corpus/{query.name}.json?_shape=array&{asked}")
    assert answer.status_code == 200
    assert len(answer.json()) == rows
    page = get(f"/corpus/{query.name}?{asked}").text
    assert query.title in page


@pytest.mark.parametrize("name", ["search-quotes", "search-text", "quotes-of-a-person", "named-together"])
@pytest.mark.parametrize("typed", ["", "%22", "%27", "a%22b", "*", "(", "-x", "%25", "NEAR(", "%F0%9F%A6%AD"])
def test_no_question_to_a_query_is_an_error(get: Callable[[str], Any], name: str, typed: str) -> None:
    """Whatever stands in the form's field."""
    parameter = "words" if name.startswith("search") else "name"
    assert get(f"/corpus/{name}?{parameter}={typed}").status_code == 200


def test_names_collide_with_no_table_and_no_page() -> None:
    """A query is published beside the tables: its name must be its own."""
    names = {query.name for query in canned.registry()}
    assert len(names) == len(FILES)
    assert not names & ({*Base.metadata.tables, said.NAME} | {"home", "search", "contents", "speakers"})
    assert all(re.fullmatch(r"[a-z]+(-[a-z]+)*", name) for name in names)


def test_matches_are_marked_on_the_page(get: Callable[[str], Any]) -> None:
    """Core has no highlighting; ours shows which words matched."""
    assert "<mark>boat</mark>" in get("/corpus/search-quotes?words=boat").text


@pytest.mark.parametrize(
    ("text", "lacks"),
    [("SELECT 1", "title"), ("-- T\nSELECT 1", "description"), ("-- T\n-- d.\n", "SELECT"), ("", "title")],
)
def test_a_file_that_lacks_something_is_refused(tmp_path: Path, text: str, lacks: str) -> None:
    """The error names the file and what to write."""
    file = tmp_path / "010-x.sql"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(ValueError, match=rf"010-x\.sql: no {lacks}"):
        canned.read(file)
