"""Who else worked on an article: the people and agencies that its credit lines name, and what they did.

``(Reporting by Jane Doe in Niamey; Editing by John Roe)`` names a writer and an editor, ``The Associated Press
contributed to this report.`` an agency. Whoever reported or wrote it is an author where no byline names one; who
edited, drew or translated it is kept in the field alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Final

from onrecord.ingest.records import Field
from onrecord.ingest.segment.authors import people_in
from onrecord.ingest.segment.kinds import Decision
from onrecord.ingest.spans import Span

_WORK: Final = (
    "reporting|reported|writing|written|compiled|editing|edited|rewriting|graphics?|research|translation|translated"
)
_DID = re.compile(
    rf"(?i)\b(?P<more>(?:additional|further) )?(?P<first>{_WORK})(?:(?:,? and |, | & )(?:{_WORK}))* by:? |"
    r"^\s*(?P<label>contributing|contributors?|by-?line): ?"
)
_WRITERS: Final = frozenset({"reporting", "reported", "writing", "written", "compiled", "by-line", "byline"})
_CONTRIBUTED = re.compile(r"\s(?:contributed|reported from)\b")
# "Associated Press writers Jane Doe": what comes before the name says for whom.
_POST = re.compile(r"^.*\b(?:writers?|reporters?|correspondents?|journalists?)\s+(?=[A-Z])")
_SENTENCE_END = re.compile(r";|(?<=[a-z])\.\s+(?=[A-Z])")
_PLACED = re.compile(r"\s(?:in|from|at)\s")
_JOINED = re.compile(r"[\s,]+(?:and|with|&)?\s*$")
_AGENCIES: Final = (
    "Associated Press", "Reuters", "Agence France-Presse", "AFP", "AP", "UPI", "dpa", "Xinhua", "TASS", "ANI", "PTI",
    "IANS", "ANSA", "EFE", "Yonhap", "Kyodo", "Bloomberg", "Interfax", "Anadolu", "Press Association", "Canadian Press",
)  # fmt: skip
_AGENCY = re.compile(rf"(?i)\b(?:the )?(?:{'|'.join(map(re.escape, _AGENCIES))})\b(?! writer| reporter| staff)")


@dataclass(frozen=True, slots=True)
class Credits:
    """What the credit lines of an article say.

    ``fields``: ``credit`` (everybody) and ``credit_agency``, several names parted by "; ". ``writers``: who reported or
    wrote it; ``contributors``: who helped to; both in the text's order, each once.
    """

    fields: tuple[Field, ...]
    writers: tuple[str, ...]
    contributors: tuple[str, ...]


def credits_in(blocks: Sequence[str], decisions: Sequence[Decision], spans: Sequence[Span], text: str) -> Credits:
    """The people and agencies that an article's credit lines name.

    In: blocks with their decisions and places in the settled text.
    Unsure: a name that may be an outlet's, a desk's or a place's is left out; whose work is not told is no writer.
    """
    fields: list[Field] = []
    roles: dict[str, list[str]] = {"writer": [], "contributor": [], "other": []}
    for block, (kind, _), span in zip(blocks, decisions, spans, strict=True):
        if kind != "credit":
            continue
        words = " ".join(block.split())
        people = [(role, person) for role, said in _parts(words) for person in people_in(_without_regions(said))]
        for role, person in people:
            roles[role].append(person)
        line = text.count("\n", 0, span.start) + 1
        named = (("credit", [person for _, person in people]), ("credit_agency", _AGENCY.findall(words)))
        fields.extend(Field(name, "; ".join(dict.fromkeys(names)), "text", line) for name, names in named if names)
    return Credits(tuple(fields), tuple(dict.fromkeys(roles["writer"])), tuple(dict.fromkeys(roles["contributor"])))


def _parts(line: str) -> Iterator[tuple[str, str]]:
    """The parts of a credit line, each with what its people did: "writer", "contributor" or "other"."""
    for piece in _SENTENCE_END.split(line.strip("()-—–•* .")):
        done = list(_DID.finditer(piece))
        if not done:
            who, *rest = _CONTRIBUTED.split(piece, maxsplit=1)
            yield ("contributor" if rest else "other"), _POST.sub("", who.strip())
        for match, following in zip_longest(done, done[1:]):
            said = piece[match.end() : following.start() if following else len(piece)]
            yield _role(match), _JOINED.sub("", _CONTRIBUTED.split(said, maxsplit=1)[0])


def _role(match: re.Match[str]) -> str:
    did = (match["first"] or match["label"]).lower()
    if did in _WRITERS:
        return "contributor" if match["more"] else "writer"
    return "contributor" if did.startswith("contribut") else "other"


def _without_regions(words: str) -> str:
    """The words without what a comma adds to a place: "Jane Doe in Ouagadougou, Burkina Faso and John Roe"."""
    kept: list[str] = []
    for part in re.split(r",\s+", words):
        first, _, others = part.partition(" and ")
        is_region = kept and _PLACED.search(kept[-1]) and not _PLACED.search(first) and not part.startswith("and ")
        if said := others if is_region else part:
            kept.append(said)
    return ", ".join(kept)
