"""What the exports of press databases have in common: dates with weekdays, names of languages, labelled lines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from onrecord.ingest.readers.html_blocks import joined
from onrecord.ingest.readers.reader import Read, finding
from onrecord.ingest.records import Document, Field, SourceArticle

_MONTH = r"[^\W\d_]{3,10}\.?"
_WEEKDAY = r"(?:[^\W\d_]{3,12}\.?,?\s+)?"
_CLOCK = r"(?P<clock>\d{1,2}:\d{2}(?::\d{2})?\s?(?:[AaPp]\.?[Mm]\.?)?(?:\s(?:GMT|UTC))?)?"
_YEAR = r"(?:1[5-9]|20)\d\d"
_DATE = re.compile(
    rf"{_WEEKDAY}(?P<date>{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+{_YEAR}|"
    rf"\d{{1,2}}(?:er|\.|º)?\s+(?:de\s+)?{_MONTH},?\s+(?:de\s+)?{_YEAR}|{_YEAR}-\d\d-\d\d)"
    rf"(?!\d),?\s*{_WEEKDAY}{_CLOCK}"
)
_BY = re.compile(r"^(?i:by|von|par|por|av)\s+(?=\S)")
# Names that the databases give languages -> BCP 47.
_LANGUAGES: Final = {
    name: code
    for code, names in {
        "en": "english anglais englisch inglés inglese",
        "fr": "french français francais französisch francés",
        "de": "german allemand deutsch alemán tedesco",
        "es": "spanish espagnol spanisch español espanol",
        "it": "italian italien italiano italienisch",
        "pt": "portuguese portugais português portugiesisch",
        "nl": "dutch néerlandais nederlands niederländisch",
        "sv": "swedish svenska schwedisch",
        "da": "danish dansk dänisch",
        "no": "norwegian norsk norwegisch",
        "pl": "polish polski polnisch",
        "ru": "russian russe russisch",
        "zh": "chinese chinois chinesisch",
        "ja": "japanese japonais japanisch",
        "ar": "arabic arabe arabisch",
        "tr": "turkish türkçe türkisch",
    }.items()
    for name in names.split()
}


def date_in(line: str) -> str | None:
    """The date that a line begins with, its weekday left out, with the time after it; None where there is none.

    >>> date_in("July 1, 2019 Monday 9:20 AM GMT")
    'July 1, 2019 9:20 AM GMT'
    """
    match = _DATE.match(line.strip())
    return None if match is None else f"{match['date']} {match['clock'] or ''}".strip()


def language_code(name: str) -> str | None:
    """The tag of a language by the name a database gives it ("ENGLISH; ENGLISHS"), or None."""
    words = re.findall(r"[^\W\d_]+", name.lower())
    if len(words) == 1 and len(words[0]) == 2:
        return str(words[0])
    return next((_LANGUAGES[word] for word in words if word in _LANGUAGES), None)


def without_by(byline: str) -> str:
    """A byline without its "By"."""
    return _BY.sub("", byline.strip())


def record(**values: str | None) -> tuple[Field, ...]:
    """The fields that have a value, in the order given, as the file's own record says them."""
    folded = ((name, " ".join(value.split()) if value else "") for name, value in values.items())
    return tuple(Field(name, value, "record") for name, value in folded if value)


def article(
    document: Document, number: int, paragraphs: Iterable[str], said: Sequence[Field], given: Sequence[Field]
) -> SourceArticle | None:
    """An article of paragraphs, parted by blank lines, or None where they hold no word."""
    text, _ = joined((paragraph, None) for paragraph in paragraphs)
    return SourceArticle(document, number, text, (*given, *said)) if any(map(str.isalnum, text)) else None


def gathered(document: Document, articles: Iterable[SourceArticle | None], what: str) -> Read:
    """The articles of an export; a finding for those without text.

    In: ``what`` is being read, such as "Factiva export". Articles are numbered in order.
    """
    whole: list[SourceArticle] = []
    empty = 0
    for one in articles:
        if one is None:
            empty += 1
        else:
            whole.append(SourceArticle(one.document, len(whole) + 1, one.text, one.fields, one.kinds))
    if whole and not empty:
        return tuple(whole), ()
    found = f"{empty} of {empty + len(whole)} articles without text" if empty else "no article"
    remedy = "leave those out or get them anew"
    trouble = finding("no-words", document.path, f"{found} in this {what}", "articles with text", remedy)
    return tuple(whole), (trouble,)
