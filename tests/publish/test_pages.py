"""The pages: each answers under its address, says what it must, and survives odd questions."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Get = Callable[..., Any]
Publish = Callable[..., Get]
Keys = Callable[[str], list[str]]


def test_every_page_is_well_formed_and_asks_nobody_else(get: Get, tags: Any, addresses: list[str]) -> None:
    """No script, no style of another host, one first heading, ids once, and nothing for a browser to repair."""
    for address in addresses:
        answer = get(address)
        assert answer.status_code == 200, address
        page = tags(answer.text)
        ids = [attributes["id"] for _, attributes in page.opened if "id" in attributes]
        assert page.wrong == [], address
        assert len(ids) == len(set(ids)), address
        names = [tag for tag, _ in page.opened]
        assert names.count("h1") == 1, address
        assert not {"script", "style", "iframe", "img", "object"} & set(names), address
        assert page.all("html", "lang") == ["en"], address
        assert all(value.startswith(("/", "http://localhost/corpus/")) for value in page.all("link", "href")), address
        assert not [
            name for _, attributes in page.opened for name in attributes if name.startswith("on") or name == "style"
        ]


def test_every_link_to_our_pages_leads_somewhere(get: Get, tags: Any, addresses: list[str]) -> None:
    """No dead link; a fragment names an element that is there."""
    seen: dict[str, Any] = {}
    for address in addresses:
        for link in tags(get(address).text).all("a", "href"):
            target, _, fragment = link.partition("#")
            if link.startswith("http") or target.endswith(".db"):
                continue
            target = target or address
            if target not in seen:
                seen[target] = get(target, follow_redirects=True)
                assert seen[target].status_code == 200, (address, link)
            assert not fragment or f'id="{fragment}"' in seen[target].text, (address, link)


def test_a_script_in_an_article_is_words(get: Get, tags: Any, keys: Keys, addresses: list[str]) -> None:
    """In text, title, outlet, name, path, language and address: nothing of it becomes an element or an attribute."""
    for address in addresses:
        page = tags(get(address).text)
        assert not [a for _, attributes in page.opened for a in attributes if a.startswith("on")], address
        assert not [link for link in page.all("a", "href") if link.lower().startswith("javascript")], address
    assert "window.owned=1" in tags(get(f"/corpus/article/{keys('articles')[3]}").text).text


def test_a_person_said_newest_first(get: Get, keys: Keys) -> None:
    """All quotes with kind, figure and the way into the article; the newest article stands first."""
    html = get(f"/corpus/entity/{keys('entities')[0]}").text
    places = [html.index(words) for words in ("half of the year", "half the year", "a little smelly")]
    assert places == sorted(places)
    assert html.count('class="said said-') == 6
    assert "Goes by" in html
    assert "Lindqvist" in html


def test_what_has_no_date_stands_last_added_first(
    publish: Publish, corpus_file: Path, tmp_path: Path, keys: Keys
) -> None:
    """Without dates, newest is what came into the corpus last: on the first page, in the contents, of a person."""
    file = tmp_path / "corpus.db"
    file.write_bytes(corpus_file.read_bytes())
    connection = sqlite3.connect(file)
    with connection:
        connection.execute("UPDATE articles SET published = NULL")
    connection.close()
    get = publish(file)
    first, second = keys("articles")[:2]
    for address in ("/corpus/contents", f"/corpus/entity/{keys('entities')[0]}"):
        html = get(address).text
        assert html.index(f"article/{second}") < html.index(f"article/{first}"), address
    newest = get("/").text.split('id="articles"')[1]
    assert newest.index(f"article/{second}") < newest.index(f"article/{first}")


def test_an_unnamed_source_is_called_one(get: Get, sample: dict[str, Any], keys: Keys) -> None:
    """Nobody takes "a senior official" of two articles for one person."""
    number = list(sample["entities"]).index("official")
    html = get(f"/corpus/entity/{keys('entities')[number]}").text
    assert "Unnamed source, of one article" in html
    assert "Nobody gives this source a name" in html


def test_a_place_has_its_codes(get: Get, sample: dict[str, Any], keys: Keys) -> None:
    """ISO, GeoNames and the map, where known."""
    html = get(f"/corpus/entity/{keys('entities')[list(sample['entities']).index('norway')]}").text
    for words in ("https://www.geonames.org/3144096/", ">NO<", "openstreetmap.org"):
        assert words in html


def test_one_utterance_shows_what_each_article_changed(get: Get, keys: Keys) -> None:
    """Oldest first, and the others against it."""
    html = get(f"/corpus/statement/{keys('statements')[0]}").text
    assert html.index("last ferry") < html.index("Ferry saved")
    assert re.search(r"<ins>\s*of\s*</ins>", html)


def test_the_first_page_says_what_is_in_here(get: Get) -> None:
    """Counts, search, most quoted, newest articles, what could not be read, the questions to ask."""
    html = get("/").text
    for words in (
        "17 quotes",
        "6 articles",
        'name="q"',
        "Mara Lindqvist",
        "Ferry saved, for now",
        "2 findings",
        "Check these first",
    ):
        assert words in html
    assert "built 21 November 2026" in html
    assert re.search(r"Thought, felt or shown</a>, not said</dt><dd>1</dd>", html)


def test_a_quotes_address_leads_to_its_place(get: Get, keys: Keys) -> None:
    """By stable key, and by row number through the key."""
    key, article = keys("quotes")[0], keys("articles")[0]
    assert get(f"/corpus/quote/{key}").headers["location"] == f"/corpus/article/{article}#q-{key}"
    assert get("/corpus/quote/row/1").headers["location"] == f"/corpus/quote/{key}"
    assert get("/corpus/article/row/1").headers["location"] == f"/corpus/article/{article}"


@pytest.mark.parametrize("page", ["article", "entity", "quote", "statement"])
@pytest.mark.parametrize(
    "key", ["nope", "row/999", "row/999999999999999999", "%00", "a'b", "%22", "~00", "é", "a" * 5000, "row/0"]
)
def test_what_is_not_here_is_said(get: Get, page: str, key: str) -> None:
    """A key nobody knows is an answer in words, never an error of the server."""
    answer = get(f"/corpus/{page}/{key}", follow_redirects=True)
    assert answer.status_code == 404


@pytest.mark.parametrize("key", ["row/9999999999999999999999", "row/-1", "row/1e3"])
def test_keys_out_of_bounds_are_not_found(get: Get, key: str) -> None:
    """Larger than any row number, or none."""
    assert get(f"/corpus/article/{key}", follow_redirects=True).status_code == 404


@pytest.mark.parametrize(
    "query",
    ["page=0", "page=-1", "page=x", "page=99999999999999999999", "page=3", "outlet=x", "outlet=99999999999999999999",
     "name=%25", "name=%00", "name=\\", "q=%22", "q=%00", "q=*&place=nonsense", "q=a&kind=x", "q=a&speaker=x", "q=-a"],
)  # fmt: skip
def test_odd_questions_are_answered(get: Get, query: str) -> None:
    """Whatever stands in an address's question, a page comes back."""
    for page in ("contents", "speakers", "search", "home"):
        assert get(f"/corpus/{page}?{query}").status_code == 200


def test_a_percent_sign_is_looked_for_as_itself(get: Get) -> None:
    """A sign that LIKE understands is no wildcard in the name box."""
    assert "Nobody whose name contains" in get("/corpus/speakers?name=%25").text


def test_answers_carry_a_strict_policy(get: Get) -> None:
    """Were a script to slip through, the browser would not run it."""
    policy = get("/corpus/home").headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "script" not in policy
    assert "unsafe" not in policy
