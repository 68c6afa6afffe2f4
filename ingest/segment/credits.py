"""Who else worked on an article: the people and agencies that its credit lines name.

``(Reporting by Jane Doe in Niamey; Editing by John Roe)`` names two people, ``The Associated Press contributed to this
report.`` an agency. They are kept as fields beside the byline and are no authors of their own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from onrecord.ingest.records import Field
from onrecord.ingest.segment.authors import people_in
from onrecord.ingest.segment.kinds import Decision
from onrecord.ingest.spans import Span

_ROLE = re.compile(
    r"(?i)^(?:with )?(?:additional |further )?(?:reporting|writing|editing|edited|written|compiled|graphics?|research|"
    r"translation|translated)(?: and (?:writing|editing|reporting))? by |^(?:contributing|contributors?|by-?line): ?"
)
_WORKED = re.compile(r"\s(?:contributed|reported from)\b")
_AGENCIES: Final = (
    "Associated Press", "Reuters", "Agence France-Presse", "AFP", "AP", "UPI", "dpa", "Xinhua", "TASS", "ANI", "PTI",
    "IANS", "ANSA", "EFE", "Yonhap", "Kyodo", "Bloomberg", "Interfax", "Anadolu", "Press Association", "Canadian Press",
)  # fmt: skip
_AGENCY = re.compile(rf"(?i)\b(?:the )?(?:{'|'.join(map(re.escape, _AGENCIES))})\b(?! writer| reporter| staff)")


def credit_fields(
    blocks: Sequence[str], decisions: Sequence[Decision], spans: Sequence[Span], text: str
) -> tuple[Field, ...]:
    """The fields ``credit`` and ``credit_agency`` of an article, several names parted by "; ".

    In: blocks with their decisions and places in the settled text.
    Unsure: a name that may be an outlet's or a desk's is left out.
    """
    found: list[Field] = []
    for block, (kind, _), span in zip(blocks, decisions, spans, strict=True):
        if kind == "credit":
            line = text.count("\n", 0, span.start) + 1
            said = (("credit", _people(block)), ("credit_agency", _agencies(block)))
            found.extend(Field(name, "; ".join(names), "text", line) for name, names in said if names)
    return tuple(found)


def _people(block: str) -> tuple[str, ...]:
    people: dict[str, None] = {}
    for piece in re.split(r";|(?<=[a-z])\.\s+(?=[A-Z])", " ".join(block.split()).strip("()-—–•* .")):
        words = _WORKED.split(_ROLE.sub("", piece.strip()), maxsplit=1)[0]
        people.update(dict.fromkeys(people_in(words)))
    return tuple(people)


def _agencies(block: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(match.group() for match in _AGENCY.finditer(" ".join(block.split()))))
