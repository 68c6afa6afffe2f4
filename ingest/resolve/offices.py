"""Offices every country has one of: "the Air Force" is whose depends on the country an article is about."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from onrecord.ingest.forms import folded
from onrecord.ingest.reference import table

_OFFICES = frozenset(
    (
        "supreme court;high court;constitutional court;court of appeal;senate;congress;parliament;national assembly;"
        "house of representatives;cabinet;government;police;national police;army;navy;air force;coast guard;"
        "armed forces;military;national guard;central bank;election commission;electoral commission;"
        "foreign ministry;ministry of foreign affairs;foreign affairs ministry;foreign office;defense ministry;"
        "ministry of defense;interior ministry;ministry of the interior;"
        "ministry of interior;justice ministry;ministry of justice;finance ministry;ministry of finance;"
        "health ministry;ministry of health;education ministry;ministry of education;interior department;"
        "state department;justice department;defense department;department of defense;department of justice;"
        "department of state;department of the interior;treasury;home office;department of health"
    ).split(";")
)
_HEADS = frozenset(
    (
        "church department ministry court commission committee council agency bureau university college bank union "
        "party association federation foundation institute centre center hospital corporation club museum force "
        "forces company team group society league school city state house senate democrats republicans"
    ).split()
)


@dataclass(frozen=True, slots=True)
class Office:
    """An office without its country, and the ISO code of the country where the name itself says it.

    ``usual``: the country that calls its office so, where the article names none.
    """

    name: str
    country: str | None

    @property
    def usual(self) -> str | None:
        """Americans have departments, the British a Home Office."""
        if "department" in self.name.split():
            return "US"
        return "GB" if self.name in {"home office", "foreign office"} else None


def office_of(form: str) -> Office | None:
    """Take the name of an office apart: of "us air force" the air force, US. None for any other name.

    In: a folded name without legal form.
    """
    if form in _OFFICES:
        return Office(form, None)
    words = form.split()
    for cut in range(1, len(words)):
        rest = " ".join(words[cut:])
        country = _countries().get(" ".join(words[:cut]).removesuffix("'s")) if rest in _OFFICES else None
        if country is not None:
            return Office(rest, country)
    return None


def is_head(form: str) -> bool:
    """True for a word that says what kind of organisation it is and not which: the Church, the Department."""
    return form in _HEADS


@cache
def _countries() -> dict[str, str]:
    """Folded names of countries and their people with ISO codes."""
    found: dict[str, str] = {}
    for row in table("countries.tsv"):
        for name in (*row["names"].split(";"), *filter(None, row["demonyms"].split(";"))):
            found[folded(name)] = row["iso"]
    return found
