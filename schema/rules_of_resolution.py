"""What the rows promise about how entities came together: mentions, quotes and entities of articles agree."""

from __future__ import annotations

from onrecord.schema.rule import Rule

RESOLUTION: tuple[Rule, ...] = (
    Rule(
        "mentions",
        """SELECT m.paragraph_id, m.start_char, 'entity_id ' || m.entity_id, 'entity_id ' || a.entity_id
        FROM mentions AS m JOIN article_entities AS a ON a.article_entity_id = m.article_entity_id
        WHERE m.entity_id <> a.entity_id""",
    ),
    Rule(
        "mentions",
        """SELECT m.paragraph_id, m.start_char, 'article_entity_id of article_id ' || a.article_id,
            'article_id ' || p.article_id
        FROM mentions AS m JOIN article_entities AS a ON a.article_entity_id = m.article_entity_id
        JOIN paragraphs AS p ON p.paragraph_id = m.paragraph_id WHERE p.article_id <> a.article_id""",
    ),
    Rule(
        "quotes",
        """SELECT q.quote_id, 'speaker_id ' || coalesce(q.speaker_id, 'NULL'), 'speaker_id ' || a.entity_id
        FROM quotes AS q JOIN article_entities AS a ON a.article_entity_id = q.article_entity_id
        WHERE q.speaker_id IS NOT a.entity_id""",
    ),
    Rule(
        "quotes",
        """SELECT q.quote_id, 'article_entity_id of article_id ' || a.article_id, 'article_id ' || q.article_id
        FROM quotes AS q JOIN article_entities AS a ON a.article_entity_id = q.article_entity_id
        WHERE q.article_id <> a.article_id""",
    ),
)
