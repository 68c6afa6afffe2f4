"""HTML text to a tree, within limits: what a parser would cut off without a word is a finding here."""

from __future__ import annotations

import re
from typing import Final

from lxml import etree, html
from lxml.html import HtmlElement

from onrecord.ingest.limits import NESTED_TAGS, PAGE_ELEMENTS

_COUNT: Final = etree.XPath("count(//*)")
_TOO_DEEP: Final = "Excessive depth"
_DECLARATION = re.compile(r"\A\s*<\?xml[^>]{0,200}\?>")


class TreeError(ValueError):
    """A page that is no tree. ``code``: for the finding; ``str(error)``: what was found, what was expected."""

    def __init__(self, code: str, found: str, expected: str, remedy: str) -> None:
        super().__init__(f"{found}, {expected} expected; {remedy}")
        self.code = code


def parse(text: str) -> HtmlElement:
    """The tree of a page, comments and processing instructions left out.

    Errors: TreeError for a page without elements, one nested deeper than NESTED_TAGS, one with more than PAGE_ELEMENTS.
    """
    parser = html.HTMLParser(collect_ids=False, encoding="utf-8", remove_comments=True, remove_pis=True)
    data = _DECLARATION.sub("", text).encode("utf-8", "replace")
    try:
        tree = html.document_fromstring(data, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        if any(_TOO_DEEP in entry.message for entry in parser.error_log):
            raise _too_deep() from error
        raise TreeError("no-page", "no element found", "an HTML page", "save the page again") from error
    if any(_TOO_DEEP in entry.message for entry in parser.error_log):
        raise _too_deep()
    if _COUNT(tree) > PAGE_ELEMENTS:
        raise TreeError(
            "page-too-large", f"more than {PAGE_ELEMENTS:,} elements found", "a page", "save the article as text"
        )
    return tree


def _too_deep() -> TreeError:
    found = f"elements nested deeper than {NESTED_TAGS} found"
    return TreeError("page-too-deep", found, "a page that a browser made", "save the article as text")
