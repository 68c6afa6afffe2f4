"""From a pronoun beside a quote to who that is: the last speaker, whoever stands directly before it or is in mind."""

from __future__ import annotations

import re
from bisect import bisect_left

from onrecord.ingest.entities.nouns import RELATIVES, SEX, Phrase
from onrecord.ingest.entities.offices import is_office, is_one_person
from onrecord.ingest.entities.paragraphs import paragraph_start
from onrecord.ingest.entities.so_far import Article
from onrecord.ingest.records import EntityType, Mention, Speaker
from onrecord.ingest.spans import Span

# Between a name and its relative pronoun, an age, party or other aside at most (Jane Roe, 44, who; Sen. Roe (R-Maine),
# who); and between it and its place.
_BEFORE_RELATIVE = re.compile(
    r"(?:,\s*\d{1,3}|,\s*[A-Z]{1,3}-[A-Z][\w.]*(?:\s[A-Z][\w.]*)?|\s*\([^()\n]{1,40}\))?"
    r"(?:,?\s+|\s?[—–]\s?|\s--?\s|,?\s\()"
)
# What opens a turn of a transcript: ROE: or Jane Roe:
_LABEL = re.compile(r"\W{0,3}[A-Z][\w .'’-]{0,40}:\s")
_PLACED = re.compile(r",?\s+(?:based\s+)?(?:in|of|at|near)\s+(?:the\s+)?")
WHERE_A_THING, WHERE_NAMED = 0.4, 0.7  # leads
# How often they are taken for the right one: "he" and "she" on GUM (benchmarks/pronouns.py); "they" and "it" beside
# quotes of 117 news articles, 24 answers read by hand, 14 of them right; "it" behind an organisation's words, 22 of 25.
TAKEN_RIGHTLY = {"male": 0.87, "female": 0.87}
GOES_ON_RIGHTLY = 0.88
OTHERS_TAKEN_RIGHTLY = 0.6


def by_pronoun(article: Article, source: Span, kind: str) -> Speaker:
    """Who a pronoun beside a quote is.

    In: what is known of the article so far, the pronoun's span and its kind (see ``nouns.PRONOUNS``).
    Unsure: nobody, with the reason.
    """
    word, last = source.of(article.text), article.salience.last_speaker
    if word.lower() in RELATIVES:
        before = _directly_before(article, source)
        if before is None:
            return Speaker(None, "pronoun", f"“{word}” takes up what stands before it, which is no name.")
        return Speaker(before, "pronoun", f"“{word}” is {article.name(before)}, named directly before it.")
    if kind == "speaking":
        if last is None or not _is_somebodys(article, source):
            return Speaker(None, "pronoun", f"“{word}” may be whoever wrote the article.")
        return Speaker(last, "pronoun", f"“{word}” is taken to be {article.name(last)}, who spoke last.")
    certainty = TAKEN_RIGHTLY.get(kind, OTHERS_TAKEN_RIGHTLY)
    if last is not None and _goes_on(article, source, last, kind):
        found, certainty = last, GOES_ON_RIGHTLY
    elif last is not None and _takes_up_unnamed(article, source, last, kind):
        # After an unnamed source, "he" is that source sooner than a bystander.
        found = last
    else:
        antecedent = article.salience.antecedent(source, kind)
        if antecedent is None or antecedent.lead < _lead_needed(article, last, kind):
            return Speaker(None, "pronoun", f"“{word}” could be more than one, or nobody named before.")
        found = antecedent.entity
    why = "who spoke last" if found == last else "named before it"
    return Speaker(found, "pronoun", f"“{word}” is taken to be {article.name(found)}, {why}.", certainty)


def _is_somebodys(article: Article, source: Span) -> bool:
    """True where "I" stands between the marks of somebody's words, or in a turn whose label names the last speaker."""
    begin = paragraph_start(article.text, source.start)
    label = _LABEL.match(article.text, begin, source.start)
    is_turn = label is not None and begin <= article.salience.spoke_at < label.end()
    return is_turn or article.salience.is_quoted(source.start)


def _directly_before(article: Article, relative: Span) -> int | None:
    """The entity named before a relative pronoun, or what is said to be in it: the Map Bureau in Leeds, which.

    Unsure: None where something else stands between (Republicans in Ouro and critics who).
    """
    at = bisect_left(article.mentions, relative.start, key=lambda mention: mention.span.start)
    nearest: list[Mention] = []
    for mention in reversed(article.mentions[max(at - 3, 0) : at]):
        placed = nearest and _PLACED.fullmatch(article.text, mention.span.end, nearest[0].span.start)
        if placed or _BEFORE_RELATIVE.fullmatch(article.text, mention.span.end, relative.start):
            nearest.insert(0, mention)
    word = relative.of(article.text).lower()
    people: set[EntityType] = {"person"} if word == "that" else {"person", "group"}
    return next((m.entity for m in nearest if (m.type in people) == (word in {"who", "whom"})), None)


def _takes_up_unnamed(article: Article, source: Span, last: int, kind: str) -> bool:
    """True where the last speaker is nobody named, and the pronoun agrees with how it was described.

    "He" and "she" take up one person, "it" nobody who holds an office, "they" whatever it is. Unsure: what is not
    known to be a person is none.
    """
    unnamed = article.unnamed_at(last)
    if unnamed is None:
        return False
    phrases = unnamed.phrases
    if kind in {"male", "female"}:
        is_one = any(is_one_person(p.noun) or p.noun in SEX or may_be_a_name(article, p) for p in phrases)
        agrees = is_one and not any(p.is_plural or SEX.get(p.noun, kind) != kind for p in phrases)
        return agrees and not article.salience.is_overtaken(source, kind)
    return kind != "thing" or not any(p.is_plural or is_office(p.noun) or p.noun in SEX for p in phrases)


def _goes_on(article: Article, source: Span, last: int, kind: str) -> bool:
    """True for "it" where an organisation spoke last, in this paragraph or the one before: it goes on speaking."""
    if kind != "thing" or article.unnamed_at(last) is not None:
        return False
    is_near = article.salience.spoke_at >= paragraph_start(article.text, source.start, 1)
    return is_near and article.entities[last].type == "organisation"


def may_be_a_name(article: Article, described: Phrase) -> bool:
    """True for two or three words written large and nothing else: a person whose name was not read as one."""
    words = described.description.of(article.text).split()
    return 2 <= len(words) <= 3 and all(word[:1].isupper() for word in words) and not described.is_definite


def _lead_needed(article: Article, last: int | None, kind: str) -> float:
    """How far ahead somebody must be to be "he" or "she" behind words of a source that is no person.

    Most where that source may be a name that was not read as one: Sen. Roe, taken for an organisation's or for none.
    """
    unnamed = article.unnamed_at(last)
    if unnamed is None or kind not in {"male", "female"}:
        return 0.0
    phrases = unnamed.phrases
    if any(is_one_person(p.noun) or p.is_plural for p in phrases):
        return 0.0
    return WHERE_NAMED if any(p.head.of(article.text)[:1].isupper() for p in phrases) else WHERE_A_THING
