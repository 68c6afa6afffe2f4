"""A copy of an article that is stored: what makes it doubtful that both are one, and what of it is not kept."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.ingest.addresses import address_key
from onrecord.ingest.records import Article, Field, Finding
from onrecord.ingest.store import Known

_NAMES = ("title", "byline", "outlet", "published", "url")


def doubts_of_copy(article: Article, known: Known, kept: Sequence[Field]) -> tuple[Finding, ...]:
    """The findings on an article that is taken for a stored one.

    In: the article, the stored one, and the fields that this one is kept with now.
    """
    found = []
    if known.other_title is not None:
        found.append(_other_title(article, known))
    values = {_compared(field) for field in kept}
    if not known.is_same_file:
        lost = (field for field in article.fields if field.name in _NAMES and _compared(field) not in values)
        found += [_not_kept(article, known, field) for field in lost if field.line is None]
    return tuple(found)


def _compared(field: Field) -> tuple[str, str | None]:
    value = " ".join(field.value.split())
    return field.name, address_key(value) if field.name == "url" else value.casefold()


def _other_title(article: Article, known: Known) -> Finding:
    message = (
        f"{article.source.label}: the words of a stored article ({known.key}, {known.other_title!r}) found under "
        f"another title ({article.title!r}), and nothing that tells them apart; both are taken for one article that "
        "keeps both titles among its fields. Give each its address if they are two."
    )
    return Finding("same-words", message, article.source.label, article_key=known.key)


def _not_kept(article: Article, known: Known, field: Field) -> Finding:
    message = (
        f"{article.source.label}: the {field.name} {field.value[:80]!r} found for an article that is stored "
        f"({known.key}); it goes by many of them already, and this one is not kept."
    )
    return Finding("copy-not-kept", message, article.source.label, article_key=known.key)
