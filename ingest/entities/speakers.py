"""From the mention beside a quote to who that is: by name, description, pronoun, continuation, or nobody.

A source nobody names ("a senior defence official") is an entity of its own article. Later descriptions join it where
they can only mean it; where it could be two, they stay apart.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from onrecord.ingest.entities.houses import house_meant
from onrecord.ingest.entities.named_titles import is_apposed, is_title_of
from onrecord.ingest.entities.nouns import ANY_PEOPLE, ANY_PERSON, PRONOUNS, Phrase, phrase
from onrecord.ingest.entities.offices import is_person
from onrecord.ingest.entities.paragraphs import paragraph_start
from onrecord.ingest.entities.pronoun_sources import by_pronoun
from onrecord.ingest.entities.pronouns import Salience
from onrecord.ingest.entities.so_far import Article, Unnamed
from onrecord.ingest.forms import as_name
from onrecord.ingest.records import Entity, Mention, Quote, Speaker

HOUSE_TAKEN_RIGHTLY = 0.9
FAR_MORE = 5  # times as often named
_OWNS = re.compile(r"['’]s\s+\w")


def name_speakers(
    text: str, quotes: Sequence[Quote], entities: tuple[Entity, ...], mentions: tuple[Mention, ...]
) -> tuple[tuple[Entity, ...], tuple[Speaker, ...]]:
    """Say of every quote who its speaker is.

    In: the settled text, its quotes in text order, its entities and mentions. Out: the entities, with the unnamed
    sources added behind, and one speaker a quote, in the same order.
    Unsure: no entity, with the attribution and the reason saying what was seen.
    """
    quoted = [span for quote in quotes if quote.kind == "direct" for span in quote.spans]
    article = Article(text, entities, mentions, Salience(text, entities, mentions, quoted))
    speakers: list[Speaker] = []
    for quote in quotes:
        speaker = _speaker(article, quote, speakers)
        speakers.append(speaker)
        if speaker.entity is not None:
            article.salience.last_speaker = speaker.entity
            article.salience.spoke_at = (quote.source or quote.spans[0]).start
    return (*entities, *map(_entity, article.unnamed)), tuple(speakers)


def _entity(unnamed: Unnamed) -> Entity:
    """An unnamed source goes by the description that tells most, the earlier of two that tell as much."""
    name = max(unnamed.written, key=lambda written: len(written.split()))
    names = tuple(sorted(unnamed.written.items(), key=lambda item: (-item[1], item[0])))
    return Entity(name, "unnamed", names)


def _speaker(article: Article, quote: Quote, before: Sequence[Speaker]) -> Speaker:
    if quote.source is None:
        return _unsourced(quote, before)
    written = quote.source.of(article.text)
    pronoun = PRONOUNS.get(written.strip().lower())
    if pronoun is not None:
        return by_pronoun(article, quote.source, pronoun)
    taken = phrase(article.text, quote.source, [mention.span for mention in article.named_in(quote.source)])
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


def _named(article: Article, taken: Phrase) -> int | None:
    """The entity whose name is the head of the phrase, or stands in apposition to it (a spokesman, Sean Roe)."""
    inside = article.named_in(taken.span)
    at_head = [m for m in inside if m.span.meets(taken.head)]
    heads = [
        m.entity for m in at_head if article.entities[m.entity].type != "group" and not _owns(article.text, taken, m)
    ]
    if any(article.entities[head].type == "person" for head in heads):
        return heads[0]
    if not taken.is_plural or any(_owns(article.text, taken, m) for m in at_head):
        for mention in inside:
            if article.entities[mention.entity].type != "person":
                continue
            if _is_apposed(article.text, taken, mention) or is_title_of(article.text, taken, mention, inside):
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
    return is_apposed(text, described, mention, taken.span.end) and not _owns(text, taken, mention)


def _by_description(article: Article, taken: Phrase) -> Speaker:
    written = taken.description.of(article.text)
    holder = _office_holder(article, taken)
    if holder is not None and not _takes_up_the_last(article, taken):
        name = article.entities[holder].name
        article.salience.described(taken.span, holder)
        return Speaker(holder, "description", f"“{written}” is taken to be {name}, who is called so before.")
    house = house_meant(article, taken)
    if house is not None:
        name = article.entities[house.entity].name
        article.salience.described(taken.span, house.entity)
        reason = f"“{written}” is taken to be {name}, {house.why}."
        return Speaker(house.entity, "description", reason, HOUSE_TAKEN_RIGHTLY)
    same = [u for u in article.unnamed if any(taken.core == earlier.core for earlier in u.phrases)]
    known = same[-1:] or [u for u in article.unnamed if _may_take_up(taken, u)]
    if taken.is_other:
        known = []
    if len(known) == 1:
        (unnamed,) = known
        reason = f"“{written}” takes up “{unnamed.phrases[0].description.of(article.text)}”, named earlier."
    else:
        unnamed = Unnamed(len(article.entities) + len(article.unnamed), [])
        article.unnamed.append(unnamed)
        reason = f"Described as “{written}”; the article does not say who this is."
    unnamed.phrases.append(taken)
    unnamed.written[as_name(written)] += 1
    return Speaker(unnamed.entity, "description", reason)


def _takes_up_the_last(article: Article, taken: Phrase) -> bool:
    """True where the last speaker, in the same paragraph, was described so and by more: the defence minister."""
    last = article.unnamed_at(article.salience.last_speaker)
    if last is None or article.salience.spoke_at < paragraph_start(article.text, taken.span.start):
        return False
    first = last.phrases[0]
    says_more = len(first.core) > len(taken.core) or first.description.end > first.head.end
    return says_more and _may_take_up(taken, last)


def _office_holder(article: Article, taken: Phrase) -> int | None:
    """The one person whom a definite description calls by a title written before (the president).

    Every word of it must stand in that title, and where it says of what, so must that: the governor of Ouro. Of two,
    it is the one whom the article names far more often. Unsure: None.
    """
    if not taken.is_definite or taken.is_plural or len(taken.core) > 3:
        return None
    more = article.text[taken.head.end : taken.description.end]
    holders = {
        mention.entity
        for mention, titles in article.titled
        if mention.span.end <= taken.span.start and any(title.is_meant_by(taken.core, more) for title in titles)
    }
    often = sorted((sum(count for _, count in article.entities[one].names), one) for one in holders)
    is_plain = len(often) == 1 or (len(often) > 1 and often[-1][0] >= FAR_MORE * often[-2][0])
    return often[-1][1] if is_plain else None


def _may_take_up(taken: Phrase, unnamed: Unnamed) -> bool:
    """True where a description can mean an unnamed source that spoke before."""
    first = unnamed.phrases[0]
    if not taken.is_definite or taken.is_plural != first.is_plural:
        return False
    known = {word for earlier in unnamed.phrases for word in earlier.core}
    generic = ANY_PEOPLE if taken.is_plural else ANY_PERSON
    if taken.noun in generic:
        return set(taken.core[:-1]) <= known and is_person(first.noun)
    return taken.noun == first.noun and set(taken.core) <= known
