"""One article: what was found set against what was labelled."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.ingest.evaluation.confidence import Judgement
from onrecord.ingest.evaluation.gold import GoldArticle
from onrecord.ingest.evaluation.matching import has_right_speaker
from onrecord.ingest.evaluation.names import NameTally, tallied_names
from onrecord.ingest.evaluation.segments import Segment, judged, segments_of
from onrecord.ingest.evaluation.tally import Kind, Tally, paired, tallied
from onrecord.ingest.evaluation.words import Words
from onrecord.ingest.spans import Span, hull


@dataclass(frozen=True, slots=True)
class FoundQuote:
    """A quote as the program found it: its pieces, the mention beside it, the cue, and how sure it is (0 to 1)."""

    spans: tuple[Span, ...]
    source: Span | None
    cue: Span | None
    confidence: float


@dataclass(frozen=True, slots=True)
class FoundName:
    """A name as the program found it. ``type``: short, as corpora of names have it (PERSON, ORG, PLACE ...)."""

    span: Span
    type: str


@dataclass(frozen=True, slots=True)
class Misread:
    """A quote of another speaker: its words, the mention that was found beside it, the one that was labelled."""

    words: str
    found: str
    expected: str


@dataclass(frozen=True, slots=True)
class Compared:
    """One article compared: counts, and what to read.

    ``missed``: words that were labelled and not found; ``spurious``: found and not labelled; ``misread``: found with
    the wrong speaker. ``judgements``: one a found segment. ``names``: None where names were not labelled.
    """

    id: str
    tallies: dict[Kind, Tally]
    names: NameTally | None
    judgements: tuple[Judgement, ...]
    missed: tuple[str, ...]
    spurious: tuple[str, ...]
    misread: tuple[Misread, ...]

    @property
    def error_count(self) -> int:
        """How much there is to read."""
        return len(self.missed) + len(self.spurious) + len(self.misread)


def compared(gold: GoldArticle, quotes: Sequence[FoundQuote], names: Sequence[FoundName]) -> Compared:
    """Set what was found in an article against its labels.

    Offsets: of labels and findings alike, code points into the article's text.
    """
    words = Words(gold.text)
    labelled = [s for quote in gold.quotes for s in segments_of(words, quote.content, quote.source, quote.cue)]
    of_quotes = [(q, s) for q in quotes for s in segments_of(words, q.spans, _alone(q.source), _alone(q.cue))]
    found = judged(words, (segment for _, segment in of_quotes), gold.discard)
    sure = {(segment.words, segment.source): quote.confidence for quote, segment in reversed(of_quotes)}
    pairs = paired(labelled, found)
    right = {place for number, place in pairs.near if has_right_speaker(words, labelled[number], found[place])}
    met_gold, met_found = {number for number, _ in pairs.near}, {place for _, place in pairs.near}
    return Compared(
        id=gold.id,
        tallies=tallied(words, labelled, found, pairs),
        names=None
        if gold.names is None
        else tallied_names(gold.names, [(n.span, n.type) for n in names], gold.regions),
        judgements=tuple(
            Judgement(segment.kind, sure[segment.words, segment.source], place in right)
            for place, segment in enumerate(found)
        ),
        missed=tuple(_words(words, segment) for number, segment in enumerate(labelled) if number not in met_gold),
        spurious=tuple(_words(words, segment) for place, segment in enumerate(found) if place not in met_found),
        misread=tuple(
            Misread(_words(words, labelled[number]), _said_by(words, found[place]), _said_by(words, labelled[number]))
            for number, place in sorted(pairs.near)
            if place not in right
        ),
    )


def _alone(span: Span | None) -> tuple[Span, ...]:
    return () if span is None else (span,)


def _words(words: Words, segment: Segment) -> str:
    return hull(words.spans[number] for number in segment.words).of(words.text)


def _said_by(words: Words, segment: Segment) -> str:
    return " ... ".join(span.of(words.text) for span in segment.source)
