"""Where a request may go: http and https on public addresses of the internet.

A page fetched for a user must not reach what only the user's machine or network can: its own services, the router, a
cloud's metadata. A name is looked up once, the answers are checked, and the connection goes to a checked answer, so
that a name that changes its address in between gains nothing.
Source: IANA's registries of special-purpose addresses, as Python's ipaddress has them; OWASP, "Server-Side Request
Forgery Prevention".
"""

from __future__ import annotations

import socket
from collections.abc import Callable
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from typing import Final
from urllib.parse import SplitResult, urlsplit

from onrecord.ingest.limits import ADDRESS_LENGTH

Address = IPv4Address | IPv6Address
# Addresses of a name; OSError where there are none.
Resolver = Callable[[str, int], list[Address]]

_PORTS: Final = {"http": 80, "https": 443}
_TRANSLATED: Final = IPv6Network("64:ff9b::/96")
_TRANSLATED_LOCAL: Final = IPv6Network("64:ff9b:1::/48")


class RefusedError(Exception):
    """A request that is not made. ``code``: for the finding; ``str(error)``: found, expected, what to do."""

    def __init__(self, code: str, sentence: str) -> None:
        super().__init__(sentence)
        self.code = code


@dataclass(frozen=True, slots=True)
class Target:
    """Where one request goes. ``address``: checked, and connected to; ``host``: for the certificate and the server."""

    url: str
    scheme: str
    host: str
    port: int
    address: str
    path: str

    @property
    def origin(self) -> str:
        """Scheme, host and port: what robots.txt holds for."""
        return f"{self.scheme}://{self.host}:{self.port}"

    @property
    def host_header(self) -> str:
        """The host as the server wants it."""
        name = f"[{self.host}]" if ":" in self.host else self.host
        return name if self.port == _PORTS[self.scheme] else f"{name}:{self.port}"


def resolve(host: str, port: int) -> list[Address]:
    """The addresses of a name, in the system's order. Errors: OSError where there are none."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return [ip_address(str(one[4][0]).partition("%")[0]) for one in found]


def is_public(address: Address) -> bool:
    """True for an address of the internet at large, also where one is written inside another."""
    if isinstance(address, IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour
        if address in _TRANSLATED:
            inner = IPv4Address(int(address) & 0xFFFFFFFF)
        if inner is not None:
            return is_public(inner)
        if address.teredo is not None or address in _TRANSLATED_LOCAL:
            return False
    return address.is_global and not address.is_multicast and not address.is_reserved


def checked(url: str, resolver: Resolver, allows: Callable[[Address], bool]) -> Target:
    """Where a request for an address goes.

    Errors: RefusedError for another scheme, a user name in the address, a name that is not known, and a name of which
    any address is not allowed: an honest one has no private address among its own.
    """
    parts = _split(url)
    host = parts.hostname or ""
    port = parts.port or _PORTS[parts.scheme]
    try:
        known = resolver(host, port)
    except (OSError, UnicodeError) as error:
        why = getattr(error, "strerror", None) or "no such name"
        raise RefusedError(
            "fetch-unknown-host", f"{host} cannot be found ({why}), a host of the web expected; check it"
        ) from error
    if not known or not all(allows(address) for address in known):
        where = ", ".join(str(address) for address in known[:3]) or "no address"
        raise RefusedError(
            "fetch-not-public",
            f"{host} found at {where}, a public address expected; save the page and ingest the file if you trust it",
        )
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    return Target(url, parts.scheme, host, port, str(known[0]), _escaped(path))


def _split(url: str) -> SplitResult:
    if len(url) > ADDRESS_LENGTH or any(ord(sign) <= 0x20 or ord(sign) == 0x7F for sign in url):
        raise RefusedError(
            "fetch-bad-address", "an address with blanks or of great length found, one of the web expected; check it"
        )
    try:
        parts = urlsplit(url)
        is_whole = parts.scheme in _PORTS and bool(parts.hostname) and (parts.port is None or parts.port > 0)
    except ValueError:
        is_whole = False
        parts = urlsplit("")
    if not is_whole:
        raise RefusedError("fetch-bad-address", "no address of the web found, http:// or https:// expected; check it")
    if parts.username is not None or parts.password is not None:
        raise RefusedError(
            "fetch-bad-address", "a user name in the address found, an address without expected; leave it out"
        )
    return parts


def _escaped(path: str) -> str:
    """A path as HTTP takes it: letters beyond ASCII as percent signs and UTF-8."""
    return "".join(sign if ord(sign) < 0x80 else "".join(f"%{byte:02X}" for byte in sign.encode()) for sign in path)
