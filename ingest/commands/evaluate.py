"""``onrecord evaluate``: precision, recall and F1 on articles that the user labelled."""

from __future__ import annotations

import gzip
import json
import sys
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path

import click
from tqdm import tqdm

from onrecord.ingest.commands.extract import TYPES
from onrecord.ingest.evaluation import (
    Compared,
    FoundName,
    FoundQuote,
    GoldArticle,
    GoldError,
    as_json,
    as_text,
    compared,
    measured,
    read_gold,
)
from onrecord.ingest.language import load_reader
from onrecord.ingest.pipeline import analyse, read_given
from onrecord.ingest.readers import Options
from onrecord.ingest.records import Analysis, Article

COUNT = click.IntRange(min=0)


@click.command()
@click.argument("gold", type=click.Path(exists=True, dir_okay=False, allow_dash=True, path_type=Path))
@click.option("--json", "wants_json", is_flag=True, help="One JSON object instead of the table.")
@click.option(
    "--worst", type=COUNT, default=5, show_default=True, metavar="N", help="List the N articles with most errors."
)
@click.option("--samples", type=COUNT, default=300, show_default=True, metavar="N", help="For the intervals; 0: none.")
@click.option("--seed", default=1, show_default=True, metavar="N", help="Seed the samples are drawn with.")
def evaluate(gold: Path, *, wants_json: bool, worst: int, samples: int, seed: int) -> int:
    """Measure the reading on GOLD, articles that you labelled.

    GOLD is a file of JSON lines (.gz is unpacked, - is standard input), an article a line: {"id", "text",
    "attributions": [{"source": [[start, end]], "cue": [[start, end]], "content": [[start, end]]}]}, and "mentions":
    [{"start", "end", "type"}] if names were labelled too. Offsets are half-open Unicode code points into "text".
    """
    articles = read_gold(_lines(gold), str(gold))
    shown = tqdm(
        _compared(articles), "Reading", len(articles), unit=" articles", disable=not sys.stderr.isatty(), leave=False
    )
    results = list(shown)
    result = measured(results, samples, seed)
    if wants_json:
        click.echo(json.dumps(as_json(result, results, worst), ensure_ascii=False))
    else:
        click.echo(as_text(result, results, worst))
    return 0


def _lines(path: Path) -> Iterable[bytes]:
    if str(path) == "-":
        return sys.stdin.buffer
    try:
        return (gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()).splitlines()
    except (OSError, EOFError, zlib.error) as error:
        raise GoldError(f"{path}: cannot be read ({error}).") from None


def _compared(gold: tuple[GoldArticle, ...]) -> Iterator[Compared]:
    reader = load_reader()
    for labels in gold:
        yield compared(labels, *_found(analyse(_settled(labels), reader)))


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
    quotes = [FoundQuote(quote.spans, quote.source, quote.cue) for quote in analysis.quotes]
    names = [FoundName(mention.span, TYPES[mention.type]) for mention in analysis.mentions]
    return quotes, names
