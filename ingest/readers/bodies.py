"""The body of a row: plain text as it stands, HTML cut into its blocks, a list of paragraphs put together."""

from __future__ import annotations

import re
from typing import Final

from onrecord.ingest.readers.html_blocks import Kinds, as_text, html_blocks

Body = tuple[str, Kinds]
NO_BODY: Final[Body] = ("", ())
_BLOCKS: Final = "p|div|br|h[1-6]|ul|ol|li|blockquote|figure|section|article|table|html|body"
_INLINE: Final = "a|b|strong|i|em|u|span|sup|sub|small|mark|font|img"
_TAG = re.compile(rf"<(/?)({_BLOCKS}|{_INLINE})(?:\s[^<>]*)?>", re.IGNORECASE)
_BREAK = re.compile(r"<(?:br|p)\s*/?>", re.IGNORECASE)
_BLOCK = re.compile(rf"</?(?:{_BLOCKS})(?:\s[^<>]*)?/?>", re.IGNORECASE)
_BLANK_LINE = re.compile(r"\n[ \t]*\n")
_LOOKED_AT: Final = 20_000  # characters: a body in HTML shows it in its first paragraphs


def body_of(value: object) -> Body:
    """The text of a body and the stretches whose kind its markup tells; NO_BODY for what holds no word.

    HTML is what has an element of HTML from its opening to its closing tag, or a line break. Where its only elements
    stand within a line, the text's own line ends part its paragraphs.
    Unsure: everything else is plain text, and stands unchanged: "<" and "&" are signs as others.
    """
    if isinstance(value, list) and value and all(isinstance(one, str) for one in value):
        value = "\n\n".join(value)
    if not isinstance(value, str) or not any(map(str.isalnum, value)):
        return NO_BODY
    if not is_html(value):
        return value, ()
    if not _BLOCK.search(value):
        value = _BLANK_LINE.sub("<p>", value) if _BLANK_LINE.search(value) else value.replace("\n", "<br>")
    text, kinds = as_text(html_blocks(value))
    return (text, kinds) if any(map(str.isalnum, text)) else NO_BODY


def is_html(text: str) -> bool:
    """True for a body that is evidently HTML. Most have no "<", which is quickly seen."""
    if "<" not in text:
        return False
    start = text[:_LOOKED_AT]
    if _BREAK.search(start):
        return True
    opened: set[str] = set()
    for tag in _TAG.finditer(start):
        closes, name = tag.groups()
        if closes and name.lower() in opened:
            return True
        if not closes:
            opened.add(name.lower())
    return False
