"""Addresses of the web as they are compared: those that lead to one page are one, however they were passed on."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final
from urllib.parse import SplitResult, urlsplit

# Parameters that tell who passed an address on and never which page it leads to.
_TRACKING: Final = frozenset(
    "fbclid gclid dclid gbraid wbraid msclkid twclid yclid igshid mc_cid mc_eid".split()  # of networks and newsletters
)
_TRACKING_PREFIX: Final = "utm_"
_USUAL_PORTS: Final = frozenset({None, 80, 443})
# Most addresses: nothing to be left out but what stands around the first group. A fourth of the time of taking apart.
_PLAIN: Final = re.compile(r"https?://(?:www\.)?([a-z0-9][a-z0-9.-]*)(/[^?#\s]*)?")
# Behind these a page's script reads which article to show, so that it is no mere place in the page.
_ROUTES: Final = ("!", "/")


@lru_cache(maxsize=1024)
def address_key(url: str | None) -> str | None:
    """An address without what does not change where it leads.

    Left out: scheme, ``www.``, case of the host, the usual ports, a last slash, the place in the page (``#quotes``),
    and the parameters that track readers (``utm_source``, ``fbclid``). Out: None for no address.
    Unsure: whatever may name another page stays: path and other parameters with their case and order, ``m.`` and every
    other host, ``#!/route``; an address that cannot be taken apart stays as it is.
    """
    if url is None:
        return None
    plain = _PLAIN.fullmatch(url)
    if plain is not None:
        return f"{plain[1]}{plain[2] or ''}".rstrip("/")
    try:
        parts = urlsplit(url.strip())
        host, port = parts.hostname, parts.port
    except ValueError:  # brackets that hold no address, a port that is no number
        return url
    if not host:
        return url
    place = host.removeprefix("www.") + ("" if port in _USUAL_PORTS else f":{port}")
    return place + parts.path.rstrip("/") + _query(parts) + _route(parts)


def _query(parts: SplitResult) -> str:
    kept = [one for one in parts.query.split("&") if one and not _tracks(one.partition("=")[0].lower())]
    return f"?{'&'.join(kept)}" if kept else ""


def _tracks(name: str) -> bool:
    return name.startswith(_TRACKING_PREFIX) or name in _TRACKING


def _route(parts: SplitResult) -> str:
    return f"#{parts.fragment}" if parts.fragment.startswith(_ROUTES) else ""
