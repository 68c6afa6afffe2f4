"""What the encoder sees in an article: types only, so that the text rooms need not know the model."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from onrecord.ingest.language.calibration import UNCALIBRATED, Calibration
from onrecord.ingest.spans import Span

NameType = Literal["person", "organisation", "place", "facility", "event", "work", "group"]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A span that may be the source or the cue of a content, with its probability (0..1)."""

    span: Span
    score: float


@dataclass(frozen=True, slots=True)
class Content:
    """Words that report what somebody said, inside one paragraph.

    ``score``: probability that they do. ``sources``: mentions that may be the speaker, best first; their scores and
    ``no_source`` (nobody is named beside it) add up to 1. ``cues``: words that may introduce it, best first.
    """

    span: Span
    score: float
    sources: tuple[Candidate, ...]
    no_source: float
    cues: tuple[Candidate, ...]


@dataclass(frozen=True, slots=True)
class Name:
    """A name with its type. ``score``: probability of span and type together."""

    span: Span
    type: NameType
    score: float


@dataclass(frozen=True, slots=True)
class Reading:
    """One article as the encoder reads it: contents and names in text order, neither overlapping its own kind.

    ``calibration``: how often a quote made of these contents is right.
    """

    contents: tuple[Content, ...]
    names: tuple[Name, ...]
    calibration: Calibration = UNCALIBRATED
