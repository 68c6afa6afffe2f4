"""What speaks for a stretch being something said, with these bounds: one row of numbers a content."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from onrecord.ingest.language.shapes import INSIDE, LOWER, SIGN

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from onrecord.ingest.language.drafts import Draft, Stretch

    Numbers = NDArray[np.float32]

LONG = 40  # words; few contents are longer
SMALL = 1e-4  # the least probability that is told apart

# The columns, in order: what can be said of the content itself, then how sure its bounds are.
CONTENT = (
    "pointed at nobody", "no cue", "cue pointed at", "all in marks", "some in marks", "begins chunk", "ends chunk",
    "content length", "source in sentence", "content probability", "content tagged",
)  # fmt: skip
EDGES = (
    "begins", "least probability", "word before", "word after", "begins after", "source pointed at", "begins lower",
    "follows cue", "overlong",
)  # fmt: skip
SPAN_FEATURES = (*CONTENT, *EDGES)


def content_row(draft: Draft, number: int, cues: tuple[tuple[int, float], ...]) -> Numbers:
    """What can be said of the content by itself."""
    content = draft.contents[number]
    here = slice(content.first, content.last)
    words = draft.shape[here] != SIGN
    quoted = (draft.mark[here] == INSIDE)[words]
    chunk = np.flatnonzero(draft.chunk == draft.chunk[content.first])
    of_chunk = chunk[draft.shape[chunk] != SIGN]
    sentence = draft.sentence[here]
    near = (draft.sentence >= sentence[0]) & (draft.sentence <= sentence[-1])
    near[here] = False
    row = np.array([
        np.log(draft.to_source[number, 0] + SMALL),
        not cues or cues[0][1] < 0.1,
        np.log((cues[0][1] if cues else 0) + SMALL),
        quoted.all() and quoted.any(),
        quoted.any() and not quoted.all(),
        not len(of_chunk) or content.first <= of_chunk[0],
        not len(of_chunk) or content.last > of_chunk[-1],
        np.log(max(int(words.sum()), 1)),
        draft.role[near, 1].max(initial=0),
        draft.role[here, 0].mean(),
        content.tagged,
    ])  # fmt: skip
    return row.astype(np.float32)


def edge_row(draft: Draft, content: Stretch, most: float, cues: tuple[tuple[int, float], ...]) -> Numbers:
    """How sure the bounds of a content are."""
    chunk = draft.chunk[content.first]
    has_before = content.first > 0 and draft.chunk[content.first - 1] == chunk
    has_after = content.last < len(draft.words) and draft.chunk[content.last] == chunk
    row = (
        draft.begins[content.first, 0],
        np.min(draft.role[content.first : content.last, 0]),
        draft.role[content.first - 1, 0] if has_before else 0,
        draft.role[content.last, 0] if has_after else 0,
        draft.begins[content.last, 0] if has_after else 0,
        most,
        draft.shape[content.first] == LOWER,
        bool(cues) and 0 <= content.first - draft.cues[cues[0][0]].last <= 1,
        content.last - content.first > LONG,
    )
    return np.array(row, np.float32)
