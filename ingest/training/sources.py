"""The files that are trained on, ready to be drawn from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.ingest.training.articles import read_labelled
from onrecord.ingest.training.batches import Source
from onrecord.ingest.training.conventions import convention_of
from onrecord.ingest.training.labels import example_of

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from onrecord.ingest.language.wordpieces import WordPieces
    from onrecord.ingest.training.articles import Labelled


def quote_source(articles: Iterable[Labelled], wordpieces: WordPieces) -> Source:
    """Articles with quotes, all of which are read each round."""
    convention = convention_of("")
    return Source([example_of(article, convention, wordpieces) for article in articles], 1.0)


def name_sources(names: Iterable[tuple[Path, float]], wordpieces: WordPieces) -> list[Source]:
    """Files of names with the share read each round; which convention they follow is known by the name of the file."""
    found = []
    for path, share in names:
        convention = convention_of(path.name.partition(".")[0])
        found.append(Source([example_of(article, convention, wordpieces) for article in read_labelled(path)], share))
    return found
