"""What speaks for a mention as the speaker of a content: one row of numbers a mention, and one for "nobody".

The pointers of the encoder come first; the rest is where things stand: before or after, how far, behind which cue,
in quotation marks or not, a name, a pronoun or a description, and what the contents beside this one point at.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from onrecord.ingest.language.content_evidence import CONTENT, SMALL, content_row, edge_row
from onrecord.ingest.language.shapes import CAPITAL, CAPITALS, INSIDE, LETTER

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from onrecord.ingest.language.drafts import Draft, Stretch

    Numbers = NDArray[np.float32]
    Places = NDArray[np.int64]

MENTIONS = 12  # candidates a content keeps, those pointed at most
PERSON, ORGANISATION = 0, 1  # the first two types of the name head

_PRONOUNS = (
    frozenset({"he", "she"}),
    frozenset({"they", "we", "it"}),
    frozenset({"i"}),
    frozenset({"who", "which", "that", "one"}),
)

# What stands in a row, in order: a mention's own, what it has to do with the content, the content's own (CONTENT).
OWN = (
    "tagged", "source probability", "source begins", "person", "organisation", "other name", "he or she", "they",
    "I", "who", "capital", "length", "in marks", "in a content", "starts chunk",
)  # fmt: skip
BOTH = (
    "pointed at", "pointed at most", "share", "before", "after", "inside", "same sentence", "same chunk",
    "chunks before", "chunks after", "distance", "mentions between", "contents between", "cue distance", "cue beside",
    "cue between", "cue same sentence", "pointed at beside", "pointed at last", "pointed at next",
)  # fmt: skip
FEATURES = ("nobody", *OWN, *BOTH, *CONTENT)


@dataclass(frozen=True, slots=True)
class Choice:
    """Everything there is to choose from for one content.

    ``mentions``: indices into the draft's mentions. ``rows``: one a mention in that order, then one for nobody, with a
    column for each of FEATURES. ``cues``: indices into the draft's cues with what is pointed at them, best first.
    ``span``: one row of SPAN_FEATURES.
    """

    mentions: tuple[int, ...]
    rows: Numbers
    cues: tuple[tuple[int, float], ...]
    span: Numbers


@dataclass(frozen=True, slots=True)
class _Scene:
    """What is the same for all contents of a draft, computed once. ``own``: mentions x OWN."""

    draft: Draft
    first: Places
    last: Places
    own: Numbers
    pointed: Numbers
    most: Numbers
    cued: Numbers
    mention_ends: Numbers
    content_ends: Numbers


def choices(text: str, draft: Draft) -> list[Choice]:
    """For every content of a draft what there is to choose from."""
    if not draft.contents:
        return []
    first, last = _edges(draft.mentions)
    to_words = draft.to_source[:, 1:]
    scene = _Scene(
        draft=draft,
        first=first,
        last=last,
        own=_own(text, draft, first, last),
        pointed=_sums(to_words, draft.mentions),
        most=_most(to_words, first, last),
        cued=_sums(draft.to_cue[:, 1:], draft.cues),
        mention_ends=_running([mention.last for mention in draft.mentions if mention.tagged], len(draft.words)),
        content_ends=_running([content.last for content in draft.contents], len(draft.words)),
    )
    return [_choice(scene, number) for number in range(len(draft.contents))]


def _edges(stretches: Sequence[Stretch]) -> tuple[Places, Places]:
    return (
        np.array([stretch.first for stretch in stretches], np.int64),
        np.array([stretch.last for stretch in stretches], np.int64),
    )


def _sums(rows: Numbers, stretches: Sequence[Stretch]) -> Numbers:
    """For every row the probability that lies on each stretch."""
    running = np.concatenate((np.zeros((len(rows), 1), np.float32), rows.cumsum(axis=1)), axis=1)
    first, last = _edges(stretches)
    sums: Numbers = running[:, last] - running[:, first]
    return sums


def _most(rows: Numbers, first: Places, last: Places) -> Numbers:
    """For every row the greatest value on each stretch; stretches follow one another without overlap."""
    if not len(first):
        return np.zeros((len(rows), 0), np.float32)
    padded = np.concatenate((rows, np.zeros((len(rows), 1), np.float32)), axis=1)
    most: Numbers = np.maximum.reduceat(padded, np.stack((first, last), axis=1).ravel(), axis=1)[:, ::2]
    return most


def _running(ends: list[int], words: int) -> Numbers:
    """How many of ``ends`` lie at or before each word."""
    counts = np.zeros(words + 2, np.float32)
    np.add.at(counts, np.array(ends, np.int64), 1)
    return counts.cumsum(dtype=np.float32)


def _own(text: str, draft: Draft, first: Places, last: Places) -> Numbers:
    """What can be said of each mention by itself."""
    starts = np.concatenate(([-1], draft.chunk[:-1])) != draft.chunk
    in_content = np.zeros(len(draft.words), bool)
    for content in draft.contents:
        in_content[content.first : content.last] = True
    rows = np.zeros((len(first), len(OWN)), np.float32)
    for row, mention in enumerate(draft.mentions):
        word = text[draft.words[mention.first][0] : draft.words[mention.first][1]].lower() if _is_short(mention) else ""
        kinds = {kind for start, end, kind, _ in draft.names if start < mention.last and mention.first < end}
        is_other = bool(kinds - {PERSON, ORGANISATION})
        rows[row, 3:10] = (PERSON in kinds, ORGANISATION in kinds, is_other, *(word in said for said in _PRONOUNS))
    rows[:, 0] = [mention.tagged for mention in draft.mentions]
    rows[:, 1] = draft.role[first, 1]
    rows[:, 2] = draft.begins[first, 1]
    rows[:, 10] = np.isin(draft.shape[first], (CAPITAL, CAPITALS, LETTER))
    rows[:, 11] = np.log(last - first)
    rows[:, 12] = draft.mark[first] == INSIDE
    rows[:, 13] = in_content[first]
    rows[:, 14] = starts[first]
    return rows


def _is_short(mention: Stretch) -> bool:
    """Pronouns are one word."""
    return mention.last == mention.first + 1


def _choice(scene: _Scene, number: int) -> Choice:
    draft, content = scene.draft, scene.draft.contents[number]
    pointed = scene.pointed[number]
    kept = np.sort(np.argsort(-pointed, kind="stable")[:MENTIONS])
    best_cues = np.argsort(-scene.cued[number], kind="stable")[:3].tolist()
    cues = tuple((cue, float(scene.cued[number, cue])) for cue in best_cues)
    first, last = scene.first[kept], scene.last[kept]
    rows = np.zeros((len(kept) + 1, len(FEATURES)), np.float32)
    rows[-1, 0] = 1
    own, both = 1 + len(OWN), 1 + len(OWN) + len(BOTH)
    rows[:-1, 1:own] = scene.own[kept]
    chunk, here = draft.chunk[content.first], draft.chunk[first]
    same = here == chunk
    before, after = last <= content.first, first >= content.last
    sentence = draft.sentence[first]
    sentences = (draft.sentence[content.first], draft.sentence[content.last - 1])
    low, high = np.where(before, last, content.last), np.where(before, content.first, first)
    gap = np.maximum(high - low, 0)
    beside = np.flatnonzero(draft.chunk[[c.first for c in draft.contents]] == chunk)
    beside = beside[beside != number]
    columns = [
        np.log(pointed[kept] + SMALL),
        np.log(scene.most[number, kept] + SMALL),
        pointed[kept] / max(float(pointed.max(initial=0)), SMALL),
        before & same,
        after & same,
        ~before & ~after,
        (sentence >= sentences[0]) & (sentence <= sentences[1]),
        same,
        np.minimum(np.maximum(chunk - here, 0), 3),
        np.minimum(np.maximum(here - chunk, 0), 3),
        np.log1p(gap),
        np.log1p(np.maximum(scene.mention_ends[high] - scene.mention_ends[low], 0)),
        np.log1p(np.maximum(scene.content_ends[high] - scene.content_ends[low], 0)),
        *_cue_columns(draft, cues, content, first, last),
        scene.pointed[beside][:, kept].max(axis=0) if len(beside) else np.zeros(len(kept)),
        scene.pointed[number - 1, kept] if number else np.zeros(len(kept)),
        scene.pointed[number + 1, kept] if number + 1 < len(draft.contents) else np.zeros(len(kept)),
    ]
    rows[:-1, own:both] = np.stack(columns, axis=1)
    of_content = content_row(draft, number, cues)
    rows[:, both:] = of_content
    edges = edge_row(draft, content, float(pointed.max(initial=0)), cues)
    return Choice(tuple(kept.tolist()), rows, cues, np.concatenate((of_content, edges)))


def _cue_columns(
    draft: Draft, cues: tuple[tuple[int, float], ...], content: Stretch, first: Places, last: Places
) -> list[Numbers]:
    """How the mentions stand to the likeliest cue: far, beside it, cue between mention and content, same sentence."""
    none = np.zeros(len(first), np.float32)
    if not cues:
        return [none + np.float32(np.log1p(50)), none, none, none]
    cue = draft.cues[cues[0][0]]
    gap = np.maximum(np.maximum(cue.first - last, first - cue.last), 0)
    middle = (cue.first + cue.last - 1) / 2
    between = np.where(first < content.first, (middle >= last) & (middle < content.first),
                       (middle < first) & (middle >= content.last))  # fmt: skip
    same = (draft.sentence[first] == draft.sentence[cue.first]).astype(np.float32)
    return [np.log1p(gap).astype(np.float32), (gap <= 1).astype(np.float32), between.astype(np.float32), same]
