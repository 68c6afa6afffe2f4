"""``onrecord evaluate``: precision, recall and F1 on articles that the user labelled."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click
from tqdm import tqdm

from onrecord.ingest.evaluation import as_json, as_text, measured
from onrecord.ingest.language import load_reader
from onrecord.ingest.measuring import compared_by, labelled

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
    articles = labelled(gold)
    reader = load_reader()
    shown = tqdm(
        (compared_by(reader, article) for article in articles),
        "Reading",
        len(articles),
        unit=" articles",
        disable=not sys.stderr.isatty(),
        leave=False,
    )
    results = list(shown)
    result = measured(results, samples, seed)
    if wants_json:
        click.echo(json.dumps(as_json(result, results, worst), ensure_ascii=False))
    else:
        click.echo(as_text(result, results, worst))
    return 0
