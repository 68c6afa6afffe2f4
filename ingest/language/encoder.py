"""Running the encoder: a window in, its scores out, by onnxruntime on one core."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import onnxruntime

from onrecord.ingest.errors import ModelError

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

    from onrecord.ingest.language.windows import Window

# Joining a sum with the normalisation behind it costs a tenth of the time: onnxruntime's kernel for both is plain.
SLOWER = ["SkipLayerNormFusion"]


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
            self._session = onnxruntime.InferenceSession(
                str(path), options, providers=["CPUExecutionProvider"], disabled_optimizers=SLOWER
            )
        except Exception as error:  # onnxruntime raises classes of its own, without a common root but Exception
            raise ModelError(f"{path}: onnxruntime cannot load it ({error}). Install the package again.") from error

    def run(self, window: Window) -> Scores:
        """What the heads say about a window.

        Windows are not run in batches: the int8 scales are taken over all that runs together, so that a window's
        scores would depend on its neighbours; and on one core batches are no faster.
        """
        given = {"pieces": window.pieces, "marks": window.marks, "shapes": window.shapes}
        roles, pointers, names = self._session.run(None, {name: np.array([each]) for name, each in given.items()})
        heads = np.asarray(window.heads)
        of_words = roles[0, heads].reshape(len(heads), 3, 3)
        return Scores(
            roles=_log_softmax(of_words).reshape(len(heads), 9),
            names=_log_softmax(names[0, heads]),
            pointers=pointers[0],
        )


def _log_softmax(values: NDArray[np.float32]) -> NDArray[np.float32]:
    top = values.max(axis=-1, keepdims=True)
    shifted = values - top
    normal: NDArray[np.float32] = shifted - np.log(np.exp(shifted).sum(axis=-1, keepdims=True))
    return normal
