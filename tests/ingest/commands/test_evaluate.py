"""``onrecord evaluate`` as a user runs it."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

TEXT = "“We will rebuild the bridge,” Ann Lee said on Monday.\n\nThe mayor, Bob Ray, denied that money was short.\n"


@pytest.fixture
def labels(tmp_path: Path) -> Path:
    """A file with one labelled article, two of whose three labels are easy to find."""

    def span(words: str) -> list[list[int]]:
        return [[TEXT.index(words), TEXT.index(words) + len(words)]]

    attributions = [
        {"source": span("Ann Lee"), "cue": span("said"), "content": span("“We will rebuild the bridge,”")},
        {"source": span("Bob Ray"), "cue": span("denied"), "content": span("that money was short")},
        {"source": [], "cue": [], "content": span("on Monday")},
    ]
    mentions = [{"start": a, "end": b, "type": "PERSON"} for name in ("Ann Lee", "Bob Ray") for a, b in span(name)]
    article = {"id": "bridge", "text": TEXT, "attributions": attributions, "mentions": mentions}
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps(article) + "\n", encoding="utf-8")
    return path


def test_table_is_printed(onrecord: Callable[..., Any], labels: Path) -> None:
    """The figures by kind, the names, and what to read."""
    ran = onrecord("evaluate", labels)
    assert ran.status == 0
    assert "Quotes of 1 article" in ran.out
    assert [line.split()[0] for line in ran.out.splitlines()[3:7]] == ["direct", "mixed", "indirect", "all"]
    assert "expected calibration error" in ran.out
    assert "PERSON" in ran.out
    assert "missed    on Monday" in ran.out
    assert ran.err == ""


def test_object_is_printed(onrecord: Callable[..., Any], labels: Path) -> None:
    """--json gives one object; the direct quote is found with its speaker, and both people."""
    ran = onrecord("evaluate", labels, "--json", "--samples", "0")
    given = json.loads(ran.out)
    assert given["quotes"]["direct"]["end_to_end"]["f1"] == 1.0
    assert given["names"]["PERSON"]["recall"] == 1.0
    assert given["intervals"] == {}
    assert sum(one["found"] for one in given["confidence"]["classes"]) == given["quotes"]["all"]["found"]
    assert given["worst"][0]["id"] == "bridge"


def test_packed_labels_are_read(onrecord: Callable[..., Any], labels: Path) -> None:
    """A file that ends in .gz is unpacked."""
    packed = labels.with_suffix(".jsonl.gz")
    packed.write_bytes(gzip.compress(labels.read_bytes()))
    assert onrecord("evaluate", packed, "--json").out == onrecord("evaluate", labels, "--json").out


UNUSABLE = (
    (b"", "no article found"),
    (b'{"id": "a", "text": "b"}\n', "line 1"),
    (b'{"id": "a", "text": "b\\r\\nc", "attributions": []}\n', "changes when it is read"),
)


@pytest.mark.parametrize(("content", "told"), UNUSABLE)
def test_unusable_labels_end_with_one_line(
    onrecord: Callable[..., Any], tmp_path: Path, content: bytes, told: str
) -> None:
    """The exit status is 2, and one line says why."""
    path = tmp_path / "gold.jsonl"
    path.write_bytes(content)
    ran = onrecord("evaluate", path)
    assert ran.status == 2
    assert told in ran.err
    assert len(ran.err.splitlines()) == 1
    assert ran.out == ""


@pytest.mark.parametrize("option", ["--worst", "--samples"])
def test_less_than_nothing_is_refused(onrecord: Callable[..., Any], labels: Path, option: str) -> None:
    """A count below zero is an error that names the option."""
    ran = onrecord("evaluate", labels, option, "-1")
    assert ran.status == 2
    assert option in ran.err


@pytest.mark.parametrize("content", [b"no gzip", gzip.compress(b"{}")[:-4]])
def test_broken_packing_is_told(onrecord: Callable[..., Any], tmp_path: Path, content: bytes) -> None:
    """A .gz file that cannot be unpacked is an error, no traceback."""
    path = tmp_path / "gold.jsonl.gz"
    path.write_bytes(content)
    ran = onrecord("evaluate", path)
    assert (ran.status, len(ran.err.splitlines())) == (2, 1)
    assert "cannot be read" in ran.err
