"""The dateline: where the report was filed, and for which agency, before the first sentence.

``NIAMEY, Niger, May 3 (Reuters) - `` gives the place "NIAMEY, Niger" and the agency "Reuters". Neither is the outlet:
a paper prints an agency's copy. The date in it lacks a year and is left in the text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

_LONGEST: Final = 120
_SHAPE = re.compile(
    r"(?P<place>[^\W\d_][\w.,'’/ -]{1,60}?)?\s*(?:\((?P<agency>[^()\n]{2,30})\)|/(?P<wire>[A-Z][\w -]{2,20})/)?"
    r"(?P<dash>\s?(?:—|–|--)(?:\s|(?=[“\"‘'A-Z]))|\s-\s|\s?(?:—|–|--?)$|$)"
)
_DATE = re.compile(
    r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?\s\d{1,2}|\d{1,2}\s[A-Z][a-z]{2,8}|(?:19|20)\d\d"
)
_AGENCIES: Final = frozenset(
    "AP,Associated Press,The Associated Press,Reuters,REUTERS,AFP,Agence France-Presse,UPI,CNN,dpa,DPA,Xinhua,TASS,ANI,"
    "PTI,IANS,ANSA,EFE,Yonhap,Kyodo,Bloomberg,Interfax,Anadolu,AA,PA,CP,The Canadian Press,KUNA,SPA,WAM,Tribune News "
    "Service,Thomson Reuters Foundation,Washington Post,New York Times,BBC,NBC,CBS,ABC,Fox News,RNS,CNS,JTA".split(",")
)
# Written in capitals before a dash, and no places.
_NO_PLACES: Final = frozenset(
    "BREAKING,UPDATE,UPDATED,EXCLUSIVE,ANALYSIS,OPINION,EDITORIAL,WATCH,VIDEO,PHOTOS,LIVE,CORRECTION,NOTE,DEVELOPING,"
    "FILE,REPORT,REVIEW,READ,MORE,RELATED,NEW,FACT CHECK,NATO,NASA,OPEC,CNN,BBC,FBI,CIA,UNHCR,UNICEF,UPDATE 1,UPDATE 2,"
    "FACTBOX,EXPLAINER,TIMELINE,FEATURE,INTERVIEW,ADVISORY,ALERT,BRIEF,COLUMN,COMMENTARY,LISTEN,PODCAST".split(",")
)


@dataclass(frozen=True, slots=True)
class Dateline:
    """``place``: as written, without the date; None where only an agency stands. ``is_whole``: nothing follows."""

    place: str | None
    agency: str | None
    is_whole: bool


def dateline_in(block: str) -> Dateline | None:
    """The dateline that a block begins with, or None.

    Unsure: a place not in capitals counts only beside an agency that is known; capitals before a dash count only where
    a new sentence follows.
    """
    head = block[:_LONGEST]
    match = _SHAPE.match(head)
    if match is None:
        return None
    agency = match["agency"] or match["wire"]
    rest = head[match.end() :]
    is_whole = not rest
    if match["place"] is None:
        return Dateline(None, agency, is_whole) if agency in _AGENCIES and match["dash"].strip() else None
    parts = [part.strip() for part in match["place"].split(",") if part.strip()]
    place = [part for part in parts if not _DATE.fullmatch(part)]
    if not place or not _is_place(place, agency) or (is_whole and not (agency or match["dash"])):
        return None
    if not is_whole and not _begins_sentence(rest):
        return None
    return Dateline(", ".join(place), agency, is_whole)


def _is_place(parts: list[str], agency: str | None) -> bool:
    """True for a town in capitals, or a capitalised one beside a known agency, and what region follows it."""
    town, *regions = parts
    letters = sum(letter.isalpha() for letter in town)
    if letters < 3 or len(town.split()) > 4 or town in _NO_PLACES or len(regions) > 2:
        return False
    if not all(len(region.split()) <= 3 and region[0].isupper() for region in regions):
        return False
    return town.isupper() or (agency in _AGENCIES and all(word[0].isupper() for word in town.split()))


def _begins_sentence(rest: str) -> bool:
    first = rest.lstrip("“\"‘'([ ")[:1]
    return first.isupper() or first.isdigit() or first in {"$", "€", "£"}
