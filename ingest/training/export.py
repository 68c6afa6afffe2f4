"""From trained weights to what ships: ONNX in eight-bit whole numbers."""

from __future__ import annotations

import tempfile
import warnings
from pathlib import Path
from typing import TYPE_CHECKING

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic

from onrecord.ingest.language.model_files import ENCODER

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
