"""The view ``said``: the door for people who write SQL. One row a quote, with everything a citation needs."""

from __future__ import annotations

NAME = "said"

COMMENT = "One row is one thing said: who, which words, in which article, how we know and how sure."

# Each column with its words and what it is taken from.
COLUMNS: tuple[tuple[str, str, str], ...] = (
    ("quote_id", "q.quote_id", "Row number of the quote."),
    ("article_id", "q.article_id", "The article it stands in."),
    ("article_title", "a.title", "Headline of the article, where it has one."),
    ("outlet", "o.name", "Who published the article, where that is known."),
    ("published", "a.published", "Publication date in ISO 8601, as precise as it was given."),
    ("paragraph", "p.ordinal", "Place of the paragraph in the article, from 1."),
    ("kind", "q.kind", "direct: all words between quotation marks, or in a transcript; mixed: some; indirect: none."),
    ("quote", "q.text", "The words with their marks."),
    ("speaker", "e.name", "Who said it, by the fullest name known; empty where that cannot be told."),
    ("speaker_id", "q.speaker_id", "The speaker's row in entities."),
    ("speaker_as_written", "q.speaker_as_written", "The words beside the quote that name its speaker."),
    ("cue", "q.cue", "The words that introduce it, such as said or according to."),
    ("attribution", "q.attribution", "How the speaker was found: named, pronoun, description, continued or none."),
    ("confidence", "q.confidence", "How sure, 0 to 1, that these are words of this speaker."),
    ("start_char", "q.start_char", "Where it begins in the article's text, in code points from 0."),
    ("end_char", "q.end_char", "Where it ends (exclusive)."),
    ("statement_id", "q.statement_id", "The utterance it quotes; the same in all articles that quote it."),
    ("cue_class", "q.cue_class", "What kind of report the cue announces: says, denies, warns, asks, thinks ..."),
)

_SELECT = ",\n  ".join(f"{expression} AS {name}" for name, expression, _ in COLUMNS)

CREATE = f"""CREATE VIEW {NAME} AS
SELECT
  {_SELECT}
FROM quotes AS q
JOIN articles AS a ON a.article_id = q.article_id
JOIN paragraphs AS p ON p.paragraph_id = q.paragraph_id
LEFT JOIN outlets AS o ON o.outlet_id = a.outlet_id
LEFT JOIN entities AS e ON e.entity_id = q.speaker_id"""
