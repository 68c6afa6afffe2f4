"""The pages of a corpus, one file each. A new page is a new file and its line here.

A page reads rows by SQL of its own (above its functions, always with bound values) and hands them to a template of
the same name.
"""

from __future__ import annotations

from onrecord.publish.page import Page
from onrecord.publish.pages import article, contents, entity, home, quote, search, speakers, statement

PAGES: tuple[Page, ...] = (
    home.PAGE,
    search.PAGE,
    contents.PAGE,
    speakers.PAGE,
    quote.PAGE,
    quote.BY_ROW,
    article.PAGE,
    article.BY_ROW,
    entity.PAGE,
    entity.BY_ROW,
    statement.PAGE,
    statement.BY_ROW,
)

__all__ = ["PAGES"]
