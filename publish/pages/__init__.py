"""The pages of a corpus, one file each. A new page is a new file and its line here.

A page reads rows by SQL of its own (above its functions, always with bound values) and hands them to a template of
the same name.
"""

from __future__ import annotations

from onrecord.publish.page import Page
from onrecord.publish.pages.annotations import PAGES as ANNOTATIONS
from onrecord.publish.pages.article import PAGES as ARTICLE
from onrecord.publish.pages.contents import PAGES as CONTENTS
from onrecord.publish.pages.entity import PAGES as ENTITY
from onrecord.publish.pages.feed import PAGES as FEED
from onrecord.publish.pages.home import PAGES as HOME
from onrecord.publish.pages.quote import PAGES as QUOTE
from onrecord.publish.pages.reference import PAGES as REFERENCE
from onrecord.publish.pages.review import PAGES as REVIEW
from onrecord.publish.pages.search import PAGES as SEARCH
from onrecord.publish.pages.speakers import PAGES as SPEAKERS
from onrecord.publish.pages.statement import PAGES as STATEMENT

# In this order: a key could be anything but holds no slash, so that longer addresses cannot be taken for keys.
PAGES: tuple[Page, ...] = (
    *HOME,
    *SEARCH,
    *CONTENTS,
    *SPEAKERS,
    *REVIEW,
    *QUOTE,
    *ARTICLE,
    *ANNOTATIONS,
    *REFERENCE,
    *ENTITY,
    *FEED,
    *STATEMENT,
)

__all__ = ["PAGES"]
