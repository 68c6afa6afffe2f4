"""The one room that knows a model: it reads articles with a small encoder and says what it sees in them.

``load_reader`` gives the reader, loaded once and checked against its digests; ``Reader.read`` takes the settled text of
an article with its paragraphs and gives a ``Reading``: contents with the mentions that may have said them, cues, and
names with types. What a reading is stands in ``reading``, which is all that other rooms need to import. ``language_of``
tells the language of a text, ``contradicted`` where it is plainly another than somebody says.
"""

from __future__ import annotations

from onrecord.ingest.language.detect import contradicted, language_of
from onrecord.ingest.language.reader import Reader, load_reader
from onrecord.ingest.language.reading import Candidate, Content, Name, NameType, Reading

__all__ = [
    "Candidate",
    "Content",
    "Name",
    "NameType",
    "Reader",
    "Reading",
    "contradicted",
    "language_of",
    "load_reader",
]
