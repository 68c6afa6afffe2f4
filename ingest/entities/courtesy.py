"""What stands beside a personal name and tells which of a family it is: Mr, Mrs, his wife, Sen.

Names are written without titles, so that "Mr Roe" and "Mrs Roe" are one form; here the title stays known.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from onrecord.ingest.entities.relatives import FEMALE, MALE, RELATIVE, UP_TO_NAME
from onrecord.ingest.forms import COURTESIES, courtesy_sex, person_parts
from onrecord.ingest.language.reading import Name
from onrecord.ingest.spans import Span

_TITLES = {
    "sen": "sen senator",
    "rep": "rep representative congressman congresswoman",
    "gov": "gov governor",
    "president": "president",
    "judge": "judge justice",
    "gen": "gen general",
    "col": "col colonel",
    "dr": "dr doctor",
    "prof": "prof professor",
    "mayor": "mayor",
    "rev": "rev reverend",
}
_CALLED = COURTESIES | {word: title for title, words in _TITLES.items() for word in words.split()}
_TITLE = "|".join(_CALLED)
_IN_FRONT = re.compile(rf"(?:\b(vice|deputy|mrs?\.?\s(?:and|&))\s)?\b({_TITLE})\b\.?\s+$", re.IGNORECASE)
_WITHIN = re.compile(rf"({_TITLE})\b\.?\s", re.IGNORECASE)
_KIN_IN_FRONT = re.compile(
    rf"(?:\b([Hh]is|[Hh]er)\s(?:[\w-]+\s){{0,2}}?)?\b(?:({MALE})|({FEMALE}))(?:-in-law)?{UP_TO_NAME}"
)
# John Roe and his wife; John Roe, her brother.
_KIN_BEHIND = re.compile(
    rf",?\s(?:and|with)\s(?:(his)|(her))\s(?:[\w-]+\s){{0,2}}?{RELATIVE}\b"
    rf"|,\s(?:his|her|their)\s(?:[\w-]+\s){{0,2}}?(?:({MALE})|({FEMALE}))\b"
)
_POSSESSOR = {"his": "male", "His": "male", "her": "female", "Her": "female"}
_POLITICAL = frozenset({"sen", "rep", "gov"})
_POLITICAL_WORDS = "|".join(word.capitalize() for word, title in _CALLED.items() if title in _POLITICAL)
_POLITICAL_IN_FRONT = re.compile(rf"\b(?:{_POLITICAL_WORDS})\b\.?[ \u00a0](?=\w)")
_WHOLE = re.compile(r"\b(?!\s[A-Z])(?!-\w)")  # where no longer name goes on
_NEVER_BOTH = frozenset({"sen", "rep"})
_REACH = 40  # characters looked at in front of a name


@dataclass(frozen=True, slots=True)
class Naming:
    """One naming of a person, with what the words beside it tell; empty where they do not.

    ``form``: as written. ``sex``: male or female. ``title``: which of some that tell namesakes apart, "couple" for Mr
    and Mrs. ``whose``: the sex of the one whose relative it is (her husband, John Roe).
    """

    form: str
    sex: str = ""
    title: str = ""
    whose: str = ""

    def is_rival(self, sexes: Iterable[str], titles: Iterable[str]) -> bool:
        """True where somebody of whom these are told cannot be meant: Mr and Mrs, Sen. and Rep."""
        others = set(titles)
        return (
            bool(self.sex and set(sexes) and self.sex not in sexes)
            or self.title == "couple"
            or (self.title in _NEVER_BOTH and bool(others & _NEVER_BOTH) and self.title not in others)
        )


def naming(text: str, span: Span) -> Naming:
    """A personal name with what the words beside it tell.

    In: the settled text and the name's span. Relatives tell about full names only: "his wife, Jane Roe", or "John Roe
    and his wife".
    Unsure: nothing is told.
    """
    form = span.of(text)
    within = _WITHIN.match(form)
    front = _IN_FRONT.search(text, max(0, span.start - _REACH), span.start)
    if front is not None and front.group(2).lower() in COURTESIES and front.group(2).islower():
        front = None  # we miss Roe
    title = _CALLED[within.group(1).lower()] if within else ""
    if front is not None and not title:
        couple = (front.group(1) or "").lower().startswith("m")
        title = "couple" if couple else _CALLED[front.group(2).lower()] if front.group(1) is None else ""
    if title in {"male", "female"}:
        return Naming(form, title)
    if len(person_parts(form)) == 1:
        return Naming(form, "", title)
    kin = _KIN_IN_FRONT.search(text, max(0, span.start - _REACH), span.start)
    if kin is not None:
        return Naming(form, "male" if kin.group(2) else "female", title, _POSSESSOR.get(kin.group(1), ""))
    kin = _KIN_BEHIND.match(text, span.end, span.end + _REACH)
    return Naming(form, "" if kin is None else "male" if kin.group(1) or kin.group(3) else "female", title)


def courtesy(text: str, names: Iterable[Span]) -> str:
    """The first Mr, Mrs or the like, as written, of somebody's namings by a bare surname, with a blank behind it.

    Unsure: empty where there is none, where they tell of a man and of a woman, and where a first name is known.
    """
    namings = [(naming(text, span), span) for span in names]
    told = [(one.sex, span) for one, span in namings if one.sex and not courtesy_sex(one.form)]
    if len({sex for sex, _ in told}) != 1 or any(len(person_parts(one.form)) > 1 for one, _ in namings):
        return ""
    start = told[0][1].start
    return text[max(0, start - _REACH) : start].rsplit(maxsplit=1)[-1].lstrip("\"'“‘([") + " "


def titled(text: str, names: Sequence[Name]) -> tuple[Name, ...]:
    """The names, with surnames behind a political title that the reader missed or took for an organisation (Rep. Roe).

    In: the settled text and its names in text order. Only surnames that a person of the article has in full are looked
    for. Unsure: what is part of a longer name, or stands in front of one more word written large, is left.
    """
    people = {name.span.of(text) for name in names if name.type == "person"}
    surnames = {form.split()[-1] for form in people if len(person_parts(form)) > 1}
    mended = list(names)
    for title in _POLITICAL_IN_FRONT.finditer(text):
        found = (Span(title.end(), title.end() + len(name)) for name in surnames if text.startswith(name, title.end()))
        surname = next((span for span in found if _WHOLE.match(text, span.end)), None)
        if surname is not None:
            _mend(mended, Span(title.start(), surname.end), surname)
    return tuple(sorted(mended, key=lambda name: name.span))


def _mend(names: list[Name], whole: Span, surname: Span) -> None:
    """Put a surname behind a title among the names, where none stands or what was no person's."""
    there = [name for name in names if name.span.meets(whole)]
    if not there:
        names.append(Name(surname, "person", 1.0))
    elif len(there) == 1 and there[0].span in {whole, surname} and there[0].type in {"organisation", "work"}:
        names[names.index(there[0])] = replace(there[0], span=surname, type="person")
