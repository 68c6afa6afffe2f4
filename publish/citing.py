"""Citations: one line for an article or a quote that says where it stands, here and in the original."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from onrecord.publish import figures, links


@dataclass(frozen=True, slots=True)
class Citation:
    """The citation lines of one article.

    ``article``: its row. ``permalink``: its full address here. ``quote_link``: from a quote's key to its full address.
    """

    article: Any
    permalink: str
    quote_link: Callable[[str], str]

    def _where(self) -> str:
        title = self.article["title"]
        parts = [
            self.article["byline"],
            f"“{title}”" if title else f"article without a headline, {self.article['path']}",
            self.article["outlet"],
            figures.day(self.article["published"]),
        ]
        return ", ".join(part for part in parts if part)

    def of_article(self) -> str:
        """The article: byline, title, outlet, date, the original's address, and its permanent address here."""
        url = self.article["url"]
        original = f". {url}" if links.is_web_address(url) else ""
        return f"{self._where()}{original}. In: {self.permalink}"

    def of_quote(self, quote: Any) -> str:
        """A quote: its words, who is said to have said them, and where they stand to the character."""
        speaker = quote["speaker"] or "Speaker not told"
        how = {"direct": "quoted", "mixed": "partly quoted", "indirect": "reported"}[quote["kind"]]
        how += " as left unsaid" if quote["cue_class"] == "declines" else ""
        place = f"characters {quote['start_char']}–{quote['end_char']}"
        return f"{speaker}: {quote['text']} ({how} in: {self._where()}, {place}). {self.quote_link(quote['quote_key'])}"

    def in_original(self, words: str) -> str | None:
        """The address of these words in the original; None where it has none."""
        return links.text_fragment(self.article["url"], words)
