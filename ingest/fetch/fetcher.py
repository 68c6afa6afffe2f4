"""Fetching addresses one after the other: robots.txt, pauses, redirects. The flow of this room."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from importlib.metadata import version
from typing import Final
from urllib.parse import urljoin

from protego import Protego

from onrecord.ingest.fetch.addresses import Address, RefusedError, Resolver, Target, checked, is_public, resolve
from onrecord.ingest.fetch.request import Answer, ask
from onrecord.ingest.limits import FETCH_BYTES, LONGEST_PAUSE, PAUSE, REDIRECTS, ROBOTS_BYTES
from onrecord.ingest.records import Finding

_NAME: Final = "onrecord"
_REDIRECTS: Final = frozenset({301, 302, 303, 307, 308})


@dataclass(frozen=True, slots=True)
class Fetched:
    """What an address gave. ``url``: where it was found in the end, redirects followed."""

    url: str
    content_type: str
    content: bytes


@dataclass(slots=True)
class Fetcher:
    """Fetches for one run and remembers what hosts asked of it.

    ``resolver``, ``allows``, ``clock`` and ``sleep`` are the outside world, so that tests can stand in for it.
    """

    resolver: Resolver = resolve
    allows: Callable[[Address], bool] = is_public
    clock: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep
    _rules: dict[str, Protego] = field(default_factory=dict)
    _asked: dict[str, float] = field(default_factory=dict)

    def fetch(self, url: str) -> Fetched | Finding:
        """What an address gives, redirects followed.

        Unsure: a host whose robots.txt cannot be had for an error of its own is left alone, as RFC 9309 asks.
        Errors: none; what cannot or must not be fetched is a finding.
        """
        try:
            return self._followed(url)
        except RefusedError as error:
            return Finding(error.code, f"{url}: {error}.", url)

    def _followed(self, url: str) -> Fetched:
        for _ in range(REDIRECTS + 1):
            target = checked(url, self.resolver, self.allows)
            self._may_be_asked(target)
            answer = self._ask(target, FETCH_BYTES)
            if answer.status not in _REDIRECTS:
                return _whole(url, answer)
            if not answer.location:
                raise RefusedError("fetch-failed", "a redirect to nowhere found, a page expected; check the address")
            url = urljoin(url, answer.location).partition("#")[0]
        raise RefusedError(
            "fetch-redirects", f"more than {REDIRECTS} redirects found, a page expected; check the address"
        )

    def _may_be_asked(self, target: Target) -> None:
        if target.origin not in self._rules:
            self._rules[target.origin] = self._robots(target)
        if not self._rules[target.origin].can_fetch(target.url, _NAME):
            raise RefusedError(
                "fetch-not-allowed",
                f"an address that {target.host} keeps from robots found, one open to them expected; open it in "
                "a browser, save the page and ingest the file",
            )

    def _robots(self, target: Target) -> Protego:
        url = f"{target.scheme}://{target.host_header}/robots.txt"
        answer = None
        for _ in range(REDIRECTS + 1):
            answer = self._ask(checked(url, self.resolver, self.allows), ROBOTS_BYTES)
            if answer.status not in _REDIRECTS or not answer.location:
                break
            url = urljoin(url, answer.location)
        if answer is None or answer.status >= 500:
            raise RefusedError(
                "fetch-failed", f"no robots.txt of {target.host} found, which is out of order; try again later"
            )
        return Protego.parse(answer.content.decode("utf-8", "replace") if answer.status < 300 else "")

    def _ask(self, target: Target, byte_limit: int) -> Answer:
        """Ask, after the pause that the host is owed."""
        rules = self._rules.get(target.origin)
        wanted = rules.crawl_delay(_NAME) if rules else None
        pause = min(max(PAUSE, float(wanted or 0)), LONGEST_PAUSE)
        if target.host in self._asked:
            left = self._asked[target.host] + pause - self.clock()
            if left > 0:
                self.sleep(left)
        try:
            return ask(target, f"{_NAME}/{version(_NAME)}", byte_limit)
        finally:
            self._asked[target.host] = self.clock()


def _whole(url: str, answer: Answer) -> Fetched:
    if answer.status != 200:
        why = {
            401: "it wants a password",
            403: "it is refused",
            404: "there is none",
            410: "it is gone",
            429: "too many requests",
        }
        said = why.get(answer.status, "no page")
        raise RefusedError(
            "fetch-failed", f"the answer {answer.status} found ({said}), a page expected; check the address"
        )
    return Fetched(url, answer.content_type, answer.content)
