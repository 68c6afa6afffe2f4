"""Articles written for tests about speakers, with marks for names, sources and quotes."""

from __future__ import annotations

import re

from marked_names import KINDS

from onrecord.ingest.entities import find_entities, name_speakers
from onrecord.ingest.language.reading import Name
from onrecord.ingest.records import Quote
from onrecord.ingest.spans import Span


def speakers_of(text: str) -> list[tuple[str | None, str]]:
    """Speaker and attribution of every quote of a case.

    The notation: [P Jane Roe] is a name, {the source} the mention beside a quote, "..." the quote itself; a quote with
    no source since the last one goes on from the quote before.
    """
    plain, names, sources, contents = "", [], [], []
    for part in re.split(r'(\[[POLG] [^\]]+\]|[{}]|"[^"]+")', text):
        if re.match(r"\[[POLG] ", part):
            names.append(Name(Span(len(plain), len(plain) + len(part) - 4), KINDS[part[1]], 1.0))
            plain += part[3:-1]
        elif part == "{":
            sources.append([len(plain)])
        elif part == "}":
            sources[-1].append(len(plain))
        else:
            if part.startswith('"'):
                contents.append(Span(len(plain), len(plain) + len(part)))
            plain += part
    quotes: list[Quote] = []
    unused = [Span(*source) for source in sources]
    for number, content in enumerate(contents):
        source = unused.pop(0) if unused and _nearer(unused[0], content, contents) else None
        continues = number - 1 if source is None and number else None
        quotes.append(Quote("direct", (content,), source, None, continues, 1.0))
    named, mentions = find_entities(plain, names)
    entities, speakers = name_speakers(plain, quotes, named, mentions)
    return [(None if s.entity is None else entities[s.entity].name, s.attribution) for s in speakers]


def _nearer(source: Span, content: Span, contents: list[Span]) -> bool:
    """True where the source stands before the quote that follows the content."""
    later = [other for other in contents if other.start > content.start]
    return source.start < content.start or not later or source.end < later[0].start
