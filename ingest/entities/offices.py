"""What people are called besides their names: the title in front and the apposition behind."""

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.ingest.spans import Span

# Title words directly in front of a name; small joining words may stand between them (Secretary of State John Roe).
_BEFORE = re.compile(r"((?:[\w’'.-]+[ \u00a0]){1,6})$")
# The same with commas around the name: the head of the Harbour Board, John Roe, ...
_IN_FRONT = re.compile(r"\b(?:the|its|his|her|their) ((?:[\w’'-]+ ){0,9}[\w’'-]+), $", re.IGNORECASE)
_BEHIND = re.compile(
    r", (?:(?:an?|the|his|her|its|their) )?((?!(?:who|whose|whom|which|where|when|while|and|but|as)\b)"
    r"(?:[\w’'-]+ ){0,5}[\w’'-]+?(?: (?:of|for|at|in) [^,.;()\n]{2,60})?)(?= (?:who|said|told|says)\b|[,.;)])"
)
_TAIL = re.compile(r" (?:of|for|at|in) ")
_SMALL = frozenset("the a an of for at in and its his her their".split())
# Words in front of an office that make it another: the vice president is not the president.
_OTHER = frozenset("vice deputy assistant former ex acting interim shadow".split())
_OFFICES = frozenset(
    (
        "president chancellor premier minister secretary senator governor mayor congressman congresswoman lawmaker "
        "representative ambassador commissioner general admiral colonel commander officer chief chairman chairwoman "
        "chair director spokesman spokeswoman spokesperson professor doctor judge justice prosecutor lawyer "
        "attorney analyst economist author journalist reporter editor candidate nominee leader king queen prince "
        "pope bishop archbishop coach captain manager executive founder owner head sheriff detective candidate "
        "teacher student researcher scientist billionaire businessman businesswoman activist strategist adviser "
        "advisor aide ceo actor actress singer official"
    ).split()
)
# As papers shorten them in front of a name.
_SHORT = {
    "sen.": "senator", "sens.": "senator", "rep.": "representative", "gov.": "governor", "gen.": "general",
    "col.": "colonel", "adm.": "admiral", "prof.": "professor", "dr.": "doctor", "capt.": "captain",
}  # fmt: skip
_DOERS = ("er", "or", "ist", "ian", "man", "woman", "person", "ee", "ant")
# Nouns for people that neither name an office nor end as doers do.
_PEOPLE = frozenset(
    (
        "academic adult advocate agent aide ally anchor anybody anyone architect associate athlete baby boss boy "
        "bride bureaucrat cadet chef chief child citizen classmate cleric clerk client coach colleague columnist "
        "comic conservative convict cook cop coroner corporal correspondent counsel cousin critic dad delegate "
        "democrat deputy diplomat dissident envoy expert fan fellow friend fugitive gentleman girl graduate groom "
        "guard guest guy head hero host husband imam inmate insurgent kid lady laureate liberal local magistrate "
        "marine mechanic medic midwife model mom monk mum native neighbor neighbour nephew neurosurgeon niece nun "
        "nurse opponent pal paramedic parent partner patient pilot priest progressive proponent pundit rabbi "
        "recipient recruit refugee relative republican resident respondent roommate saint sceptic scholar sergeant "
        "sheriff skeptic somebody someone son spy star student superintendent surgeon survivor suspect teen "
        "therapist thief tourist twin uncle undergraduate veteran victim whip widow wife witness youth"
    ).split()
)
# Nouns that end as doers do and are none.
_THINGS = frozenset(
    (
        "after another answer banner behavior behaviour border center centre chamber chapter checklist committee "
        "computer corridor counter covenant cover december degree dinner disaster door dossier either error factor "
        "favor favour fee floor folder grant guarantee however humor humour indicator labor labour letter list "
        "matter mirror monitor motor neither newsletter newspaper november number october offer order other over "
        "paper plant poster power printer quarter register restaurant river rumor rumour sector see september "
        "server subcommittee summer terror theater theatre three tier together tower trailer transfer twitter "
        "under warrant water weather winter year"
    ).split()
)


def is_person(noun: str) -> bool:
    """True for a noun that means people rather than a body of them: official, sources, leader; not junta, ministry."""
    single = noun.removesuffix("s")
    return single not in _THINGS and (
        single in _OFFICES or single in {"source", "individual"} or single.endswith(_DOERS)
    )


def is_one_person(noun: str) -> bool:
    """True for a noun that "he" or "she" can take up: the victim, an ex-aide, the president-elect; no report, no paper.

    Unsure: False for a noun that is not known.
    """
    parts = noun.removesuffix("-elect").split("-")
    return is_person(parts[-1]) or parts[-1] in _PEOPLE


def is_office(word: str) -> bool:
    """True for the noun of an office or occupation, in any case: President, lawyer."""
    return word.lower() in _OFFICES


@dataclass(frozen=True, slots=True)
class Title:
    """An office as written beside a name, in lower case.

    ``heads``: the office itself, several where there is an "and". ``words``: all that is written in front of it, with
    it. ``of_what``: what stands behind "of", "for", "at" or "in".
    """

    heads: frozenset[str]
    words: frozenset[str]
    of_what: frozenset[str]

    def is_meant_by(self, description: tuple[str, ...], more: str) -> bool:
        """True where a description (its words, and the text behind its head) can mean whoever has this title.

        All it says must be in the title: the defence minister is no foreign minister, the governor of the next state
        no governor. The vice president is not the president.
        """
        told = self.words | self.of_what
        return (
            description[-1] in self.heads
            and told.issuperset(description)
            and told.issuperset(_words(more))
            and (self.words & _OTHER).issubset(description)
        )


def offices_of(text: str, name: Span) -> tuple[Title, ...]:
    """The offices and occupations one naming of a person carries: President Roe, a former judge of Ouro, ...

    In: the settled text and the span of a personal name. Out: the titles in front of it and behind it.
    Unsure: words that are no known office count for nothing.
    """
    written = []
    before = _BEFORE.search(text, max(0, name.start - 60), name.start)
    if before is not None:
        words = [_SHORT.get(word.lower(), word) for word in before.group(1).split()]
        ends = [place for place, word in enumerate(words[1:], 1) if word == "of" and is_office(words[place - 1])]
        if len(words) > 1 and words[-1].istitle() and not is_office(words[-1]) and is_office(words[-2]):
            words.pop()  # the name was read without its first part: President Jane [Roe]
        if is_office(words[-1]):
            small = [place for place, word in enumerate(words) if word in _SMALL]
            written.append(" ".join(words[max(len(words) - 3, small[-1] + 1 if small else 0) :]))
        elif ends:
            written.append(" ".join(words[max(0, ends[-1] - 2) :]))
    in_front = _IN_FRONT.search(text, max(0, name.start - 90), name.start)
    if in_front is not None and text[name.end : name.end + 1] in {",", "."}:
        written.append(in_front.group(1))
    behind = _BEHIND.match(text, name.end, name.end + 120)
    if behind is not None:
        written.append(behind.group(1))
    return tuple(title for title in map(_title, written) if title.heads)


def _title(written: str) -> Title:
    words, *of_what = _TAIL.split(written.lower(), maxsplit=1)
    heads = words.split() if " and " in words else words.split()[-1:]
    return Title(frozenset(heads) & _OFFICES, _words(words), _words(" ".join(of_what)))


def _words(text: str) -> frozenset[str]:
    words = re.findall(r"[\w’'-]+", text.lower().replace("’", "'"))
    return frozenset(word.removesuffix("'s") for word in words) - _SMALL
