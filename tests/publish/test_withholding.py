"""Quotes without full texts: shown are the quotes, and there is no way to the rest."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from onrecord.publish.pages import PAGES

Get = Callable[..., Any]
Publish = Callable[..., Get]
Keys = Callable[[str], list[str]]


def test_who_may_not_see_the_database_sees_no_page(corpus_file: Path, publish: Publish) -> None:
    """Permissions of the metadata file hold for our pages too."""
    get = publish(corpus_file, metadata={"databases": {"corpus": {"allow": False}}})
    for page in PAGES:
        address = (
            page.pattern.replace("(?P<key>[^/]+)", "x")
            .replace("(?P<ending>ris|bib|csl)", "ris")
            .replace(r"(?P<row>\d{1,18})", "1")
        )
        answer = get(f"/corpus/{address}")
        assert answer.status_code == 403, address
        assert "Lindqvist" not in answer.text
    assert get("/").status_code == 403


WITHHELD = {"plugins": {"onrecord": {"full_texts": False}}}
OUTSIDE_QUOTES = ("at least another winter", "who leads the council", "Saint Brannoc", "newsletter")


def test_quotes_can_be_published_without_full_texts(
    corpus_file: Path, publish: Publish, tags: Any, keys: Keys, addresses: list[str]
) -> None:
    """With the switch, quotes, names and offsets are shown and no other word of an article's text."""
    get = publish(corpus_file, metadata=WITHHELD)
    for address in addresses:
        answer = get(address)
        assert answer.status_code == 200, address
        assert tags(answer.text).wrong == []
        assert not [words for words in OUTSIDE_QUOTES if words in answer.text], address
    article = get(f"/corpus/article/{keys('articles')[0]}").text
    assert "We are an island" in article
    assert "the full text is not published here" in article
    assert "said Mara" not in get(f"/corpus/article/{keys('articles')[0]}/annotations").text
    assert get("/corpus/said").status_code == 200
    assert get("/corpus/search-quotes?words=boat").status_code == 200


@pytest.mark.parametrize(
    "way",
    ["paragraphs", "paragraphs/1", "paragraphs_fts", "paragraphs_fts_data", "search-text?words=ferry",
     "said?_where=1", "quotes.json?_where=1", "paragraphs.csv", "paragraphs.json?_shape=array"],
)  # fmt: skip
def test_there_is_no_way_round_the_switch(corpus_file: Path, publish: Publish, way: str) -> None:
    """Neither tables nor index nor queries nor clauses of one's own."""
    get = publish(corpus_file, metadata=WITHHELD)
    assert get(f"/corpus/{way}").status_code == 403
    assert get("/corpus.json?sql=select+text+from+paragraphs").status_code == 403
    assert get("/corpus.db").status_code == 403


def test_denying_the_table_of_paragraphs_is_enough_for_the_pages(
    corpus_file: Path, publish: Publish, keys: Keys
) -> None:
    """Datasette's own permission for the table closes the texts on our pages as well."""
    get = publish(corpus_file, metadata={"databases": {"corpus": {"tables": {"paragraphs": {"allow": False}}}}})
    article = get(f"/corpus/article/{keys('articles')[0]}").text
    assert not [words for words in OUTSIDE_QUOTES if words in article]
