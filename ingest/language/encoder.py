"""Running the encoder: windows in, scores out, by onnxruntime on one core."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import onnxruntime

from onrecord.ingest.errors import ModelError
from onrecord.ingest.language.shapes import NO_MARK, NO_WORD

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from numpy.typing import NDArray

    from onrecord.ingest.language.windows import Window


@dataclass(frozen=True, slots=True)
class Scores:
    """What the heads say about one window; the rows are its words.

    ``roles``: outside, begins, goes on, for content, source and cue in turn (words x 9). ``names``: outside, then
    begins and goes on for each type (words x 15); both are logarithms of probabilities. ``pointers``: to source and to
    cue, as logits from every piece to every piece (2 x pieces x pieces), since only contents ask for theirs.
    """

    roles: NDArray[np.float32]
    names: NDArray[np.float32]
    pointers: NDArray[np.float32]


class Encoder:
    """The network. ``threads``: cores one call may use."""

    def __init__(self, path: Path, threads: int = 1) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        options.enable_mem_pattern = False  # a plan for memory pays only where windows have one length
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        try:
            self._session = onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
        except Exception as error:  # onnxruntime raises classes of its own, without a common root but Exception
            raise ModelError(f"{path}: onnxruntime cannot load it ({error}). Install the package again.") from error

    def run(self, windows: Iterable[Window]) -> Iterator[tuple[Window, Scores]]:
        """Every window with its scores, in order.

        Windows are not run in batches: the int8 scales are taken over all that runs together, so that a window's
        scores would depend on its neighbours; and on one core batches are no faster.
        """
        for window in windows:
            roles, pointers, names = self._session.run(None, as_arrays([window]))
            yield window, _scores(window, roles[0], pointers[0], names[0])


def as_arrays(windows: Sequence[Window]) -> dict[str, NDArray[np.int64] | NDArray[np.float32]]:
    """The network's inputs for windows of one batch, filled up to the longest."""
    longest = max(len(window.pieces) for window in windows)
    shape = (len(windows), longest)
    pieces, marks, shapes = np.zeros(shape, np.int64), np.full(shape, NO_MARK), np.full(shape, NO_WORD)
    present = np.zeros(shape, np.float32)
    for row, window in enumerate(windows):
        length = len(window.pieces)
        pieces[row, :length] = window.pieces
        marks[row, :length] = window.marks
        shapes[row, :length] = window.shapes
        present[row, :length] = 1
    return {"pieces": pieces, "marks": marks.astype(np.int64), "shapes": shapes.astype(np.int64), "present": present}


def _scores(
    window: Window, roles: NDArray[np.float32], pointers: NDArray[np.float32], names: NDArray[np.float32]
) -> Scores:
    """The rows of the words, as logarithms of probabilities, and the pointers as they are."""
    heads = np.asarray(window.heads)
    of_words = roles[heads].reshape(len(heads), 3, 3)
    return Scores(
        roles=_log_softmax(of_words).reshape(len(heads), 9), names=_log_softmax(names[heads]), pointers=pointers
    )


def _log_softmax(values: NDArray[np.float32]) -> NDArray[np.float32]:
    top = values.max(axis=-1, keepdims=True)
    shifted = values - top
    normal: NDArray[np.float32] = shifted - np.log(np.exp(shifted).sum(axis=-1, keepdims=True))
    return normal
