"""From the mention beside a quote to who that is: by name, description, pronoun, continuation, or nobody.

A source nobody names ("a senior defence official") is an entity of its own article. Later descriptions join it where
they can only mean it; where it could be two, they stay apart.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from onrecord.ingest.entities.nouns import ANY_PEOPLE, ANY_PERSON, PRONOUNS, RELATIVES, SEX, Phrase, phrase
from onrecord.ingest.entities.offices import is_office, is_one_person, is_person, offices_of
from onrecord.ingest.entities.pronouns import Salience
from onrecord.ingest.forms import as_name
from onrecord.ingest.records import Entity, EntityType, Mention, Quote, Speaker
from onrecord.ingest.spans import Span

_OWNS = re.compile(r"['’]s\s+\w")
# Between a description and the name behind it: a comma, and a title of up to three words (Rear Admiral).
_APPOSED = re.compile(r",\s*(?:[A-Z][\w.'’-]*\s+){0,3}")
# Between a name and its relative pronoun, an age, party or other aside at most (Jane Roe, 44, who; Sen. Roe (R-Maine),
# who); and between it and its place.
_BEFORE_RELATIVE = re.compile(
    r"(?:,\s*\d{1,3}|,\s*[A-Z]{1,3}-[A-Z][\w.]*(?:\s[A-Z][\w.]*)?|\s*\([^()\n]{1,40}\))?"
    r"(?:,?\s+|\s?[—–]\s?|\s--?\s|,?\s\()"
)
_PLACED = re.compile(r",?\s+(?:based\s+)?(?:in|of|at|near)\s+(?:the\s+)?")

WHERE_A_THING, WHERE_NAMED = 0.4, 0.7  # leads


@dataclass(slots=True)
class _Unnamed:
    """An unnamed source while the article is read: the index it will have, and every description with its count."""

    entity: int
    phrases: list[Phrase]
    written: Counter[str] = field(default_factory=Counter)


@dataclass(slots=True)
class _Article:
    """What is known while the quotes are gone through in text order."""

    text: str
    entities: tuple[Entity, ...]
    mentions: tuple[Mention, ...]
    salience: Salience
    unnamed: list[_Unnamed] = field(default_factory=list)


def name_speakers(
    text: str, quotes: Sequence[Quote], entities: tuple[Entity, ...], mentions: tuple[Mention, ...]
) -> tuple[tuple[Entity, ...], tuple[Speaker, ...]]:
    """Say of every quote who its speaker is.

    In: the settled text, its quotes in text order, its entities and mentions. Out: the entities, with the unnamed
    sources added behind, and one speaker a quote, in the same order.
    Unsure: no entity, with the attribution and the reason saying what was seen.
    """
    quoted = [span for quote in quotes if quote.kind == "direct" for span in quote.spans]
    article = _Article(text, entities, mentions, Salience(text, entities, mentions, quoted))
    speakers: list[Speaker] = []
    for quote in quotes:
        speaker = _speaker(article, quote, speakers)
        speakers.append(speaker)
        if speaker.entity is not None:
            article.salience.last_speaker = speaker.entity
    return (*entities, *map(_entity, article.unnamed)), tuple(speakers)


def _entity(unnamed: _Unnamed) -> Entity:
    """An unnamed source goes by the description that tells most, the earlier of two that tell as much."""
    name = max(unnamed.written, key=lambda written: len(written.split()))
    names = tuple(sorted(unnamed.written.items(), key=lambda item: (-item[1], item[0])))
    return Entity(name, "unnamed", names)


def _speaker(article: _Article, quote: Quote, before: Sequence[Speaker]) -> Speaker:
    if quote.source is None:
        return _unsourced(quote, before)
    written = quote.source.of(article.text)
    pronoun = PRONOUNS.get(written.strip().lower())
    if pronoun is not None:
        return _by_pronoun(article, quote.source, pronoun)
    taken = phrase(article.text, quote.source)
    if taken is None:
        return Speaker(None, "none", "No word stands where the speaker should be named.")
    named = _named(article, taken)
    if named is not None:
        return Speaker(named, "named", f"Named beside the quote as “{written}”.")
    return _by_description(article, taken)


def _unsourced(quote: Quote, before: Sequence[Speaker]) -> Speaker:
    if quote.continues is None:
        return Speaker(None, "none", "Nobody is named beside these words.")
    earlier = before[quote.continues]
    if earlier.entity is None:
        return Speaker(None, "none", "Goes on from the quote before, whose speaker is not known.")
    return replace(earlier, attribution="continued", reason="Goes on from the quote before; nobody else is named.")


def _named(article: _Article, taken: Phrase) -> int | None:
    """The entity whose name is the head of the phrase, or stands in apposition to it (a spokesman, Sean Roe)."""
    inside = [m for m in article.mentions if taken.span.meets(m.span)]
    at_head = [m for m in inside if m.span.meets(taken.head)]
    heads = [
        m.entity for m in at_head if article.entities[m.entity].type != "group" and not _owns(article.text, taken, m)
    ]
    if any(article.entities[head].type == "person" for head in heads):
        return heads[0]
    if not taken.is_plural or any(_owns(article.text, taken, m) for m in at_head):
        for mention in inside:
            if article.entities[mention.entity].type == "person" and _is_apposed(article.text, taken, mention):
                return mention.entity
    return heads[0] if heads else None


def _owns(text: str, taken: Phrase, mention: Mention) -> bool:
    """True where more of the phrase belongs to the one mentioned: Canada's economist."""
    return mention.span.end < taken.span.end and bool(
        _OWNS.match(text, max(mention.span.start, mention.span.end - 2), taken.span.end)
        or _OWNS.match(text, mention.span.end, taken.span.end)
    )


def _is_apposed(text: str, taken: Phrase, mention: Mention) -> bool:
    """True where the name stands behind the whole description, a title between them or not."""
    described = taken.description.end
    return (
        described <= mention.span.start
        and _APPOSED.fullmatch(text, described, mention.span.start) is not None
        and not _owns(text, taken, mention)
    )


def _by_pronoun(article: _Article, source: Span, kind: str) -> Speaker:
    word, last = source.of(article.text), article.salience.last_speaker
    if word.lower() in RELATIVES:
        before = _directly_before(article, source)
        if before is None:
            return Speaker(None, "pronoun", f"“{word}” takes up what stands before it, which is no name.")
        return Speaker(before, "pronoun", f"“{word}” is {_name(article, before)}, named directly before it.")
    if kind == "speaking" or (last is not None and _takes_up_unnamed(article, last, kind)):
        # "I" is the speaker of the words around; after an unnamed source, "he" is that source sooner than a bystander.
        if last is None:
            return Speaker(None, "pronoun", f"“{word}” could not be resolved: nobody has spoken before.")
        return Speaker(last, "pronoun", f"“{word}” is taken to be {_name(article, last)}, who spoke last.")
    found = article.salience.antecedent(source, kind)
    if found and found.lead < _lead_needed(article, last, kind):
        found = None
    if found is None:
        return Speaker(None, "pronoun", f"“{word}” could be more than one, or nobody named before.")
    why = "who spoke last" if found.entity == last else "named before it"
    return Speaker(found.entity, "pronoun", f"“{word}” is taken to be {_name(article, found.entity)}, {why}.")


def _directly_before(article: _Article, relative: Span) -> int | None:
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


def _takes_up_unnamed(article: _Article, last: int, kind: str) -> bool:
    """True where the last speaker is nobody named, and the pronoun agrees with how it was described.

    "He" and "she" take up one person, "it" nobody who holds an office, "they" whatever it is. Unsure: what is not
    known to be a person is none.
    """
    if last < len(article.entities):
        return False
    phrases = article.unnamed[last - len(article.entities)].phrases
    if kind in {"male", "female"}:
        is_one = any(is_one_person(p.noun) or p.noun in SEX for p in phrases)
        return is_one and not any(p.is_plural or SEX.get(p.noun, kind) != kind for p in phrases)
    return kind != "thing" or not any(p.is_plural or is_office(p.noun) or p.noun in SEX for p in phrases)


def _lead_needed(article: _Article, last: int | None, kind: str) -> float:
    """How far ahead somebody must be to be "he" or "she" behind words of a source that is no person.

    Most where that source may be a name that was not read as one: Sen. Roe, taken for an organisation's or for none.
    """
    if kind not in {"male", "female"} or last is None or last < len(article.entities):
        return 0.0
    phrases = article.unnamed[last - len(article.entities)].phrases
    if any(is_one_person(p.noun) or p.is_plural for p in phrases):
        return 0.0
    return WHERE_NAMED if any(p.head.of(article.text)[:1].isupper() for p in phrases) else WHERE_A_THING


def _name(article: _Article, entity: int) -> str:
    if entity < len(article.entities):
        return article.entities[entity].name
    return article.unnamed[entity - len(article.entities)].phrases[0].description.of(article.text)


def _by_description(article: _Article, taken: Phrase) -> Speaker:
    written = taken.description.of(article.text)
    holder = _office_holder(article, taken)
    if holder is not None:
        name = article.entities[holder].name
        article.salience.described(taken.span, holder)
        return Speaker(holder, "description", f"“{written}” is taken to be {name}, who is called so before.")
    same = [u for u in article.unnamed if any(taken.core == earlier.core for earlier in u.phrases)]
    known = same[-1:] or [u for u in article.unnamed if _may_take_up(taken, u)]
    if taken.is_other:
        known = []
    if len(known) == 1:
        (unnamed,) = known
        reason = f"“{written}” takes up “{unnamed.phrases[0].description.of(article.text)}”, named earlier."
    else:
        unnamed = _Unnamed(len(article.entities) + len(article.unnamed), [])
        article.unnamed.append(unnamed)
        reason = f"Described as “{written}”; the article does not say who this is."
    unnamed.phrases.append(taken)
    unnamed.written[as_name(written)] += 1
    return Speaker(unnamed.entity, "description", reason)


def _office_holder(article: _Article, taken: Phrase) -> int | None:
    """The one person whom a definite description calls by a title written before (the president).

    Every word of it must stand in that title, and where it says of what, so must that: the governor of Ouro. Unsure:
    None, also where two were called so.
    """
    if not taken.is_definite or taken.is_plural or len(taken.core) > 3:
        return None
    more = article.text[taken.head.end : taken.description.end]
    holders = {
        mention.entity
        for mention in article.mentions
        if mention.span.end <= taken.span.start
        and article.entities[mention.entity].type == "person"
        and any(title.is_meant_by(taken.core, more) for title in offices_of(article.text, mention.span))
    }
    return holders.pop() if len(holders) == 1 else None


def _may_take_up(taken: Phrase, unnamed: _Unnamed) -> bool:
    """True where a description can mean an unnamed source that spoke before."""
    first = unnamed.phrases[0]
    if not taken.is_definite or taken.is_plural != first.is_plural:
        return False
    known = {word for earlier in unnamed.phrases for word in earlier.core}
    generic = ANY_PEOPLE if taken.is_plural else ANY_PERSON
    if taken.noun in generic:
        return set(taken.core[:-1]) <= known and is_person(first.noun)
    return taken.noun == first.noun and set(taken.core) <= known
