"""A source article settled, cut into paragraphs, its metadata decided. Read it top to bottom: it is the room's flow."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.ingest.records import Article, Field, Finding, Paragraph, SourceArticle
from onrecord.ingest.segment.authors import people_in
from onrecord.ingest.segment.blocks import cut
from onrecord.ingest.segment.credits import credits_in
from onrecord.ingest.segment.fields import choose, first_value, ranked
from onrecord.ingest.segment.front_matter import FrontMatter, front_matter
from onrecord.ingest.segment.header import header, header_span
from onrecord.ingest.segment.key import article_key
from onrecord.ingest.segment.kinds import Decision, Kinds, kinds_of
from onrecord.ingest.segment.lines import lines_of
from onrecord.ingest.segment.one_by_one import people_among
from onrecord.ingest.segment.settle import settle
from onrecord.ingest.segment.told import told_kinds
from onrecord.ingest.spans import Span


def segment(source: SourceArticle) -> tuple[Article, tuple[Finding, ...]]:
    """Settle the text of an article, cut it into paragraphs and decide its metadata.

    Out: the article, its paragraphs in text order; findings for metadata that cannot be used and lines left as text.
    Offsets: half-open code points into the settled text, which differs from the reader's only as ``settle`` says;
    paragraphs do not overlap, and what lies outside them is white space.
    Unsure: what no rule is sure of is body, and metadata that nobody says stay None.
    """
    text = settle(source.text)
    said = list(source.fields)
    leading: list[tuple[Span, Decision]] = []
    findings: list[Finding] = []

    front = front_matter(text)
    if front and front.trouble is not None:
        findings.append(_front_matter_broken(front, source))
    elif front:
        said.extend(front.fields)
        leading.append((front.span, ("boilerplate", "front_matter")))
    lines = lines_of(text, leading[0][0].end if leading else 0)

    count, labelled = header(text, lines)
    if count:
        said.extend(labelled)
        leading.append((header_span(lines, count), ("boilerplate", "header")))

    spans = cut(text, lines[count:])
    blocks = tuple(span.of(text) for span in spans)
    told = told_kinds(spans, source.kinds)
    title = first_value(ranked(field for field in said if field.name == "title"), "title")
    kinds = kinds_of(blocks, title, source.document.format, told)
    said.extend(_text_fields(kinds, [text.count("\n", 0, span.start) + 1 for span in spans[:6]]))
    credit = credits_in(blocks, kinds.decisions, spans, text)
    said.extend(credit.fields)
    if kinds.glued is not None:
        findings.append(_byline_glued(spans[kinds.glued], source))

    fields = ranked(said)
    chosen, unusable = choose(fields, source)
    named = _named(chosen.byline, source)
    outlets = [field.value for field in fields if field.name == "outlet"]
    authors = people_among(named or people_in(chosen.byline or ""), outlets) or credit.writers
    pieces = (*leading, *zip(spans, kinds.decisions, strict=True))
    article = Article(
        key=article_key(chosen.url, chosen.outlet, text, _own_title(fields)),
        source=source,
        text=text,
        paragraphs=tuple(Paragraph(at, *piece[1], piece[0]) for at, piece in enumerate(pieces, start=1)),
        title=chosen.title,
        byline=chosen.byline,
        authors=authors,
        outlet=chosen.outlet,
        published=chosen.published,
        url=chosen.url,
        language=chosen.language,
        fields=fields,
        named=named or authors,
        contributors=tuple(
            dict.fromkeys(name for name in (*credit.writers, *credit.contributors) if name not in authors)
        ),
    )
    return article, (*findings, *unusable)


def _own_title(fields: Sequence[Field]) -> str | None:
    """What the file's own format calls the article: the text has its own title in it, and a table may come later."""
    return first_value([field for field in fields if field.source == "record"], "title")


def _named(byline: str | None, source: SourceArticle) -> tuple[str, ...]:
    """Those whom the format names one by one, where the byline that stands is theirs."""
    is_theirs = byline is not None and byline == " ".join(settle("; ".join(source.authors)).split())
    return source.authors if is_theirs else ()


def _text_fields(kinds: Kinds, line_numbers: Sequence[int]) -> tuple[Field, ...]:
    """What the article's own lines say of it."""
    fields: list[Field] = []
    if kinds.title:
        fields.append(Field("title", kinds.title[1], "text", line_numbers[kinds.title[0]]))
    if kinds.byline:
        fields.append(Field("byline", kinds.byline[1], "text", line_numbers[kinds.byline[0]]))
    if kinds.dateline:
        at, filed = kinds.dateline
        filed_as = (("dateline_place", filed.place), ("dateline_agency", filed.agency))
        fields.extend(Field(name, value, "text", line_numbers[at]) for name, value in filed_as if value)
    return tuple(fields)


def _front_matter_broken(front: FrontMatter, source: SourceArticle) -> Finding:
    message = (
        f"{source.label}: front matter found that YAML cannot read ({front.trouble}), `key: value` lines expected; "
        "correct it, it is kept as text until then."
    )
    return Finding("front-matter-broken", message, source.document.path, front.span)


def _byline_glued(span: Span, source: SourceArticle) -> Finding:
    message = (
        f"{source.label}: a paragraph found that begins like a byline grown together with the first sentence, "
        "a byline on a line of its own expected; if it is one, put a line end after the name."
    )
    return Finding("byline-glued", message, source.document.path, span)
