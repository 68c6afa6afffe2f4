"""A service that the user names, asked question by question: forms go out, JSON comes back.

Unlike a page of the web it may stand on the user's own machine or network: its address is the user's word, typed for
this purpose, and nothing leads the request elsewhere, for redirects are not followed. robots.txt is for crawlers and
is not asked: a reconciliation service is there for programs.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib.metadata import version
from ipaddress import ip_address
from typing import Any, Final
from urllib.parse import urlencode

from onrecord.ingest.fetch.addresses import Address, RefusedError, Resolver, checked, is_public, resolve
from onrecord.ingest import limits
from onrecord.ingest.fetch.request import Answer, ask

_BUSY: Final = frozenset({429, 502, 503, 504})


@dataclass(slots=True)
class Service:
    """One service. ``resolver``, ``clock`` and ``sleep`` are the outside world, so that tests can stand in for it."""

    url: str
    resolver: Resolver = resolve
    clock: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep
    _asked: float | None = None

    def get(self) -> Any:
        """What stands at the address itself. Errors: RefusedError where that is no JSON."""
        return self._answer(None)

    def post(self, form: Mapping[str, Any]) -> Any:
        """The answer to a form whose values are sent as JSON. Errors: RefusedError where that is no JSON."""
        pairs = {name: json.dumps(value, ensure_ascii=False) for name, value in form.items()}
        return self._answer(urlencode(pairs).encode())

    def _answer(self, form: bytes | None) -> Any:
        for tried in range(1, limits.TRIES + 1):
            answer = self._ask(form)
            if answer.status not in _BUSY or tried == limits.TRIES:
                break
            self.sleep(_wanted_pause(answer, tried))
        if answer.status != 200:
            raise RefusedError("fetch-failed", f"the answer {answer.status} found, JSON expected; check the address")
        try:
            return json.loads(answer.content)
        except (ValueError, RecursionError):
            raise RefusedError("fetch-failed", "no JSON found, JSON expected; check the address") from None

    def _ask(self, form: bytes | None) -> Answer:
        """Ask, after a pause that a host of others is owed."""
        target = checked(self.url, self._addresses, lambda _: True)
        if self._asked is not None and is_public(ip_address(target.address)):
            self.sleep(max(self._asked + limits.PAUSE - self.clock(), 0))
        try:
            return ask(target, f"onrecord/{version('onrecord')}", limits.SERVICE_BYTES, form)
        finally:
            self._asked = self.clock()

    def _addresses(self, host: str, port: int) -> list[Address]:
        """The addresses of a name, the old kind first: localhost has both, and most services listen there only."""
        return sorted(self.resolver(host, port), key=lambda address: address.version)


def _wanted_pause(answer: Answer, tried: int) -> float:
    """How long a busy service wants to be left alone; twice as long each time where it does not say."""
    said = answer.retry_after or ""
    return min(float(said) if said.isascii() and said.isdigit() else 2.0**tried, limits.LONGEST_PAUSE)
