"""Which of the values that were found stands: the first source that gives a usable one. All are kept."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from onrecord.ingest.metadata import is_address
from onrecord.ingest.records import Field, Finding, SourceArticle
from onrecord.ingest.segment.dates import UnclearDateError, iso_date
from onrecord.ingest.segment.settle import settle

# Who is believed first. The text comes last: what somebody wrote down on purpose beats what a line looks like.
SOURCES: Final = ("table", "sidecar", "front_matter", "record", "header", "option", "file_name", "text")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")


@dataclass(frozen=True, slots=True)
class Chosen:
    """The metadata that stands, each as ``records.Article`` has it."""

    title: str | None
    byline: str | None
    outlet: str | None
    published: str | None
    url: str | None
    language: str | None


def ranked(fields: Iterable[Field]) -> tuple[Field, ...]:
    """All values found, settled, best source first, those of one source in their order."""
    settled = (_settled(field) for field in fields)
    return tuple(sorted((field for field in settled if field.value), key=lambda field: SOURCES.index(field.source)))


def _settled(field: Field) -> Field:
    value = " ".join(settle(field.value).split())
    return field if value == field.value else replace(field, value=value)


def first_value(fields: Sequence[Field], name: str) -> str | None:
    """The first value of a name, or None where nobody says it."""
    return next((field.value for field in fields if field.name == name), None)


def choose(fields: Sequence[Field], source: SourceArticle) -> tuple[Chosen, tuple[Finding, ...]]:
    """The metadata that stand, and a finding for each value passed over because it cannot be used.

    In: fields as ``ranked`` gives them; the article, to name it in findings.
    Unsure: a date that may be two days, an address that is none and a language that is no tag stay unset, unless a
    later source gives a usable one.
    """
    findings: list[Finding] = []
    chosen = Chosen(
        title=first_value(fields, "title"),
        byline=first_value(fields, "byline"),
        outlet=first_value(fields, "outlet"),
        published=_published(fields, source, findings),
        url=_url(fields, source, findings),
        language=_language(fields, source, findings),
    )
    return chosen, tuple(findings)


def _published(fields: Sequence[Field], source: SourceArticle, findings: list[Finding]) -> str | None:
    for field in fields:
        if field.name == "published":
            try:
                return iso_date(field.value)
            except UnclearDateError as error:
                findings.append(_passed_over(error.code, source, field, str(error), "a date such as 2024-05-03"))
    return None


def _url(fields: Sequence[Field], source: SourceArticle, findings: list[Finding]) -> str | None:
    for field in fields:
        if field.name == "url":
            if is_address(field.value) and " " not in field.value:
                return field.value
            findings.append(_passed_over("url-unusable", source, field, "no web address", "http:// or https://"))
    return None


def _language(fields: Sequence[Field], source: SourceArticle, findings: list[Finding]) -> str | None:
    for field in fields:
        if field.name == "language":
            if _LANGUAGE.fullmatch(field.value):
                return field.value.replace("_", "-")
            findings.append(_passed_over("language-unusable", source, field, "no language tag", "a tag such as en"))
    return None


def _passed_over(code: str, source: SourceArticle, field: Field, found: str, expected: str) -> Finding:
    where = f"{field.source}, line {field.line}" if field.line else field.source
    message = (
        f"{source.label}: {found} found in the {field.name} {field.value[:80]!r} ({where}), {expected} expected; "
        "correct it, it is left unset until then."
    )
    return Finding(code, message, source.document.path)
