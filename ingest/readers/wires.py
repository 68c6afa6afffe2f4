"""What the wire formats of the IPTC have in common: their dates, and bodies as NITF, HTML or plain text."""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from typing import Final

from onrecord.ingest.readers.html_blocks import Kinds, as_text, blocks_below, html_blocks, html_root
from onrecord.ingest.readers.xml_tree import Element, below, first_below, local
from onrecord.ingest.records import Document, Field, SourceArticle

_BASIC = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)?)?(?:([+-]\d\d):?(\d\d)|(Z))?")
_MARKUP = re.compile(r"<(?:p|div|br|h[1-6]|section)\b[^>]*>", re.IGNORECASE)
_ANY_TAG = re.compile(r"</?[A-Za-z][^>]*>")

Body = tuple[str, Kinds]
NOTHING: Final[Body] = ("", ())


def iso_moment(basic: str) -> str:
    """A date of the basic format (20131020T192751+1100) with its hyphens and colons; any other as it is."""
    match = _BASIC.fullmatch(basic.strip())
    if match is None:
        return basic.strip()
    year, month, day, hour, minute, second, zone_hour, zone_minute, utc = match.groups()
    clock = f"T{hour}:{minute}" + (f":{second}" if second else "") if hour else ""
    zone = (utc or (f"{zone_hour}:{zone_minute}" if zone_hour else "")) if clock else ""
    return f"{year}-{month}-{day}{clock}{zone}"


def nitf_body(root: Element) -> Body:
    """The text of NITF: the paragraphs of its content, of which some archives mark a whole among its parts."""
    content = first_below(root, "body.content")
    if content is None:
        return NOTHING
    whole = next((one for one in below(content, "block") if one.get("class") == "full_text"), content)
    return as_text(blocks_below(whole))


def marked_body(text: str) -> Body:
    """The text of a body that may be HTML or plain, whatever its label says.

    Unsure: lines of a text with no more than one element around it are kept, as they may be the only paragraphs.
    """
    if "<body.content" in text:
        root = html_root(text)
        return NOTHING if root is None else nitf_body(root)
    if len(_MARKUP.findall(text)) > 1 or "</p>" in text.strip()[:-4]:
        return as_text(html_blocks(text))
    return html.unescape(_ANY_TAG.sub("", text)).replace("\r\n", "\n").replace("\r", "\n").strip(), ()


def wire_article(
    document: Document, number: int, body: Body, said: Sequence[Field], given: Sequence[Field]
) -> SourceArticle | None:
    """An article of a wire, or None where its body has no word."""
    text, kinds = body
    if not any(map(str.isalnum, text)):
        return None
    return SourceArticle(document, number, text, (*given, *said), kinds)


def child_named(element: Element, *names: str) -> Element | None:
    """The first direct child with one of these local names, or None."""
    return next((one for one in element if isinstance(one.tag, str) and local(one) in names), None)
