"""The title, where the text itself or its metadata leave no doubt which line it is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

_FEWEST_WORDS: Final = 4
_TOP: Final = 4  # blocks among which the second copy has to stand: a byline and a date may come between
_LONGEST: Final = 400  # characters; a longer block is no title
_ALIKE: Final = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-"})


def given_title(blocks: Sequence[str], title: str | None) -> bool:
    """True where the first block is the title that the metadata give.

    Case, quote marks, dashes, white space, a last full stop and Markdown's ``#`` do not matter.
    """
    return title is not None and bool(blocks) and _folded(blocks[0]) == _folded(title) != ""


def repeated_title(blocks: Sequence[str]) -> tuple[int, ...]:
    """The blocks at the top that repeat the first one, which thereby is the title; none where it is not repeated.

    Out: places in ``blocks``, without the first. A line of less than four words is no title, however often it stands.
    Why so strict: of short first lines without a full stop a quarter are titles, and of first lines that are merely
    repeated nearly none ("ANALYSIS/OPINION:", "This article is more than 1 year old").
    """
    if not blocks or len(blocks[0]) > _LONGEST:
        return ()
    first = " ".join(blocks[0].split())
    if len(first.split(" ")) < _FEWEST_WORDS:
        return ()
    top = enumerate(blocks[1:_TOP], start=1)
    return tuple(at for at, block in top if len(block) <= _LONGEST and " ".join(block.split()) == first)


def _folded(title: str) -> str:
    if len(title) > _LONGEST:
        return ""
    return " ".join(title.translate(_ALIKE).casefold().lstrip("# ").rstrip("# .").split())
