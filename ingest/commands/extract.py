"""``onrecord extract``: quotes and names as JSON lines, without a database."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from typing import Any

import click

from onrecord.ingest.analysis import analyse
from onrecord.ingest.commands.input_options import input_options, options_of
from onrecord.ingest.identities import Identity
from onrecord.ingest.language import load_reader
from onrecord.ingest.pipeline import find, read, read_given
from onrecord.ingest.readers import Options
from onrecord.ingest.records import SHORT_TYPES, Analysis, Article, Finding
from onrecord.ingest.resolve import resolve
from onrecord.ingest.spans import Span, hull

SOMETHING_UNREAD = 1


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("--no-analysis", is_flag=True, help="Text, paragraphs and metadata only: no quotes and no names.")
@input_options
def extract(paths: tuple[str, ...], *, no_analysis: bool, **given: str | None) -> int:
    """Write one JSON line an article: text, paragraphs, quotes with speakers, names.

    PATH is a file, a folder or a pattern in quotes; - reads lines of {"id": ..., "text": ...} from standard input.
    Offsets are half-open Unicode code points into "text". The exit status is 1 where a file could not be read.
    """
    findings: list[Finding] = []
    reader = None if no_analysis else load_reader()
    for article in _articles(paths, options_of(**given), findings):
        line = _article_line(article)
        if reader is not None:
            analysis = analyse(article, reader)
            line |= _analysis_line(analysis, resolve(analysis).identities)
        try:
            sys.stdout.buffer.write(json.dumps(line, ensure_ascii=False).encode() + b"\n")
            sys.stdout.buffer.flush()
        except BrokenPipeError:  # whoever reads has seen enough (head, less); that is no error
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            return 0
    for finding in findings:
        click.echo(f"not read: {finding.message}", err=True)
    return SOMETHING_UNREAD if findings else 0


def _articles(paths: tuple[str, ...], options: Options, findings: list[Finding]) -> Iterator[Article]:
    """The articles one by one; what keeps a file from being read is put into ``findings`` on the way."""
    if paths == ("-",):
        taken_in = read_given(sys.stdin.buffer, options)
    else:
        files, missing = find(paths, options)
        findings += missing
        taken_in = read(files)
    for one in taken_in:
        if not one.articles:
            findings += one.findings
        yield from one.articles


def _article_line(article: Article) -> dict[str, Any]:
    return {
        "id": article.source.label,
        "text": article.text,
        "title": article.title,
        "date": article.published,
        "authors": list(article.named),
        "paragraphs": [{"start": p.span.start, "end": p.span.end, "kind": p.kind} for p in article.paragraphs],
    }


def _analysis_line(analysis: Analysis, identities: tuple[Identity, ...]) -> dict[str, Any]:
    quotes = []
    for quote, speaker in zip(analysis.quotes, analysis.speakers, strict=True):
        whole = hull(quote.spans)
        quotes.append(
            {
                "start": whole.start,
                "end": whole.end,
                "spans": [[span.start, span.end] for span in quote.spans],
                "kind": quote.kind,
                "speaker": None if speaker.entity is None else analysis.entities[speaker.entity].name,
                **_place("speaker", quote.source),
                **_place("cue", quote.cue),
                "cue_class": quote.cue_class,
                "attribution": speaker.attribution,
                "confidence": round(quote.confidence * speaker.certainty, 3),
            }
        )
    mentions = [
        {
            "start": mention.span.start,
            "end": mention.span.end,
            "type": SHORT_TYPES[mention.type],
            "entity_id": identities[mention.entity].key,
            "name": analysis.entities[mention.entity].name,
        }
        for mention in analysis.mentions
    ]
    return {"quotes": quotes, "mentions": mentions}


def _place(name: str, span: Span | None) -> dict[str, int | None]:
    return {f"{name}_start": span.start if span else None, f"{name}_end": span.end if span else None}
