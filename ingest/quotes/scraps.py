"""Words too few to be something said: what is left of a sentence around a cue (The rain, she said, *is* a nuisance)."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.ingest.quotes.pieces import Piece

_FUNCTION_WORDS = frozenset(
    (
        "i me my mine myself you your yours he him his himself she her hers herself it its itself we us our ours "
        "they them their theirs themselves this that these those who whom whose which what when where why how if "
        "whether as than and or but nor so a an the is are was were be been being am has have had do does did will "
        "would can could may might must shall should not to of for in at on from with by about into over after "
        "before it's that's he's she's they're there here"
    ).split()
)


def without_scraps(text: str, pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """The pieces of one quote that say something.

    In: the settled text and the pieces. Out: those left, in order; none where the whole quote is a scrap: one word
    outside quotation marks that carries no meaning of its own.
    Unsure: a scrap that begins a longer quote stays ("He" in "He is reported to have left"), and so does a sentence of
    one word ("Why?").
    Source: Quirk et al., A Comprehensive Grammar of the English Language, 2.34-2.40 (closed classes).
    """
    meaning = tuple(piece for piece in pieces[1:] if not _is_scrap(text, piece))
    return (pieces[0], *meaning) if meaning or not _is_scrap(text, pieces[0]) else ()


def _is_scrap(text: str, piece: Piece) -> bool:
    return piece.marked is None and piece.span.of(text).lower().replace("’", "'") in _FUNCTION_WORDS
