"""The flow of an ingest: files, articles, analyses, rows. Each step is the door of a room."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from itertools import islice
from pathlib import Path

from onrecord.ingest.entities import find_entities, name_speakers
from onrecord.ingest.errors import NothingToReadError
from onrecord.ingest.language import Reader, Reading, load_reader
from onrecord.ingest.quotes import find_quotes
from onrecord.ingest.readers import Options, SourceFile, find_files, read_lines, read_stream
from onrecord.ingest.records import Analysis, Article, Finding, SourceArticle
from onrecord.ingest.resolve import resolve
from onrecord.ingest.segment import segment
from onrecord.ingest.store import Corpus, Holdings, RunSummary
from onrecord.migrations import prepare

# Articles read together: enough for batches of like length, few enough to keep memory flat.
READ_TOGETHER = 32
# Files a transaction: at a thousand, loading speed is flat; fewer lose less where a run is cut off.
STORED_TOGETHER = 256


@dataclass(frozen=True, slots=True)
class Outcome:
    """What an ingest did.

    ``unread``: what kept a file from being read at all, in order. ``undecided``: findings on files that were read.
    """

    run: RunSummary
    holdings: Holdings
    unread: tuple[Finding, ...]
    undecided: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Read:
    """What one file (or one line of standard input) gave: articles, settled and cut into paragraphs, and findings."""

    articles: tuple[Article, ...]
    findings: tuple[Finding, ...]


def find(paths: Sequence[str], options: Options) -> tuple[tuple[SourceFile, ...], tuple[Finding, ...]]:
    """The files that paths, folders and patterns hold, and what was passed over with a reason.

    Errors: NothingToReadError where there is no file at all.
    """
    files, findings = find_files(paths, options)
    if not files:
        reasons = "; ".join(finding.message for finding in findings)
        raise NothingToReadError(reasons or f"{' '.join(paths)}: no article found; name a file or a folder with some.")
    return files, findings


def read(files: Iterable[SourceFile]) -> Iterator[Read]:
    """Read files, piece by piece where one holds many articles.

    Unsure: one that cannot be read gives a piece without article and the finding that says why.
    """
    for file in files:
        for sources, findings in read_stream(file):
            yield _segmented(sources, findings)


def read_given(lines: Iterable[bytes]) -> Iterator[Read]:
    """Read lines of {"id", "text"}, as ``read`` reads files."""
    for sources, findings in read_lines(lines):
        yield _segmented(sources, findings)


def _segmented(sources: Sequence[SourceArticle], findings: Sequence[Finding]) -> Read:
    articles, found = [], list(findings)
    for source in sources:
        article, undecided = segment(source)
        articles.append(article)
        found += undecided
    return Read(tuple(articles), tuple(found))


def ingest(taken_in: Iterable[Read], findings: Sequence[Finding], database: Path, clock: Callable[[], str]) -> Outcome:
    """Bring articles into a corpus; those that are stored already are left alone.

    In: what was read, of which some at a time is held; what was found before (see ``find``); the database file, made
    where there is none; ``clock``, which gives the instant (UTC, ISO 8601). Out: what was added and what was not read.
    Errors: ModelError, and DatabaseError for a file that is no corpus of this version; then nothing is written.
    """
    reader = load_reader()
    corpus = Corpus(prepare(database), clock(), version("onrecord"), reader.version)
    if findings:
        corpus.add((), findings)
    unread: list[Finding] = list(findings)
    undecided: list[Finding] = []
    remaining = iter(taken_in)
    while some := list(islice(remaining, STORED_TOGETHER)):
        for one in some:
            (undecided if one.articles else unread).extend(one.findings)
        _store(corpus, reader, some)
    return Outcome(corpus.finish(clock()), corpus.holdings(), tuple(unread), tuple(undecided))


def _store(corpus: Corpus, reader: Reader, some: Sequence[Read]) -> None:
    """Analyse and store those articles that are not stored yet, each once."""
    everything = [article for one in some for article in one.articles]
    known = corpus.known(article.key for article in everything)
    new = {article.key: article for article in reversed(everything) if article.key not in known}
    fresh = [article for article in everything if new.get(article.key) is article]
    analyses = [resolve(analysis) for analysis in analyse(fresh, reader)]
    corpus.add(analyses, [f for one in some for f in one.findings], len(everything) - len(fresh))


def analyse(articles: Iterable[Article], reader: Reader) -> Iterator[Analysis]:
    """Read quotes, speakers and entities from articles.

    In: the articles, of which some at a time are held; the reader. Out: one analysis an article, in the same order.
    Unsure: an article whose metadata name another language than English is given back without quotes and entities,
    with a finding.
    """
    remaining = iter(articles)
    while some := list(islice(remaining, READ_TOGETHER)):
        english = [article for article in some if _is_english(article)]
        readings = iter(reader.read([(article.text, article.paragraphs) for article in english]))
        for article in some:
            yield _analysis(article, next(readings)) if _is_english(article) else _without_model(article)


def _analysis(article: Article, reading: Reading) -> Analysis:
    quotes = find_quotes(article.text, article.paragraphs, reading)
    named, mentions = find_entities(article.text, reading.names)
    entities, speakers = name_speakers(article.text, quotes, named, mentions)
    return Analysis(article, quotes, speakers, entities, mentions)


def _is_english(article: Article) -> bool:
    return article.language is None or article.language.lower().split("-")[0] in {"en", "eng", "english"}


def _without_model(article: Article) -> Analysis:
    message = (
        f"{article.source.label}: its language is given as {article.language}, and only English can be read for "
        "quotes and names; it is stored and can be searched."
    )
    finding = Finding("language-without-model", message, article.source.label)
    return Analysis(article, (), (), (), (), (finding,))
