"""Which language a text is written in, where nobody says so.

Source: py3langid (Barbaresi 2022), after langid.py (Lui and Baldwin 2012): naive Bayes over byte n-grams, 97 languages.
"""

from __future__ import annotations

from functools import cache
from typing import Final

from py3langid.langid import MODEL_FILE, LanguageIdentifier

_FEWEST_LETTERS: Final = 60  # below this a headline in capitals may look like anything
_LOOKED_AT: Final = 3000  # characters; more changes nothing
_SURE: Final = 0.9


def language_of(text: str) -> str | None:
    """The language of a text as a tag (ISO 639), or None.

    Unsure: a short text and a mixed one have none.
    """
    some = text[:_LOOKED_AT]
    if sum(map(str.isalpha, some)) < _FEWEST_LETTERS:
        return None
    language, probability = _identifier().classify(some)
    return str(language) if probability >= _SURE else None


@cache
def _identifier() -> LanguageIdentifier:
    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
