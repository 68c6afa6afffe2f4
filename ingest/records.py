"""What travels between the rooms: frozen records, sequences as tuples.

A later step makes new records and never fills in earlier ones. Every offset is a half-open Unicode code point into
the settled text of the article (see ``segment``).
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Literal

from onrecord.ingest.spans import Span

ParagraphKind = Literal["title", "byline", "dateline", "body", "heading", "caption", "credit", "boilerplate"]
QuoteKind = Literal["direct", "mixed", "indirect"]
Attribution = Literal["named", "pronoun", "description", "continued", "none"]
# The kind of report a cue announces; data/README.md defines each, data/reference/cues.tsv lists their words.
CueClass = Literal[
    "says", "announces", "reveals", "claims", "admits", "confirms", "denies", "declines", "warns", "accuses",
    "criticises", "praises", "supports", "opposes", "asks", "answers", "demands", "advises", "promises", "suggests",
    "calls",
    "thinks", "expects", "knows", "wants", "plans", "fears", "feels", "shows", "seems",
]  # fmt: skip
EntityType = Literal["person", "organisation", "place", "facility", "event", "work", "group", "unnamed"]

# The short names of these types that corpora of named entities use.
SHORT_TYPES: dict[EntityType, str] = {
    "person": "PERSON",
    "organisation": "ORG",
    "place": "PLACE",
    "facility": "FAC",
    "event": "EVENT",
    "work": "WORK",
    "group": "NORP",
}

# The kinds whose words are read for quotes and entities; the rest is kept and searchable.
READ_KINDS: frozenset[ParagraphKind] = frozenset({"title", "body"})


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that could not be read or decided. It is stored and shown; it never stops the run.

    ``code``: short and stable, such as ``not-utf8``. ``message``: one sentence saying what was found, what was
    expected and what to do. ``path``: the file, as the user gave it. ``span``: where in the settled text, if there.
    ``article_key``: the article concerned; None where it concerns a file.
    """

    code: str
    message: str
    path: str
    span: Span | None = None
    article_key: str | None = None


@dataclass(frozen=True, slots=True)
class Field:
    """One piece of metadata and who says so.

    ``name``: title, byline, outlet, published, url, language, dateline_place, dateline_agency, credit,
    credit_agency. ``value``: as written.
    ``source``: table, sidecar, front_matter, record (a key, column or tag of the file's format), header, option,
    file_name or text. ``line``: 1-based line of the article's own text, or None where the value came from elsewhere.
    """

    name: str
    value: str
    source: str
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """One file as it lay on disk. ``path``: as the user gave it, with forward slashes. ``sha256``: of its bytes."""

    path: str
    format: str
    sha256: str
    byte_count: int


@dataclass(frozen=True, slots=True)
class SourceArticle:
    """What a reader gives: decoded text, not yet settled, and the metadata that came from outside the text.

    ``number``: 1 for the first article of its document. ``fields``: best source first. ``kinds``: stretches of the
    text whose kind the format itself tells, each with its rule; a reader that gives some ends its
    lines with line feeds alone, so that the offsets are those of the settled text. ``authors``: the names that the
    format gives one by one, which its byline field strings together with "; ".
    """

    document: Document
    number: int
    text: str
    fields: tuple[Field, ...] = ()
    kinds: tuple[tuple[Span, ParagraphKind, str], ...] = ()
    authors: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        """The path as given; ``path#2`` for the second article of a file."""
        return self.document.path if self.number == 1 else f"{self.document.path}#{self.number}"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One non-blank block of the settled text. ``rule``: the name of what decided the kind."""

    ordinal: int
    kind: ParagraphKind
    rule: str
    span: Span

    @property
    def is_read(self) -> bool:
        """True where quotes and entities are looked for."""
        return self.kind in READ_KINDS


@dataclass(frozen=True, slots=True)
class Article:
    """An article with its text settled once, cut into paragraphs, with its metadata decided.

    ``key``: stable identity made from content. ``published``: ISO 8601 as precise as given (``2024``, ``2024-05``,
    ``2024-05-03``, or with time). ``byline``: as written. ``authors``: the people in it, in order, or, where it names
    none, those whom a credit line names for reporting or writing; ``contributors``: those whom credit lines name beside
    them. ``named``: everybody whom the byline names, agencies and desks too, where the file's format names them one by
    one; otherwise the authors. ``fields``: every value found, chosen or not. NULL-like None: nobody said it.
    """

    key: str
    source: SourceArticle
    text: str
    paragraphs: tuple[Paragraph, ...]
    title: str | None
    byline: str | None
    authors: tuple[str, ...]
    outlet: str | None
    published: str | None
    url: str | None
    language: str | None
    fields: tuple[Field, ...]
    contributors: tuple[str, ...] = ()
    named: tuple[str, ...] = ()

    @property
    def text_key(self) -> str:
        """The same for articles of the same words: 16 hexadecimal digits of their SHA-256, white space folded."""
        words = " ".join(self.text.split())
        return hashlib.sha256(words.encode()).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Quote:
    """One thing said, as the text shows it: which words, which cue, which mention beside it.

    ``spans``: contiguous pieces, each inside one paragraph, in text order; quotation marks belong to the piece.
    ``source``: the mention beside the quote, or None where nobody is named there. ``continues``: index (in the
    article's quotes) of the quote this one goes on from, where the text names no source of its own.
    ``confidence``: 0..1 that these words are a quote of this source. ``cue_class``: the kind of report the cue
    announces, or None where there is no cue or the list does not know it.
    """

    kind: QuoteKind
    spans: tuple[Span, ...]
    source: Span | None
    cue: Span | None
    continues: int | None
    confidence: float
    cue_class: CueClass | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """One naming of an entity inside one paragraph. ``entity``: index into the article's entities."""

    span: Span
    type: EntityType
    rule: str
    entity: int


@dataclass(frozen=True, slots=True)
class Entity:
    """One person, organisation, place ... of one article.

    ``name``: the fullest name the article uses. ``names``: every name with its count, most used first. ``country``:
    ISO 3166-1 alpha-2 of the country it is, or (for a group) points to. ``titles``: what a person is called besides, as
    written.
    """

    name: str
    type: EntityType
    names: tuple[tuple[str, int], ...]
    country: str | None = None
    titles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who said a quote: index of the entity in the article, or None, and how that was decided.

    ``reason``: a short sentence a reader of the page understands.
    """

    entity: int | None
    attribution: Attribution
    reason: str


@dataclass(frozen=True, slots=True)
class Analysis:
    """Everything read from one article. ``speakers`` runs parallel to ``quotes``."""

    article: Article
    quotes: tuple[Quote, ...]
    speakers: tuple[Speaker, ...]
    entities: tuple[Entity, ...]
    mentions: tuple[Mention, ...]
    findings: tuple[Finding, ...] = ()
