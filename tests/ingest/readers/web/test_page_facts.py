"""What a page says of itself: title, authors, date, outlet, address, language."""

from __future__ import annotations

import json
from typing import Any

import pytest

from onrecord.ingest.readers import read_bytes
from onrecord.ingest.readers.web.authors import last_name_first, named_in, parted
from onrecord.ingest.readers.web.titles import chosen_title, without_site
from onrecord.ingest.segment import segment

WORDS = "The ferry to Sandvik left the harbour at six on Friday morning with eleven passengers and a crate of hens."
BODY = f"<article><h1>Ferry sails again</h1><p>{WORDS}</p><p>{WORDS[::-1]}</p></article>"


def read(head: str, body: str = BODY, html: str = "<html>") -> Any:
    """The article of a page with this head."""
    (source,), _ = read_bytes(
        "page.html", f"<!DOCTYPE html>{html}<head>{head}</head><body>{body}</body></html>".encode()
    )
    return segment(source)[0]


def ld(**said: Any) -> str:
    """JSON-LD of an article."""
    thing = {"@context": "https://schema.org", "@type": "NewsArticle", "headline": "Ferry sails again"} | said
    return f'<script type="application/ld+json">{json.dumps(thing)}</script>'


def test_json_ld_is_believed_first() -> None:
    """Then meta tags; all candidates are kept with their place."""
    meta = '<meta property="article:published_time" content="2024-05-04"><meta name="author" content="Somebody Else">'
    article = read(ld(datePublished="2024-05-03T08:15:00+02:00", author={"@type": "Person", "name": "Jane Doe"}) + meta)
    assert (article.title, article.published) == ("Ferry sails again", "2024-05-03T08:15:00+02:00")
    assert article.authors == ("Jane Doe",)
    dates = [(field.value, field.source) for field in article.fields if field.name == "published"]
    assert dates == [("2024-05-03T08:15:00+02:00", "record"), ("2024-05-04", "record")]


def test_a_page_that_says_nothing_gets_nothing() -> None:
    """No date from an address, no outlet from a host, no author from prose."""
    article = read(
        '<link rel="canonical" href="https://times.example/2024/05/03/ferry">',
        f"<p>By the sea. {WORDS}</p><p>{WORDS}!</p>",
    )
    assert (article.published, article.outlet, article.byline, article.authors) == (None, None, None, ())
    assert article.url == "https://times.example/2024/05/03/ferry"


@pytest.mark.parametrize(
    ("head", "url"),
    [
        (
            '<link rel="canonical" href="https://a.example/b"><meta property="og:url" content="https://a.example/c">',
            "https://a.example/b",
        ),
        ('<meta property="og:url" content="https://a.example/c">', "https://a.example/c"),
        (
            '<link rel="canonical" href="https://a.example/"><meta property="og:url" content="https://a.example/c">',
            "https://a.example/c",
        ),
        (ld(mainEntityOfPage={"@id": "https://a.example/d"}), "https://a.example/d"),
        ("<!-- saved from url=(0021)https://a.example/e -->", "https://a.example/e"),
        (
            "<!--\n Page saved with SingleFile \n url: https://a.example/f \n saved date: Fri May 03 2024 -->",
            "https://a.example/f",
        ),
        ('<link rel="canonical" href="javascript:alert(1)">', None),
        ('<link rel="canonical" href="file:///etc/passwd">', None),
    ],
)
def test_the_address_is_where_the_page_keeps_it(head: str, url: str | None) -> None:
    """Canonical link, og:url, JSON-LD, and the comments that browsers and SingleFile leave."""
    assert read(head).url == url


@pytest.mark.parametrize(
    ("author", "authors"),
    [
        ({"@type": "Person", "name": "Jane Doe"}, ("Jane Doe",)),
        ([{"name": "Jane Doe"}, {"name": "John Roe"}, {"name": "Jane Doe"}], ("Jane Doe", "John Roe")),
        ("Jane Doe", ("Jane Doe",)),
        ("By Jane Doe and John Roe", ("Jane Doe", "John Roe")),
        ("Jane Doe, John Roe, Ada Berg and Olav Strand", ("Jane Doe", "John Roe", "Ada Berg", "Olav Strand")),
        ({"@type": "Person", "name": "김철수"}, ("김철수",)),
        ({"@type": "Organization", "name": "Associated Press"}, ("Associated Press",)),
        ({"@type": "Person", "name": "https://a.example/jane"}, ()),
        ("admin", ()),
        (None, ()),
        ([[[[[["Jane Doe"]]]]]], ()),
    ],
)
def test_authors_are_named_one_by_one(author: Any, authors: tuple[str, ...]) -> None:
    """As objects, lists or one string; in any script; nobody where nobody is named."""
    assert read(ld(author=author)).named == authors


def test_the_outlet_is_author_only_where_nobody_else_is() -> None:
    """A page whose structured author is the site itself often names the writer elsewhere."""
    head = ld(author={"name": "The Times"}, publisher={"name": "The Times"})
    assert read(f'{head}<meta name="parsely-author" content="Jane Doe">').authors == ("Jane Doe",)
    assert read(head).named == ("The Times",)
    assert read(head).authors == ()


def test_bylines_that_differ_name_nobody() -> None:
    """The second may belong to the article beside."""
    one = '<p class="byline">By Jane Doe</p>'
    assert read("", BODY + one).authors == ("Jane Doe",)
    assert read("", BODY + one + '<p class="byline">By John Roe</p>').authors == ()


def test_things_that_point_to_others_are_followed() -> None:
    """In a graph an author is often an @id."""
    graph = {
        "@graph": [
            {
                "@type": "NewsArticle",
                "headline": "Ferry sails again",
                "author": {"@id": "#j"},
                "publisher": {"@id": "#p"},
            },
            {"@type": "Person", "@id": "#j", "name": "Jane Doe"},
            {"@type": "Organization", "@id": "#p", "name": "The Times"},
        ]
    }
    article = read(f'<script type="application/ld+json">{json.dumps(graph)}</script>')
    assert (article.authors, article.outlet) == (("Jane Doe",), "The Times")


@pytest.mark.parametrize("broken", ["{", '{"@type": "NewsArticle", ', "[" * 5000, "null", '"words"', "[1, [2]]"])
def test_broken_json_ld_costs_nothing_but_itself(broken: str) -> None:
    """What else the page says is read."""
    head = f'<script type="application/ld+json">{broken}</script><meta property="og:title" content="Ferry sails again">'
    assert read(head).title == "Ferry sails again"


@pytest.mark.parametrize(
    ("title", "sites", "others", "left"),
    [
        ("Ferry sails again | The Times", ["The Times"], [], "Ferry sails again"),
        ("Ferry sails again - Sport - times.example", ["times.example"], [], "Ferry sails again - Sport"),
        ("Ferry sails again – News | Times", ["The Times"], [], "Ferry sails again – News"),
        ("Ferry sails again | Sport", [], ["Ferry sails again"], "Ferry sails again"),
        ("The Times: Ferry sails", ["The Times"], [], "The Times: Ferry sails"),
        ("Sandvik - the island and its ferry", ["The Times"], [], "Sandvik - the island and its ferry"),
        ("フェリー再開：港新聞", ["港新聞"], [], "フェリー再開"),
        ("The Times", ["The Times"], [], "The Times"),
        ("", ["The Times"], [], ""),
    ],
)
def test_the_sites_name_is_cut_off_a_title(title: str, sites: list[str], others: list[str], left: str) -> None:
    """Where it is the site's name, or the page says the rest alone elsewhere; nowhere else."""
    assert without_site(title, sites, others) == left


@pytest.mark.parametrize(
    ("said", "title"),
    [
        (("Headline", "Shared", ["Shown"], "Tab", None), "Headline"),
        (("For engines", "For people", ["For people"], "For engines", None), "For people"),
        (("Headline", "For people", ["For people"], "For people", None), "Headline"),
        ((None, "Shared", ["Shared"], "Tab", None), "Shared"),
        ((None, "Shared", ["Log in"], None, None), "Shared"),
        ((None, None, ["Log in", "Tab"], "Tab", None), "Tab"),
        ((None, None, ["Shown"], None, None), "Shown"),
        ((None, None, [], None, None), None),
    ],
)
def test_the_title_is_the_headline_unless_it_is_for_engines(said: Any, title: str | None) -> None:
    """Two places that agree against it, where the browser's tab has it too, outvote it."""
    assert chosen_title(*said) == title


def test_names_are_parted_with_care() -> None:
    """A comma parts names only between names."""
    assert parted("Doe, Jane") == ("Doe, Jane",)
    assert last_name_first("Doe, Jane") == "Jane Doe"
    assert named_in(["jane@times.example", "@janedoe", "Jane Doe"]) == ("Jane Doe",)


def test_the_language_is_the_pages_own() -> None:
    """As its root element says, or its structured data."""
    assert read("", html='<html lang="pt-BR">').language == "pt-BR"
    assert read(ld(inLanguage="de"), html='<html lang="{{lang}}">').language == "de"


@pytest.mark.parametrize("name", ["https://www.star.example", "http://star.example/"])
def test_an_address_is_no_name_of_an_outlet(name: str) -> None:
    """The next that names it counts, or nobody does."""
    site = f'<meta property="og:site_name" content="{name}">'
    assert read(site).outlet is None
    assert read(f'{site}<meta name="application-name" content="The Star">').outlet == "The Star"
