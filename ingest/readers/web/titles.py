"""The title of a page, out of the four or five places that claim to give it.

They are often different: one headline for readers, one for search engines, one for social networks, and most carry the
site's name. The name is cut off where another place, or the site's own name, shows that it is one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from onrecord.ingest.readers.web.blocks import folded

_LONGEST: Final = 400
# A bar or dash with blanks, or what East Asian sites put between title and name.
_SEAM = re.compile(r"\s+[-–—|·•»:/]\s+|\s*[|｜]\s*|[：]|\s+::\s+|,\s+(?=[A-ZÄÖÜ])")


def without_site(title: str, sites: Sequence[str], others: Iterable[str]) -> str:
    """A title without the name of the site at its end or beginning.

    ``"Ferry sails again | The Harbour Times"`` -> ``"Ferry sails again"``.
    In: names of the site (its own name, its host); other titles of the page, of which a shorter one may be the same
    without the name.
    Unsure: a part that nobody names stays.
    """
    if len(title) > _LONGEST:
        return title
    names = {folded(site) for site in sites if len(folded(site)) > 1}
    shorter = {folded(other) for other in others}
    for seam in reversed(list(_SEAM.finditer(title))):
        before, after = title[: seam.start()].strip(), title[seam.end() :].strip()
        if not before or not after:
            continue
        if folded(before) in shorter and len(folded(after)) < 40 and folded(title) not in _repeated(title, others):
            return before
        if _is_site(folded(after), names):
            return without_site(before, sites, others)
    first = _SEAM.search(title)
    if first and folded(title[: first.start()]) in names and title[first.end() :].strip():
        return title[first.end() :].strip()
    return title


def _repeated(title: str, others: Iterable[str]) -> set[str]:
    """The folded title, where two other places say it whole."""
    key = folded(title)
    return {key} if sum(folded(other) == key for other in others) >= 2 else set()


def _is_site(tail: str, names: set[str]) -> bool:
    """True for the site's name, or one that begins or ends with it ("Sport | BILD.de" has "bildde" for "bild")."""
    return any(
        tail == name or (len(name) >= 4 and len(tail) <= 2 * len(name) + 4 and (name in tail)) for name in names
    ) or any(len(tail) >= 4 and tail in name and len(tail) * 2 >= len(name) for name in names)


def chosen_title(
    headline: str | None, shared: str | None, shown: Sequence[str], tab: str | None, name: str | None
) -> str | None:
    """The title that stands.

    In: JSON-LD's headline and name, the title for social networks, the headings of the first rank as shown, and the
    text of the browser's tab, each without the site's name.
    Out: the headline; but where heading and shared title agree on another, and the headline is merely what the tab
    says or not what the thing's own name says, that one: the headline is then the search engines' wording.
    Without a headline, what two places agree on; else the shared title, the heading, the tab.
    """
    keys = {folded(heading): heading for heading in shown if 0 < len(heading) <= _LONGEST}
    if headline:
        agreed = shared is not None and folded(shared) in keys and folded(shared) != folded(headline)
        if agreed and shared and (folded(headline) == folded(tab or "") or folded(shared) == folded(name or "")):
            return keys[folded(shared)]
        return headline
    if shared and folded(shared) in keys:
        return keys[folded(shared)]
    if shared:
        return shared
    if tab:
        return keys.get(folded(tab), tab)
    return next(iter(keys.values()), None)
