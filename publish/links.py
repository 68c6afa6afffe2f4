"""Addresses: of our pages, by stable key, and of the exact words in the original."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import quote, urlencode, urlsplit

from datasette.utils import tilde_encode

# A text fragment names a long passage by its first and last words (https://wicg.github.io/scroll-to-text-fragment/).
_WHOLE_UP_TO, _EDGE = 12, 5


def path(datasette: Any, database: str, *parts: str, query: Mapping[str, object] | None = None) -> str:
    """The path of one of our pages, ``base_url`` included.

    In: the database's name, the page's parts (each is encoded), and what stands after the question mark, where not
    empty.
    """
    address = "/".join([str(datasette.urls.database(database)), *(tilde_encode(part) for part in parts)])
    asked = {name: value for name, value in (query or {}).items() if value not in (None, "")}
    return f"{address}?{urlencode(asked)}" if asked else address


def home_path(datasette: Any, database: str) -> str:
    """The path of a corpus's first page."""
    return path(datasette, database, "home")


def is_web_address(url: str | None) -> bool:
    """True for an address a reader may safely follow: http or https with a host. Everything else is shown as text."""
    if not url or not url.isprintable() or " " in url:
        return False
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(parts.netloc)


def text_fragment(url: str | None, words: str) -> str | None:
    """The address of these very words in the original, for browsers that scroll to and mark them.

    In: the article's address, or None; a passage as it stands in the text. Out: None where there is no web address.
    Unsure: an address with a fragment of its own keeps it before the directive.
    Source: URL Fragment Text Directives (WICG), https://wicg.github.io/scroll-to-text-fragment/.
    """
    if url is None or not is_web_address(url):
        return None
    tokens = words.strip("“”„«»‹›‘’\"' \n").split()
    if not tokens:
        return None
    if len(tokens) <= _WHOLE_UP_TO:
        directive = _encoded(tokens)
    else:
        directive = f"{_encoded(tokens[:_EDGE])},{_encoded(tokens[-_EDGE:])}"
    return f"{url}{'' if '#' in url else '#'}:~:text={directive}"


def _encoded(tokens: list[str]) -> str:
    # "-", "," and "&" have a meaning of their own in the directive; quote() leaves the hyphen alone.
    return quote(" ".join(tokens), safe="").replace("-", "%2D")


def wikidata(item: str | None) -> str | None:
    """The address of a Wikidata item, where it is one."""
    return f"https://www.wikidata.org/wiki/{item}" if item and re.fullmatch(r"Q\d{1,12}", item) else None


def elsewhere(link: str | None) -> str | None:
    """The address of what an entity is linked to: an item of Wikidata, or an address as it is."""
    return wikidata(link) or (link if is_web_address(link) else None)


def geonames(number: int | None) -> str | None:
    """The address of a place in GeoNames."""
    return f"https://www.geonames.org/{number}/" if number else None


def on_map(latitude: float | None, longitude: float | None) -> str | None:
    """The address of a map of the place."""
    if latitude is None or longitude is None:
        return None
    where = f"{latitude:.5f}/{longitude:.5f}"
    return f"https://www.openstreetmap.org/?mlat={latitude:.5f}&mlon={longitude:.5f}#map=8/{where}"
