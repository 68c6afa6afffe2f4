"""From trained weights to the files that ship: ONNX in eight-bit whole numbers, and a digest for every file."""

from __future__ import annotations

import hashlib
import tempfile
import warnings
from pathlib import Path
from typing import TYPE_CHECKING

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic

from onrecord.ingest.language.model_files import CHOOSER, DIGESTS, ENCODER, VOCABULARY

if TYPE_CHECKING:
    from onrecord.ingest.training.network import ReaderNetwork

INPUTS, OUTPUTS = ("pieces", "marks", "shapes"), ("roles", "pointers", "names")
OPSET = 17


def export_encoder(network: ReaderNetwork, folder: Path) -> None:
    """Write the encoder: weights as eight-bit whole numbers with a scale a channel, activations scaled as they come.

    Source: onnxruntime, "Quantize ONNX models", dynamic quantisation.
    """
    folder.mkdir(parents=True, exist_ok=True)
    network.eval()
    pieces = torch.randint(1000, 9000, (1, 31))
    example = (pieces, torch.zeros_like(pieces), torch.zeros_like(pieces))
    axes = {name: {1: "length"} for name in (*INPUTS, "roles", "names")} | {"pointers": {2: "from", 3: "to"}}
    with tempfile.TemporaryDirectory() as temporary, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the exporter's notes on its own future
        whole = Path(temporary) / "encoder.onnx"
        torch.onnx.export(
            network,
            example,
            str(whole),
            input_names=list(INPUTS),
            output_names=list(OUTPUTS),
            dynamic_axes=axes,
            opset_version=OPSET,
            dynamo=False,
        )
        quantize_dynamic(
            whole,
            folder / ENCODER,
            weight_type=QuantType.QInt8,
            per_channel=True,
            extra_options={"DefaultTensorType": onnx.TensorProto.FLOAT},
        )


def write_digests(folder: Path) -> None:
    """Write the sha256 of every file of the model, in the form that ``sha256sum --check`` reads."""
    lines = [
        f"{hashlib.sha256((folder / name).read_bytes()).hexdigest()}  {name}\n"
        for name in sorted((ENCODER, VOCABULARY, CHOOSER))
    ]
    (folder / DIGESTS).write_text("".join(lines), encoding="utf-8")
