"""A reconciliation service as OpenRefine asks it.

Source: Reconciliation Service API 0.2 (W3C Entity Reconciliation Community Group, 2023),
https://www.w3.org/community/reports/reconciliation/CG-FINAL-specs-0.2-20230410/, on the service manifest and
on reconciliation queries.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import quote

from onrecord.ingest.errors import ReconcileError
from onrecord.ingest.fetch import RefusedError, Service
from onrecord.ingest.identities import Linkable
from onrecord.ingest.reconcile.candidates import WIKIDATA, Candidate, authority, item

# How many entities a service is asked about in one request, unless it wants fewer; and how many candidates of each.
AT_ONCE: Final = 10
CANDIDATES: Final = 5
# What the two types are in Wikidata: human, organisation.
_IN_WIKIDATA: Final = {"person": "Q5", "organisation": "Q43229"}


@dataclass(frozen=True, slots=True)
class ServiceSource:
    """A service that has said what it is. ``types``: what it calls person and organisation, where that is known."""

    name: str
    at_once: int
    authorities: frozenset[str]
    types: Mapping[str, str]
    _service: Service
    _view: str | None
    warnings: tuple[str, ...] = ()

    def candidates(self, entities: Sequence[Linkable]) -> list[tuple[Candidate, ...]]:
        """Ask about some entities in one request: only their names and types are sent."""
        queries = {
            f"q{place}": {"query": entity.name, "limit": CANDIDATES, **self._wanted_type(entity)}
            for place, entity in enumerate(entities)
        }
        answer = _asked(lambda: self._service.post({"queries": queries}), self.name)
        found = []
        for place, entity in enumerate(entities):
            one = answer.get(f"q{place}")
            results = one.get("result") if isinstance(one, dict) else None
            if not isinstance(results, list):
                raise ReconcileError(
                    f"{self.name}: no result for “{entity.name}” found, a list of candidates expected."
                )
            read = (self._candidate(result, entity.type) for result in results)
            found.append(tuple(candidate for candidate in read if candidate is not None))
        return found

    def _wanted_type(self, entity: Linkable) -> dict[str, str]:
        return {"type": self.types[entity.type]} if entity.type in self.types else {}

    def _candidate(self, result: Any, kind: str) -> Candidate | None:
        """One candidate; None where it has no name or no id that leads anywhere."""
        if not isinstance(result, dict) or not isinstance(result.get("name"), str):
            return None
        link = self._link(str(result.get("id", "")))
        if link is None:
            return None
        score = result.get("score")
        return Candidate(
            link,
            (result["name"],),
            self._type(result.get("type"), kind),
            result.get("match") is True,
            str(result.get("description") or ""),
            float(score) if isinstance(score, int | float) else None,
        )

    def _link(self, identifier: str) -> str | None:
        if WIKIDATA in self.authorities or self._view is None:
            return item(identifier)
        return item(identifier) or self._view.replace("{{id}}", quote(identifier, safe="")) if identifier else None

    def _type(self, given: Any, kind: str) -> str | None:
        """What a candidate is. The service has looked at the type asked for; only a person is known by one type."""
        person = self.types.get("person")
        types = {str(one.get("id") if isinstance(one, dict) else one) for one in given or ()}
        if person is None or not types:
            return None
        return "person" if person in types else "other" if kind == "person" else kind


def open_service(url: str, types: Mapping[str, str]) -> ServiceSource:
    """Ask a service what it is, and make ready to ask it more.

    In: its address; what it calls person and organisation, where the user says so (for Wikidata that is known).
    Errors: ReconcileError where there is no service, or its ids lead nowhere.
    """
    service = Service(url)
    manifest = _asked(service.get, url)
    space, view = str(manifest.get("identifierSpace") or ""), manifest.get("view")
    if not manifest.get("name") and not space:
        raise ReconcileError(f"{url}: no service manifest found, a reconciliation service expected; check the address.")
    template = view.get("url") if isinstance(view, dict) else None
    if "wikidata.org" in space:
        types, whose, template = {**_IN_WIKIDATA, **types}, WIKIDATA, None
    else:
        if not (isinstance(template, str) and "{{id}}" in template and item(template.replace("{{id}}", "1"))):
            template = f"{space}{{{{id}}}}" if item(space) else None
        if template is None:
            raise ReconcileError(
                f"{url}: ids that are neither Wikidata's nor addresses found (identifierSpace {space or 'missing'}); "
                "a service whose items have addresses expected."
            )
        whose = authority(template)
    wanted = manifest.get("batchSize")
    at_once = min(wanted, AT_ONCE) if isinstance(wanted, int) and wanted > 0 else AT_ONCE
    return ServiceSource(str(manifest.get("name") or url), at_once, frozenset({whose}), types, service, template)


def _asked(ask: Any, name: str) -> dict[str, Any]:
    """What a service answers. Errors: ReconcileError for an error of its own, and for what is no JSON object."""
    try:
        answer = ask()
    except RefusedError as error:
        raise ReconcileError(f"{name}: {error}.") from error
    if not isinstance(answer, dict):
        raise ReconcileError(f"{name}: no JSON object found, the answer of a reconciliation service expected.")
    if answer.get("status") == "error":
        raise ReconcileError(f"{name} refuses: {answer.get('message') or 'it does not say why'}.")
    return answer
