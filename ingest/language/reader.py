"""The reader: an article in, a reading out."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from onrecord.ingest.language.calibration import Calibration, load_calibration
from onrecord.ingest.language.chooser import Chooser, load_chooser
from onrecord.ingest.language.drafts import Draft, draft
from onrecord.ingest.language.encoder import Encoder
from onrecord.ingest.language.evidence import Choice, choices
from onrecord.ingest.language.model_files import model_files
from onrecord.ingest.language.names import TYPES, repair
from onrecord.ingest.language.reading import Candidate, Content, Name, Reading
from onrecord.ingest.language.windows import windows_of
from onrecord.ingest.language.wordpieces import WordPieces
from onrecord.ingest.spans import Span

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from onrecord.ingest.records import Paragraph

WORTH_TELLING = 0.02  # candidates and contents less probable than this are left out


class Reader:
    """What reads. ``version`` names the model and is stored with every run."""

    def __init__(
        self, wordpieces: WordPieces, encoder: Encoder, chooser: Chooser, calibration: Calibration, version: str
    ) -> None:
        self._wordpieces = wordpieces
        self._encoder = encoder
        self._chooser = chooser
        self._calibration = calibration
        self.version = version

    def read(self, text: str, paragraphs: Sequence[Paragraph]) -> Reading:
        """Read one article.

        In: its settled text and its paragraphs; only those with ``is_read`` are read.
        Out: a reading, empty where there is nothing to read.
        Offsets: code points into the settled text.
        """
        contents: list[Content] = []
        names: list[Name] = []
        for window in windows_of(text, paragraphs, self._wordpieces):
            drafted = draft(text, window, self._encoder.run(window))
            contents.extend(self._contents(text, drafted))
            names.extend(_names(drafted))
        repaired = repair(text, [p.span for p in paragraphs if p.is_read], names)
        return Reading(tuple(contents), repaired, self._calibration)

    def _contents(self, text: str, drafted: Draft) -> list[Content]:
        offered = choices(text, drafted)
        if not offered:
            return []
        scores = self._chooser.contents(np.stack([choice.span for choice in offered]))
        return [
            self._content(drafted, number, choice, float(score))
            for number, (choice, score) in enumerate(zip(offered, scores, strict=True))
            if score >= WORTH_TELLING
        ]

    def _content(self, drafted: Draft, number: int, choice: Choice, score: float) -> Content:
        """The content with its candidates, best first."""
        likely = self._chooser.speakers(choice.rows)
        sources = sorted(
            (
                Candidate(_span(drafted, drafted.mentions[mention].first, drafted.mentions[mention].last), float(one))
                for mention, one in zip(choice.mentions, likely[:-1], strict=True)
            ),
            key=lambda candidate: -candidate.score,
        )
        cues = (Candidate(_span(drafted, drafted.cues[cue].first, drafted.cues[cue].last), s) for cue, s in choice.cues)
        stretch = drafted.contents[number]
        return Content(
            span=_span(drafted, stretch.first, stretch.last),
            score=score,
            sources=tuple(sources),
            no_source=float(likely[-1]),
            cues=tuple(cue for cue in cues if cue.score >= WORTH_TELLING),
        )


@lru_cache(maxsize=2)
def load_reader(directory: Path | None = None) -> Reader:
    """The reader, loaded once a process.

    In: the model's folder; None for the one that ships with the package.
    Errors: ModelError where a file is missing or altered.
    """
    files = model_files(directory)
    wordpieces = WordPieces(files.vocabulary.read_text(encoding="utf-8").splitlines())
    calibration = load_calibration(files.calibration)
    return Reader(wordpieces, Encoder(files.encoder), load_chooser(files.chooser), calibration, files.version)


def _span(drafted: Draft, first: int, last: int) -> Span:
    return Span(drafted.words[first][0], drafted.words[last - 1][1])


def _names(drafted: Draft) -> list[Name]:
    return [Name(_span(drafted, first, last), TYPES[kind], score) for first, last, kind, score in drafted.names]
