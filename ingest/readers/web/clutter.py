"""What stands in the middle of an article and is none of it: cards of other articles, sign-up boxes, polls, embeds.

Two steps: what its markup gives away is taken out of the tree before the text is looked for; what only its name gives
away (the words in ``class``, ``id`` and the like) is asked about for blocks that were found. The words are those of the
trade, in English whatever the page's language, as class names are; no word stands for a single site.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from lxml.html import HtmlElement

from onrecord.ingest.readers.web.blocks import HEADINGS

_NAME_ATTRIBUTES: Final = (
    "class",
    "id",
    "itemprop",
    "role",
    "data-testid",
    "data-component",
    "data-type",
    "data-module",
)
# ArticleBody_element-2 is the words article, body, element, 2.
_NAME_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_EMBEDS = re.compile(
    r"(?i)\b(?:twitter-tweet|instagram-media|tiktok-embed|bluesky-embed|reddit-\w+|fb-post|fb-video)\b"
)
_HIDDEN = re.compile(
    r"(?i)(?:^|\s)(?:visually-?hidden|sr-only|screen-?reader(?:-text|-only)?|u-hidden-visually)(?:\s|$)"
)
_HIDDEN_STYLE = re.compile(r"(?i)\bdisplay\s*:\s*none\b|\bvisibility\s*:\s*hidden\b")

_CARD_CONTENT: Final = (*sorted(HEADINGS), "p", "article")
_LIST_ITEM: Final = 160  # characters; a longer item with a link in it is prose

_CLUTTER: Final = frozenset(
    "newsletter feedback poll quiz survey recirculation recirc related recommended recommendation recommendations "
    "promo promotion promoted share sharing sharebar social comment comments disqus advertisement advert advertising "
    "sponsored sponsor outbrain taboola subscribe subscription signup factbox infobox fakta tags breadcrumb "
    "breadcrumbs popular trending pullquote copyright toc clipboard".split()
)
# Pairs of words that mean it only side by side.
_CLUTTER_PAIRS: Final = frozenset(
    "fact box|info box|sign up|pull quote|pulled quote|read more|read also|read next|see also|more from|most read|"
    "author bio|author box|author info|author card|author profile|about author|article tags|tag list|access wall|"
    "post card|teaser list|link list|call action|share bar|cookie banner|cookie consent".split("|")
)
_CAPTION: Final = frozenset("caption credit bildunterschrift bildtext imagetext".split())


def words_of(element: HtmlElement) -> tuple[str, ...]:
    """The words an element goes by: its custom tag, and those of the attributes that name it."""
    names = [str(element.tag)] if "-" in str(element.tag) else []
    names += [value for attribute in _NAME_ATTRIBUTES if (value := element.get(attribute))]
    return tuple(word.lower() for word in _NAME_WORD.findall(" ".join(names)[:600]))


def is_clutter(element: HtmlElement) -> bool:
    """True for an element whose name says that it is something beside the article."""
    words = words_of(element)
    return not _CLUTTER.isdisjoint(words) or any(f"{a} {b}" in _CLUTTER_PAIRS for a, b in pairwise(words))


def is_caption(element: HtmlElement) -> bool:
    """True for the words under a picture."""
    return element.tag == "figcaption" or not _CAPTION.isdisjoint(words_of(element))


def clear(tree: HtmlElement) -> None:
    """Take out of a tree what its markup shows to be none of the article.

    That is: links around headings or paragraphs (cards of other articles), lists of links, asides, posts of social
    networks, and what is not shown.
    """
    for element in list(tree.iter("style", "svg", "iframe", "script")):
        if not (element.get("type") or "").startswith("application/ld+json"):
            _remove(element)
    for element in list(_misplaced(tree)):
        _remove(element)


def _misplaced(tree: HtmlElement) -> Iterator[HtmlElement]:
    for element in tree.iter("a", "aside", "blockquote", "ul", "ol", "div", "span", "p", "section"):
        tag = element.tag
        if (
            (tag == "a" and next(element.iter(*_CARD_CONTENT), None) is not None)
            or tag == "aside"
            or (tag == "blockquote" and _EMBEDS.search(element.get("class") or ""))
            or (tag in {"ul", "ol"} and _is_link_list(element))
            or _is_hidden(element)
        ):
            yield element


def _is_hidden(element: HtmlElement) -> bool:
    style = element.get("style")
    if style and _HIDDEN_STYLE.search(style):
        return len("".join(element.itertext())) < 2000  # a whole article may wait behind a paywall's script
    return _HIDDEN.search(element.get("class") or "") is not None


def _is_link_list(element: HtmlElement) -> bool:
    """True for a list whose items are all short and mostly link, or a link after a label."""
    items = list(element.iterchildren("li"))
    linked = 0
    for item in items:
        text = len("".join(item.itertext()).strip())
        links = sum(len("".join(link.itertext()).strip()) for link in item.iter("a"))
        if text > _LIST_ITEM:
            return False
        linked += text > 0 and links >= 0.5 * text
    return bool(items) and linked >= 0.8 * len(items)


def _remove(element: HtmlElement) -> None:
    parent = element.getparent()
    if parent is not None:
        element.drop_tree() if element.tail else parent.remove(element)
