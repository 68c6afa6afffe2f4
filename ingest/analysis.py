"""One article read: its language, and where that is English its quotes, speakers and names."""

from __future__ import annotations

from dataclasses import replace

from onrecord.ingest.entities import find_entities, name_speakers
from onrecord.ingest.language import Reader, contradicted, language_of
from onrecord.ingest.quotes import find_quotes, quotation_marks, with_double_marks
from onrecord.ingest.records import Analysis, Article, Field, Finding

ENGLISH = frozenset({"en", "eng", "english"})


def analyse(article: Article, reader: Reader) -> Analysis:
    """Read quotes, speakers and entities from an article.

    Unsure: an article in another language than English, by its metadata or, where they say nothing or are plainly
    wrong, by its text, is given back without quotes and entities. Findings tell what was not read, and which language
    was not believed.
    """
    article, findings = with_language(article)
    if not any(paragraph.is_read for paragraph in article.paragraphs):
        findings = (*findings, _nothing_to_read(article))
    if article.language is not None and article.language.lower().split("-")[0] not in ENGLISH:
        return Analysis(article, (), (), (), (), (*findings, _without_model(article)))
    marked = quotation_marks(article.text, article.paragraphs)
    reading = reader.read(with_double_marks(article.text, marked), article.paragraphs)
    quotes = find_quotes(article.text, article.paragraphs, marked, reading)
    named, mentions = find_entities(article.text, reading.names)
    entities, speakers = name_speakers(article.text, quotes, named, mentions)
    return Analysis(article, quotes, speakers, entities, mentions, findings)


def with_language(article: Article) -> tuple[Article, tuple[Finding, ...]]:
    """The article with the language that its text shows, where nobody says it or what is said is plainly wrong.

    Out: the article, and the finding that says which language was not believed.
    """
    text = "\n".join(p.span.of(article.text) for p in article.paragraphs if p.is_read)
    said = article.language
    shown = language_of(text) if said is None else contradicted(text, said)
    if shown is None:
        return article, ()
    # Before the others, since it is believed.
    fields = (
        (Field("language", shown, "text"), *article.fields)
        if said
        else (
            *article.fields,
            Field("language", shown, "text"),
        )
    )
    findings = () if said is None else (_not_believed(article, said, shown),)
    return replace(article, language=shown, fields=fields), findings


def _not_believed(article: Article, said: str, shown: str) -> Finding:
    message = (
        f"{article.source.label}: its language is given as {said}, and its text is plainly {shown}; it is taken "
        f"for {shown}. Correct what is given."
    )
    return Finding("language-contradicted", message, article.source.label, article_key=article.key)


def _nothing_to_read(article: Article) -> Finding:
    message = (
        f"{article.source.label}: nothing but lines that belong to the page found (links, notices, credits), an "
        "article expected; it is stored as it is, without quotes."
    )
    return Finding("nothing-but-boilerplate", message, article.source.label, article_key=article.key)


def _without_model(article: Article) -> Finding:
    message = (
        f"{article.source.label}: its language is {article.language}, and only English can be read for quotes and "
        "names; it is stored and can be searched."
    )
    return Finding("language-without-model", message, article.source.label, article_key=article.key)
