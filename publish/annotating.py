"""Quotes as web annotations: what other programs need to find the very words, here or in another copy of the text.

Source: Web Annotation Data Model (W3C Recommendation, 2017), https://www.w3.org/TR/annotation-model/, sections 4.2.4
(TextQuoteSelector) and 4.2.5 (TextPositionSelector).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

# So many characters before and after tell the words from the same words elsewhere in the article.
CONTEXT = 40
_TYPES = {"person": "Person", "organisation": "Organization", "place": "Place"}


def target(source: str, paragraph: Any, place: tuple[int, int], context: int) -> dict[str, Any]:
    """Where one piece of a quote stands.

    In: the article's address; the paragraph's row (text, start_char); the piece; how many characters around it may be
    shown. Offsets: code points into the article.
    """
    start, end = place
    text, offset = paragraph["text"], paragraph["start_char"]
    here, there = start - offset, end - offset
    quoted = {
        "type": "TextQuoteSelector",
        "exact": text[here:there],
        "prefix": text[max(here - context, 0) : here],
        "suffix": text[there : there + context],
    }
    return {"source": source, "selector": [quoted, {"type": "TextPositionSelector", "start": start, "end": end}]}


def annotation(
    quote: Any, targets: Sequence[dict[str, Any]], address: str, speaker_address: str | None
) -> dict[str, Any]:
    """One quote as an annotation: its pieces are the targets; kind, speaker and confidence the bodies."""
    bodies: list[dict[str, Any]] = [
        {"type": "TextualBody", "purpose": "classifying", "value": f"{quote['kind']} quote"},
        {
            "type": "TextualBody",
            "purpose": "describing",
            "value": f"{quote['attribution_reason']} Confidence {quote['confidence']:.2f}.",
        },
    ]
    if speaker_address:
        kind = _TYPES.get(quote["speaker_type"], "Thing")
        speaker = {"id": speaker_address, "type": f"schema:{kind}", "schema:name": quote["speaker"]}
        bodies.append({"type": "SpecificResource", "purpose": "identifying", "source": speaker})
    return {"id": address, "type": "Annotation", "motivation": "identifying", "body": bodies, "target": list(targets)}


def collection(
    address: str,
    quotes: Sequence[Any],
    targets: Mapping[int, Sequence[dict[str, Any]]],
    link: Callable[[str, str], str],
) -> dict[str, Any]:
    """All quotes of an article as one page of annotations.

    In: the page's address, the quotes' rows, the targets by quote number, and a function from page name and key to an
    address.
    """
    items = [
        annotation(
            quote,
            targets.get(quote["quote_id"], ()),
            link("quote", quote["quote_key"]),
            link("entity", quote["speaker_key"]) if quote["speaker_key"] else None,
        )
        for quote in quotes
    ]
    context = ["http://www.w3.org/ns/anno.jsonld", {"schema": "https://schema.org/"}]
    return {"@context": context, "id": address, "type": "AnnotationPage", "items": items}
