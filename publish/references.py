"""References to an article in the formats that literature programs read. What nobody says is left out, not made up."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from onrecord.publish.figures import MONTHS
from onrecord.publish.links import is_web_address

_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
# Characters with a meaning of their own in TeX.
_TEX = {
    "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "$": r"\$", "&": r"\&", "#": r"\#", "%": r"\%",
    "_": r"\_", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Work:
    """What is known of an article. ``date``: year, month and day, as many of them as are known."""

    key: str
    title: str | None
    authors: tuple[str, ...]
    outlet: str | None
    date: tuple[int, ...]
    url: str | None
    language: str | None
    permalink: str

    @classmethod
    def of(cls, article: Any, authors: Sequence[str], permalink: str) -> Work:
        """From an article's row."""
        found = _DATE.match(article["published"] or "")
        return cls(
            key=article["article_key"],
            title=article["title"],
            authors=tuple(authors),
            outlet=article["outlet"],
            date=tuple(int(part) for part in found.groups() if part) if found else (),
            url=article["url"] if is_web_address(article["url"]) else None,
            language=article["language"],
            permalink=permalink,
        )


def ris(work: Work) -> str:
    """A RIS record of type NEWS.

    Source: RIS format specification (Research Information Systems, 2011).
    """
    lines = [("TY", "NEWS"), *(("AU", author) for author in work.authors)]
    optional = (("TI", work.title), ("T2", work.outlet), ("LA", work.language), ("UR", work.url))
    lines += [(tag, value) for tag, value in optional if value]
    if work.date:
        lines += [
            ("PY", str(work.date[0])),
            ("DA", "/".join(f"{part:02}" for part in work.date) + "/" * (3 - len(work.date))),
        ]
    lines += [("L2", work.permalink), ("ER", "")]
    return "".join(f"{tag}  - {' '.join(value.split())}\r\n" for tag, value in lines)


def bibtex(work: Work) -> str:
    """A BibTeX entry of type misc, the one that every style knows."""
    fields = {
        "author": " and ".join(f"{{{_tex(author)}}}" for author in work.authors),
        "title": f"{{{_tex(work.title)}}}" if work.title else "",
        "howpublished": _tex(work.outlet or ""),
        "year": str(work.date[0]) if work.date else "",
        "month": MONTHS[work.date[1] - 1][:3].lower()
        if len(work.date) > 1 and 1 <= work.date[1] <= len(MONTHS)
        else "",
        "url": (work.url or "").replace("{", "%7B").replace("}", "%7D"),
        "language": _tex(work.language or ""),
        "note": f"In the corpus: \\url{{{work.permalink}}}",
    }
    # A month is a macro of BibTeX's own and stands without braces.
    written = {name: value if name == "month" else f"{{{value}}}" for name, value in fields.items() if value}
    body = "".join(f",\n  {name} = {value}" for name, value in written.items())
    return f"@misc{{onrecord:{re.sub(r'[^A-Za-z0-9]', '', work.key)}{body}\n}}\n"


def csl(work: Work) -> dict[str, Any]:
    """A CSL-JSON item of type article-newspaper.

    Source: CSL-JSON schema 1.0.2, https://github.com/citation-style-language/schema.
    """
    item: dict[str, Any] = {"id": work.key, "type": "article-newspaper", "archive_location": work.permalink}
    known = {"title": work.title, "container-title": work.outlet, "URL": work.url, "language": work.language}
    item |= {name: value for name, value in known.items() if value}
    if work.authors:
        item["author"] = [{"literal": author} for author in work.authors]
    if work.date:
        item["issued"] = {"date-parts": [list(work.date)]}
    return item


def _tex(words: str) -> str:
    return "".join(_TEX.get(character, character) for character in " ".join(words.split()))
