"""The two layouts of LexisNexis, whatever file they come in: a list of blocks becomes an article.

Old (TXT, HTML): ``N of M DOCUMENTS``, outlet, date, title, ``LABEL: value`` lines, body, more labels, copyright.
New (DOCX of Nexis Uni and Lexis+): title, outlet, date, copyright, ``Label: value`` lines, ``Body``, body, more labels,
``End of Document``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from onrecord.ingest.readers.press import article, date_in, language_code, record, without_by
from onrecord.ingest.records import Document, Field, SourceArticle

_LABEL = re.compile(r"(?P<label>[^\W\d_][^\W\d_ -]*(?:[ -][^\W\d_]+){0,2})\s?:\s*(?P<value>.*)", re.DOTALL)
_COPYRIGHT = re.compile(r"(?i)(?:copyright|\(c\)|©|copy)\s.{0,20}(?:19|20)\d\d")
COUNT: Final = re.compile(r"\s*\d+ (?:of|de|von|sur|di) [\d,.]+ (?:DOCUMENTS?|DOKUMENTEN?|DOCUMENTOS?|DOCUMENTI)\s*")
_EDITION = re.compile(r"(?i).*\bedition\b.*|correction appended")
BODY: Final = frozenset({"body", "volltext", "cuerpo", "corps", "texte intégral", "testo"})
END: Final = re.compile(r"(?i)end of document|ende des dokuments?|fin du document|fin del documento|fine del documento")

_BYLINE: Final = frozenset("byline autor auteur author autore".split())
_BEFORE: Final = _BYLINE | frozenset(
    "section length highlight dateline series rubrik länge rubrique longueur sección longitud teaser kicker "
    "publication-type publication ausgabe edition encart".split()
)
_LANGUAGE: Final = frozenset("language sprache langue idioma lingua".split())
_AFTER: Final = _LANGUAGE | frozenset(
    "load-date date-chargement publication-type type-publication publikationstyp graphic graphique subject sujet "
    "organization organisation company ticker industry person geographic localisation-geo city state country "
    "notes correction-date correction correction-appended distribution journal-code document-type classification "
    "update url category type secteur société personne zeitungs-code dokumenttyp illustration".split()
)
# Labels that stand alone, their values below.
_BARE: Final = frozenset({"Classification", "Graphic", "Correction", "Klassifikation"})


def old_layout(document: Document, blocks: Sequence[str], given: tuple[Field, ...]) -> SourceArticle | None:
    """The article of the blocks between two counting lines; None where there is no text.

    In: blocks without the counting line; a label stands at the beginning of its block.
    Unsure: without a date line, the first block is outlet and the second title.
    """
    blocks = [block for block in blocks if block.strip()]
    dated = next((at for at, block in enumerate(blocks[:5]) if date_in(block)), None)
    first_label = next((at for at, block in enumerate(blocks) if _labelled(block, _BEFORE)), len(blocks))
    begins = 1 if dated is None else dated + 1
    at = first_label if first_label < len(blocks) else min(begins + 1, len(blocks))
    head = [block for block in blocks[begins:at] if not _EDITION.fullmatch(block.strip())]
    labels: dict[str, str] = {}
    while at < len(blocks) and (said := _labelled(blocks[at], _BEFORE)):
        labels.setdefault(*said)
        at += 1
    body, after = _until_label(blocks[at:])
    said_fields = record(
        title=" ".join(head),
        outlet=blocks[0] if dated != 0 and blocks else None,
        published=None if dated is None else date_in(blocks[dated]),
        byline=_byline(labels),
        language=_language(after),
    )
    return article(document, 1, body, said_fields, given)


def new_layout(document: Document, blocks: Sequence[str], given: tuple[Field, ...]) -> SourceArticle | None:
    """The article of the blocks between two ends of documents; None where there is no text.

    In: blocks without the end line; before the first article the search and its list of titles may stand, so the head
    is read upwards from the line ``Body``.
    """
    blocks = [block for block in blocks if block.strip()]
    body_at = next((at for at, block in enumerate(blocks) if block.strip().lower() in BODY), None)
    if body_at is None:
        return None
    dated = next((at for at in range(body_at - 1, -1, -1) if date_in(blocks[at])), None)
    labels = dict(said for block in blocks[dated or 0 : body_at] if (said := _labelled(block, _BEFORE)))
    body, after = _until_label(blocks[body_at + 1 :])
    said_fields = record(
        title=blocks[dated - 2] if dated is not None and dated > 1 else None,
        outlet=blocks[dated - 1] if dated else None,
        published=None if dated is None else date_in(blocks[dated]),
        byline=_byline(labels),
        language=_language({**labels, **after}),
    )
    return article(document, 1, body, said_fields, given)


def _until_label(blocks: Sequence[str]) -> tuple[list[str], dict[str, str]]:
    """The body, and what the labels after it say."""
    ends = next(
        (
            at
            for at, block in enumerate(blocks)
            if _labelled(block, _AFTER) or block.strip() in _BARE or _COPYRIGHT.match(block)
        ),
        len(blocks),
    )
    after = dict(said for block in blocks[ends:] if (said := _labelled(block, _AFTER)))
    return [block.strip() for block in blocks[:ends]], after


def _labelled(block: str, names: frozenset[str]) -> tuple[str, str] | None:
    """Label (in lower case) and value of a block that begins with one of these labels, or None."""
    match = _LABEL.match(block.strip())
    label = match["label"].lower().replace(" ", "-") if match else ""
    return (label, match["value"].strip()) if match and label in names else None


def _byline(labels: dict[str, str]) -> str:
    return without_by(next((value for label, value in labels.items() if label in _BYLINE), ""))


def _language(labels: dict[str, str]) -> str | None:
    return next((language_code(value) for label, value in labels.items() if label in _LANGUAGE), None)
