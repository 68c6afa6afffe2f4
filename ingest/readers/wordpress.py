"""WordPress's own export (WXR): every published post is an article."""

from __future__ import annotations

import re
from typing import Final

from onrecord.ingest import limits
from onrecord.ingest.readers.html_blocks import as_text, html_blocks
from onrecord.ingest.readers.press import record
from onrecord.ingest.readers.reader import Read, Reader, finding
from onrecord.ingest.readers.wires import child_named, wire_article
from onrecord.ingest.readers.xml_tree import Element, below, first_words, words, xml_tree
from onrecord.ingest.records import Document, Field, Finding, SourceArticle

# In a post a line end is a line break, unless a tag stands beside it.
_LINE_END = re.compile(r"(?<!>)\s*\n\s*(?!\s*<)")
_CAPTION = re.compile(r"\[caption\b[^\]]*\](.*?)\[/caption\]", re.DOTALL)
_SHORTCODE = re.compile(r"\[/?(?:gallery|embed|audio|video|playlist)\b[^\]]*\]")


def read(document: Document, data: bytes, fields: tuple[Field, ...]) -> Read:
    """Read the published posts; pages, drafts, attachments and posts without text are counted in one finding."""
    root = xml_tree(document.path, data)
    if isinstance(root, Finding):
        return (), (root,)
    people = {
        first_words(one, "author_login"): first_words(one, "author_display_name") for one in below(root, "author")
    }
    outlet = next((words(child_named(channel, "title")) for channel in below(root, "channel")), "")
    articles: list[SourceArticle] = []
    others = 0
    for item in below(root, "item"):
        article = _post(document, item, len(articles) + 1, outlet, people, fields) if _is_published(item) else None
        if article:
            articles.append(article)
        else:
            others += 1
    if articles and not others:
        return tuple(articles), ()
    found = f"{others} of {others + len(articles)} items that are no published posts with text"
    return tuple(articles), (finding("items-passed-over", document.path, found, "posts", "publish them if wanted"),)


def _is_published(item: Element) -> bool:
    kind, status = words(child_named(item, "post_type")), words(child_named(item, "status"))
    return kind in {"", "post"} and status in {"", "publish"}


def _post(
    document: Document, item: Element, number: int, outlet: str, people: dict[str, str], given: tuple[Field, ...]
) -> SourceArticle | None:
    encoded = [one for one in below(item, "encoded") if "content" in str(one.tag)]
    text = "".join(map(str, encoded[0].itertext())) if encoded else ""
    creator = words(child_named(item, "creator"))
    said = record(
        title=words(child_named(item, "title")),
        byline=people.get(creator) or creator,
        outlet=outlet,
        published=words(child_named(item, "pubdate")),
        url=words(child_named(item, "link")),
        language=None,
    )
    marked = _LINE_END.sub("<br>", _SHORTCODE.sub("", _CAPTION.sub(r"<figcaption>\1</figcaption>", text)))
    body = as_text(html_blocks(marked))
    return wire_article(document, number, body, said, given)


def _recognises(_name: str, head: bytes) -> bool:
    return b"wordpress.org/export/" in head and b"<rss" in head


WORDPRESS: Final = Reader("wordpress", "a WordPress export (WXR)", limits.EXPORT_BYTES, _recognises, read)
