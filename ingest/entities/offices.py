"""What people are called besides their names: the title in front and the apposition behind."""

from __future__ import annotations

import re

from onrecord.ingest.spans import Span

# Title words directly in front of a name; small joining words may stand between them (Secretary of State John Roe).
_BEFORE = re.compile(r"((?:[\w’'.-]+ ){1,6})$")
_BEHIND = re.compile(
    r",? (?:an?|the|his|her|its|their)? ?((?:[\w’'-]+ ){0,5}[\w’'-]+)(?= (?:of|for|at|in|who|said|told|says)\b|[,.;)])"
)
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
_DOERS = ("er", "or", "ist", "ian", "man", "woman", "person", "ee", "ant")
# Nouns for people that neither name an office nor end as doers do.
_PEOPLE = frozenset(
    (
        "academic adult advocate agent aide ally anchor anybody anyone architect associate athlete baby boss boy "
        "bride bureaucrat cadet chef chief child citizen classmate cleric clerk client coach colleague columnist "
        "comic conservative convict cook cop coroner corporal correspondent counsel cousin critic dad delegate "
        "democrat deputy diplomat dissident envoy expert fan fellow friend fugitive gentleman girl graduate groom "
        "guard guest guy head hero host husband imam inmate insurgent kid lady laureate liberal local magistrate "
        "marine mechanic medic midwife model mom monk mum native neighbor neighbour nephew neurosurgeon niece nun nurse one "
        "opponent pal paramedic parent partner patient pilot priest progressive proponent pundit rabbi recipient "
        "recruit refugee relative republican resident respondent roommate saint sceptic scholar sergeant sheriff "
        "skeptic somebody someone son spy star student superintendent surgeon survivor suspect teen therapist "
        "thief tourist twin uncle undergraduate veteran victim whip widow wife witness youth"
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


def offices_of(text: str, name: Span) -> frozenset[str]:
    """The offices and occupations one naming of a person carries: of "President Roe, a former judge," president, judge.

    In: the settled text and the span of a personal name. Out: office nouns in lower case.
    Unsure: words that are no known office count for nothing.
    """
    before = _BEFORE.search(text, max(0, name.start - 60), name.start)
    behind = _BEHIND.match(text, name.end, name.end + 80)
    words: list[str] = []
    if before is not None:
        words += before.group(1).lower().split()[-3:]
    if behind is not None and text[name.end : name.end + 1] == ",":
        words += behind.group(1).lower().split()
    return frozenset(words) & _OFFICES
