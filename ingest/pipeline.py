"""The flow of an ingest: files, articles, analyses, rows. Each step is the door of a room."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field, replace
from importlib.metadata import version
from itertools import chain
from pathlib import Path

from onrecord.ingest.analysis import analyse, with_language
from onrecord.ingest.copies import doubts_of_copy
from onrecord.ingest.errors import NothingToReadError
from onrecord.ingest.fetch import Fetcher
from onrecord.ingest.identities import Resolved
from onrecord.ingest.language import load_reader
from onrecord.ingest.metadata import is_address
from onrecord.ingest.outcome import Outcome, Tally
from onrecord.ingest.readers import Options, SourceFile, find_files, read_fetched, read_lines, read_stream
from onrecord.ingest.records import Article, Finding, SourceArticle
from onrecord.ingest.resolve import join, resolve
from onrecord.ingest.segment import segment, with_later
from onrecord.ingest.store import Corpus, Known, are_one
from onrecord.migrations import prepare

# Articles a transaction: at a thousand, loading speed is flat; fewer lose less where a run is cut off.
STORED_TOGETHER = 256
# Findings on the way to the files that cost an article its metadata, not itself.
DETAILS = frozenset({"sidecar-broken", "table-broken", "file-name-unmatched"})


@dataclass(frozen=True, slots=True)
class Read:
    """What one file (or one line of standard input) gave: articles, settled and cut into paragraphs, and findings."""

    articles: tuple[Article, ...]
    findings: tuple[Finding, ...]


def find(paths: Sequence[str], options: Options) -> tuple[tuple[SourceFile, ...], tuple[Finding, ...]]:
    """The files that paths, folders and patterns hold, and what was passed over with a reason.

    In: paths; addresses of the web stand for themselves, and are fetched when they are read.
    Errors: NothingToReadError where there is no file at all.
    """
    pages = tuple(SourceFile(path, options.fields_for(path)[0]) for path in dict.fromkeys(paths) if is_address(path))
    on_disk = [path for path in paths if not is_address(path)]
    files, findings = find_files(on_disk, options) if on_disk else ((), ())
    files = (*files, *pages)
    if not files:
        reasons = "; ".join(finding.message for finding in findings)
        raise NothingToReadError(reasons or f"{' '.join(paths)}: no article found; name a file or a folder with some.")
    return files, findings


def read(files: Iterable[SourceFile]) -> Iterator[Read]:
    """Read files, piece by piece where one holds many articles; addresses are fetched, one at a time.

    Unsure: one that cannot be read gives a piece without article and the finding that says why.
    """
    fetcher = Fetcher()
    for file in files:
        if is_address(file.path):
            yield _fetched(file, fetcher)
            continue
        for sources, findings in read_stream(file):
            yield _segmented(sources, findings)


def _fetched(page: SourceFile, fetcher: Fetcher) -> Read:
    answer = fetcher.fetch(page.path)
    if isinstance(answer, Finding):
        return Read((), (answer,))
    return _segmented(*read_fetched(answer.url, answer.content_type, answer.content, page.fields))


def read_given(lines: Iterable[bytes], options: Options) -> Iterator[Read]:
    """Read lines of {"id", "text"}, as ``read`` reads files."""
    for sources, findings in read_lines(lines, options.flags()):
        yield _segmented(sources, findings)


def _segmented(sources: Sequence[SourceArticle], findings: Sequence[Finding]) -> Read:
    articles, found = [], list(findings)
    for source in sources:
        article, undecided = segment(source)
        articles.append(article)
        found += (replace(one, path=source.label, article_key=article.key) for one in undecided)
    return Read(tuple(articles), tuple(found))


def ingest(
    taken_in: Iterable[Read],
    findings: Sequence[Finding],
    database: Path,
    clock: Callable[[], str],
    progress: Callable[[int], object] = lambda _: None,
) -> Outcome:
    """Bring articles into a corpus; of those that are stored already only the metadata are brought up to date.

    In: what was read, of which some at a time is held; what was found before (see ``find``); the database file, made
    where there is none; ``clock``, which gives the instant (UTC, ISO 8601); ``progress``, which is told each article
    that is done. Out: what was added and what was not read.
    Errors: NothingToReadError where no article was given, ModelError, and DatabaseError for a file that is no corpus of
    this version; then nothing is written.
    """
    remaining = iter(taken_in)
    first = next(remaining, None)
    if first is None:
        raise NothingToReadError("no article was given; name files, or give lines on standard input.")
    reader = load_reader()
    tally = Tally(undecided=[finding for finding in findings if finding.code in DETAILS])
    tally.not_read(finding for finding in findings if finding.code not in DETAILS)
    with closing(Corpus(prepare(database), clock(), version("onrecord"), reader.version)) as corpus:
        batch = _Batch(list(findings))
        for one in chain([first], remaining):
            tally.met(one.articles[0].source.document.path if one.articles else None, one.findings)
            batch.findings += (finding for finding in one.findings if finding.article_key is None)
            for article in one.articles:
                if batch.may_hold(article):  # what is stored is asked about the second copy
                    batch = _stored(corpus, batch)
                known = corpus.known(article)
                if known is None:
                    batch.new[article.key] = resolve(analyse(article, reader))
                    batch.texts[article.text_key].append(article)
                    batch.findings += (finding for finding in one.findings if finding.article_key == article.key)
                else:
                    batch.unchanged += 1
                    tally.undecided += _tell_again(article, known, batch)
                progress(1)
            if len(batch.new) + len(batch.updated) >= STORED_TOGETHER:
                batch = _stored(corpus, batch)
        _stored(corpus, batch)
        return tally.outcome(corpus.finish(clock(), join), corpus.holdings())


@dataclass(slots=True)
class _Batch:
    """What is stored in the next transaction.

    ``new``: articles by key; ``texts``: the same by the keys of their texts. ``unchanged``: how many are stored
    already. ``updated``: those of them that are told otherwise now, by row number; ``told``: the keys of their texts.
    """

    findings: list[Finding] = field(default_factory=list)
    new: dict[str, Resolved] = field(default_factory=dict)
    texts: dict[str, list[Article]] = field(default_factory=lambda: defaultdict(list))
    unchanged: int = 0
    updated: dict[int, Article] = field(default_factory=dict)
    told: set[str] = field(default_factory=set)

    def may_hold(self, article: Article) -> bool:
        """True where the batch may hold this very article."""
        key = article.text_key
        return key in self.told or any(are_one(article, other) for other in self.texts.get(key, ()))


def _stored(corpus: Corpus, batch: _Batch) -> _Batch:
    """Store a batch. Out: an empty one."""
    corpus.add(tuple(batch.new.values()), batch.findings, batch.unchanged, batch.updated)
    return _Batch()


def _tell_again(article: Article, known: Known, batch: _Batch) -> tuple[Finding, ...]:
    """Put a stored article into the batch where its metadata say something new now.

    Out: what could not be decided: whether it is that article, and what of it is not kept.
    """
    later = with_later(article.source, known.fields, is_same_file=known.is_same_file)
    if later is not None:
        again, findings = segment(later)
        batch.updated[known.article_id] = replace(with_language(again)[0], key=known.key)
        batch.told.add(article.text_key)
        batch.findings += (replace(one, path=later.label, article_key=known.key) for one in findings)
    doubts = doubts_of_copy(article, known, known.fields if later is None else later.fields)
    batch.findings += doubts
    return doubts
