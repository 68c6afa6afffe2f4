"""Reads a page as a browser would have to, and notes what it would have to repair."""

from __future__ import annotations

from html.parser import HTMLParser


class Tags(HTMLParser):
    """The text of a piece of HTML, its tags as they open, and what is wrong with their nesting."""

    VOID = frozenset({"meta", "link", "input", "br", "rect", "img"})

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.text = ""
        self.opened: list[tuple[str, dict[str, str | None]]] = []
        self.wrong: list[str] = []
        self.stack: list[str] = []
        self.feed(str(html))  # Markup would escape what is added to it
        self.close()
        self.wrong += [f"<{tag}> is never closed" for tag in self.stack]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element begins."""
        if tag == "a" and "a" in self.stack:
            self.wrong.append("a link inside a link")
        self.opened.append((tag, dict(attrs)))
        if tag not in self.VOID:
            self.stack.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element that holds nothing."""
        self.opened.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        """An element ends."""
        if tag in self.VOID:
            return
        if not self.stack or self.stack.pop() != tag:
            self.wrong.append(f"</{tag}> closes something else")

    def handle_data(self, data: str) -> None:
        """Words."""
        self.text += data

    def all(self, tag: str, name: str) -> list[str]:
        """Every value of an attribute of all elements of a kind."""
        return [
            value for found, attributes in self.opened if found == tag and (value := attributes.get(name)) is not None
        ]
