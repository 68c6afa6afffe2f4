"""Search narrowed to a kind, a manner, a speaker, an outlet, a time: from the address to SQL with bound values."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from onrecord.schema.quotes import CUE_CLASSES, QUOTE_KINDS

_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
_NUMBER = re.compile(r"[0-9]{1,18}")
BAD_DATE = "“{}” was left out: a date is a year, a month or a day, such as 2025, 2025-03 or 2025-03-14."

_OF_QUOTE = {
    "kind": "q.kind = :kind",
    "manner": "q.cue_class = :manner",
    "speaker": "q.speaker_id = (SELECT entity_id FROM entities WHERE entity_key = :speaker)",
}
# A date given as a month covers all days of it.
_OF_ARTICLE = {
    "outlet": "a.outlet_id = :outlet",
    "since": "a.published >= :since",
    "until": "substr(a.published, 1, length(:until)) <= :until",
}


@dataclass(frozen=True, slots=True)
class Narrowed:
    """What a search is narrowed to. ``values``: by name, none of them empty. ``notes``: what was left out, and why."""

    values: dict[str, str]
    notes: tuple[str, ...] = ()

    def clause(self, articles_key: str, *, quotes: bool) -> tuple[str, str]:
        """The SQL that narrows: a join, where articles are needed, and conditions (both may be empty).

        In: the column that points to the article; whether quotes are looked for, of which alone there are kind, manner
        and speaker.
        """
        known = (_OF_QUOTE if quotes else {}) | _OF_ARTICLE
        conditions = [condition for name, condition in known.items() if name in self.values]
        needs_article = any(name in self.values for name in _OF_ARTICLE)
        join = f"JOIN articles AS a ON a.article_id = {articles_key}" if needs_article else ""
        return join, "".join(f" AND {condition}" for condition in conditions)


def read(asked: Callable[[str], str]) -> Narrowed:
    """What the address narrows the search to.

    In: a function that gives what the address asks for under a name, or an empty string. Unsure: what is no kind, no
    number or no date is left out; a wrong date is said.
    """
    values: dict[str, str] = {}
    notes = []
    for name, known in (("kind", QUOTE_KINDS), ("manner", CUE_CLASSES)):
        if asked(name) in known:
            values[name] = asked(name)
    if asked("speaker"):
        values["speaker"] = asked("speaker")
    if _NUMBER.fullmatch(asked("outlet")):
        values["outlet"] = asked("outlet")
    for name in ("since", "until"):
        if _DATE.fullmatch(asked(name)):
            values[name] = asked(name)
        elif asked(name):
            notes.append(BAD_DATE.format(asked(name)[:30]))
    return Narrowed(values, tuple(notes))
