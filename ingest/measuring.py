"""Labelled articles read as an ingest would read them, and set against their labels."""

from __future__ import annotations

import gzip
import json
import sys
import zlib
from collections.abc import Iterable
from pathlib import Path

from onrecord.ingest.analysis import analyse
from onrecord.ingest.evaluation import Compared, FoundName, FoundQuote, GoldArticle, GoldError, compared, read_gold
from onrecord.ingest.language import Reader
from onrecord.ingest.pipeline import read_given
from onrecord.ingest.readers import Options
from onrecord.ingest.records import SHORT_TYPES, Analysis, Article


def labelled(path: Path) -> tuple[GoldArticle, ...]:
    """The labelled articles of a file of JSON lines; .gz is unpacked, - is standard input.

    Errors: GoldError where the file cannot be read or a line is not what it should be.
    """
    return read_gold(_lines(path), str(path))


def compared_by(reader: Reader, gold: GoldArticle) -> Compared:
    """What a reader finds in a labelled article, set against its labels.

    Errors: GoldError where the text would change when it is read, so that offsets would point elsewhere.
    """
    return compared(gold, *_found(analyse(_settled(gold), reader)))


def _lines(path: Path) -> Iterable[bytes]:
    if str(path) == "-":
        return sys.stdin.buffer
    try:
        return (gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()).splitlines()
    except (OSError, EOFError, zlib.error) as error:
        raise GoldError(f"{path}: cannot be read ({error}).") from None


def _settled(gold: GoldArticle) -> Article:
    """The article as an ingest would read it; its offsets must be those of the labels."""
    line = json.dumps({"id": gold.id, "text": gold.text}).encode()
    (taken_in,) = read_given([line], Options())
    (article,) = taken_in.articles
    if article.text != gold.text:
        raise GoldError(
            f"{gold.id}: its text changes when it is read (line ends other than \\n, a byte-order mark or U+0000), so "
            "that its offsets would point elsewhere; label the text that `onrecord extract` gives."
        )
    return article


def _found(analysis: Analysis) -> tuple[list[FoundQuote], list[FoundName]]:
    quotes = [FoundQuote(quote.spans, quote.source, quote.cue, quote.confidence) for quote in analysis.quotes]
    names = [FoundName(mention.span, SHORT_TYPES[mention.type]) for mention in analysis.mentions]
    return quotes, names
