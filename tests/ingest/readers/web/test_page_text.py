"""What of a page is the article, and of which kind."""

from __future__ import annotations

import pytest

from onrecord.ingest.readers import read_bytes
from onrecord.ingest.records import SourceArticle
from onrecord.ingest.segment import segment

FIRST = "The ferry to Sandvik left the harbour at six on Friday morning with eleven passengers on board."
SECOND = "“We had stopped believing in it,” said Maria Lund, who teaches at the only school of the island."
THIRD = "Four crossings a day are planned until October, and two in winter, the harbour office announced."
PROSE = f"<p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p>"
SUMMARY = "After three winters without a crossing the island has its ferry back at last."


def page(body: str, head: str = "") -> bytes:
    """A page with a headline over its body."""
    return f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>".encode()


def article_of(data: bytes) -> SourceArticle:
    """The one article of a page."""
    (article,), _ = read_bytes("page.html", data)
    return article


def paragraphs(data: bytes) -> list[tuple[str, str]]:
    """Kind and words of each paragraph."""
    article, _ = segment(article_of(data))
    return [(paragraph.kind, paragraph.span.of(article.text)) for paragraph in article.paragraphs]


def test_paragraphs_are_those_of_the_markup() -> None:
    """One paragraph an element, words in order, white space made single."""
    data = page(
        f"<article><h1>Ferry sails again</h1><p>{FIRST.replace(' to ', chr(10) + '  to ')}</p><p>{SECOND}</p></article>"
    )
    assert paragraphs(data) == [("body", FIRST), ("body", SECOND)]


def test_headings_and_captions_keep_their_kind() -> None:
    """The markup says what they are, and no quotes are read from them."""
    figure = "<figure><img src=a.jpg><figcaption>The new ferry at the quay</figcaption></figure>"
    above = f"<h1>Ferry sails again</h1><p>{FIRST}</p>{figure}"
    below = f"<h2>A timetable that holds</h2><p>{SECOND}</p><p>{THIRD}</p>"
    assert paragraphs(page(f"<article>{above}{below}</article>")) == [
        ("body", FIRST),
        ("caption", "The new ferry at the quay"),
        ("heading", "A timetable that holds"),
        ("body", SECOND),
        ("body", THIRD),
    ]


@pytest.mark.parametrize(
    ("standfirst", "head"),
    [
        (f'<p class="article-standfirst">{SUMMARY}</p>', ""),
        (f'<div class="Header_subtitle__x1">{SUMMARY}</div>', ""),
        (f"<div>{SUMMARY}</div>", f'<meta name="description" content="{SUMMARY}">'),
        (f"<h2>{SUMMARY}</h2>", f'<meta property="og:description" content="{SUMMARY}">'),
    ],
)
def test_a_standfirst_that_is_shown_is_text(standfirst: str, head: str) -> None:
    """By its name, or by the page's description of itself."""
    data = page(f"<main><header><h1>Ferry sails again</h1>{standfirst}</header><article>{PROSE}</article></main>", head)
    assert paragraphs(data)[0][1] == SUMMARY


def test_a_description_that_is_not_shown_is_no_text() -> None:
    """What stands in the head alone was not printed."""
    data = page(
        f"<article><h1>Ferry sails again</h1>{PROSE}</article>", f'<meta name="description" content="{SUMMARY}">'
    )
    assert [words for _, words in paragraphs(data)] == [FIRST, SECOND, THIRD]


@pytest.mark.parametrize(
    "clutter",
    [
        "<aside><p>Read our letter of the strait every Monday morning, free of charge.</p></aside>",
        '<a href="/b"><h3>Harbour office to move into the old customs house in June</h3></a>',
        '<ul><li><a href="/b">Harbour office to move</a></li><li><a href="/c">Who rows the strait</a></li></ul>',
        '<div class="newsletter-box"><p>Get the news of the strait every Monday morning in your letter box.</p></div>',
        '<div class="ArticleRelated_teaser"><p>The last crossing of the old ferry was years ago.</p></div>',
        '<blockquote class="twitter-tweet"><p>What a morning at the quay, with all of the island!</p></blockquote>',
        '<p class="visually-hidden">Skip the advertisement that stands here and go on with the article, please.</p>',
        '<p style="display:none">You have read all of your free articles of the month, so subscribe to us today.</p>',
        "<script>var text = 'The ferry to Sandvik is a variable of a script and no prose at all.';</script>",
    ],
)
def test_what_stands_in_the_article_and_is_none_of_it_is_left_out(clutter: str) -> None:
    """Cards, lists of links, boxes, embeds, hidden words."""
    data = page(f"<article><h1>Ferry sails again</h1><p>{FIRST}</p>{clutter}<p>{SECOND}</p><p>{THIRD}</p></article>")
    assert [words for _, words in paragraphs(data)] == [FIRST, SECOND, THIRD]


def test_a_list_of_prose_is_text() -> None:
    """What is listed may be the very point of an article."""
    items = "".join(
        f"<li>Crossing number {n} leaves at {n} o’clock and comes back an hour later.</li>" for n in (6, 9, 12)
    )
    data = page(
        f"<article><h1>Ferry sails again</h1><p>{FIRST}</p><p>{SECOND}</p><ul>{items}</ul><p>{THIRD}</p></article>"
    )
    assert [words for _, words in paragraphs(data)][2].startswith("Crossing number 6")


def test_the_title_is_no_paragraph() -> None:
    """It is metadata; a copy of it in the text would be found twice."""
    article = article_of(page(f"<article><h1>Ferry sails again</h1>{PROSE}</article>"))
    assert article.text == f"{FIRST}\n\n{SECOND}\n\n{THIRD}"
    assert [field.value for field in article.fields if field.name == "title"] == ["Ferry sails again"]


def test_soft_hyphens_do_not_hide_words() -> None:
    """They are hints for line breaking, and a search for the word must find it."""
    data = page(f"<article><h1>A</h1><p>{FIRST.replace('passengers', 'passen&shy;gers')}</p>{PROSE}</article>")
    assert "eleven passengers" in article_of(data).text


@pytest.mark.parametrize("body", ["", "<p>Hello</p>", "<nav><a href=/>Home</a></nav>", "<div></div>" * 50])
def test_a_page_without_an_article_says_so(body: str) -> None:
    """No silent zero."""
    articles, (finding,) = read_bytes("page.html", page(body))
    assert articles == ()
    assert finding.code == "no-article"
    assert finding.message.startswith("page.html: ")
    assert " expected; " in finding.message


def test_offsets_of_kinds_are_those_of_the_settled_text() -> None:
    """Settling changes nothing of what this reader gives."""
    source = article_of(
        page(
            f"<article><h1>A</h1><p>{FIRST}</p><h2>Zero &#0; and\r\nbreaks</h2><p>{SECOND}</p><p>{THIRD}</p></article>"
        )
    )
    article, _ = segment(source)
    assert len(article.text) == len(source.text)
    assert [span.of(article.text) for span, kind, _ in source.kinds if kind == "heading"] == ["Zero \ufffd and breaks"]
