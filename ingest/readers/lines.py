"""Articles given as JSON lines on standard input: {"id": ..., "text": ...}, an article a line."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator

from onrecord.ingest.metadata import fields_of
from onrecord.ingest.records import Document, Field, Finding, SourceArticle


def read_lines(
    lines: Iterable[bytes], fields: tuple[Field, ...] = ()
) -> Iterator[tuple[tuple[SourceArticle, ...], tuple[Finding, ...]]]:
    """The article of each line that is not blank, or the finding that says why there is none.

    In: lines of UTF-8 JSON with the keys "id" and "text"; a title, author, outlet, date, url or language beside them is
    taken over, other keys are not; ``fields``, what the user says of all. Out: one pair a line, as ``read_file``
    gives it. Unsure: what is no such object is a finding, and the next line is read.
    """
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            given = json.loads(line)
        except (ValueError, RecursionError) as error:
            yield (), (_finding(number, f"no JSON ({error})"),)
            continue
        name, text = (given.get("id"), given.get("text")) if isinstance(given, dict) else (None, None)
        if not isinstance(name, str | int) or not isinstance(text, str):
            yield (), (_finding(number, "no object with an id and a text"),)
            continue
        if not any(character.isalnum() for character in text):
            yield (), (_finding(number, "a text without a letter or digit"),)
            continue
        shown = str(name).encode("utf-8", "backslashreplace").decode("utf-8")  # half a surrogate cannot be written
        document = Document(shown, "jsonl", hashlib.sha256(line).hexdigest(), len(line))
        others = {key: value for key, value in given.items() if key not in {"id", "text"}}
        yield (SourceArticle(document, 1, text, (*fields_of(others, "record"), *fields)),), ()


def _finding(number: int, found: str) -> Finding:
    message = f'line {number} of standard input: {found} found, {{"id": "...", "text": "..."}} expected; mend the line.'
    return Finding("not-an-article-line", message, "-")
