"""Who may be one and who may be two: the pairs of entities most worth a look, as one query over a corpus.

It stands here because two ask it: ``onrecord review`` and the page of the site. Four questions are put together:

- names that were joined to an entity on less than certain evidence (a decision ``different`` would split them off);
- bare names that were left apart although somebody goes by them (``same`` would join them), with each whom they could
  be or, where nothing told that, whom most articles call so;
- an article that gives a full name another office than all others do and shares no company with them (``different``);
- entities that are linked to the same item elsewhere (``same``), or one entity whose names are linked to two items
  (``different``).

A pair that people decided about is in no doubt any more, whichever way they decided.
"""

from __future__ import annotations

# From this score on, what was joined is not asked about.
CERTAIN = 0.9

_JOINED = f"""SELECT 'different' AS kind, e.entity_key, e.name,
        CASE a.is_short WHEN 1 THEN a.article_entity_key ELSE a.name_key END AS other_key, min(a.name) AS other_name,
        count(q.quote_id) AS quotes, min(a.reason) AS question, min(a.score) AS score
    FROM article_entities AS a JOIN entities AS e ON e.entity_id = a.entity_id
    JOIN quotes AS q ON q.article_entity_id = a.article_entity_id
    WHERE a.score < {CERTAIN} AND e.entity_key NOT IN (a.name_key, a.article_entity_key)
    GROUP BY e.entity_id, CASE a.is_short WHEN 1 THEN a.article_entity_key ELSE a.name_key END"""
_BARE = """SELECT e.entity_id, e.entity_key, min(a.name) AS name, a.type, a.form, count(*) AS quotes,
        min(a.reason) AS question
    FROM article_entities AS a
    JOIN entities AS e ON e.entity_id = a.entity_id AND e.entity_key = a.article_entity_key
    JOIN quotes AS q ON q.article_entity_id = a.article_entity_id
    WHERE a.is_short = 1 AND a.type <> 'unnamed' GROUP BY e.entity_id"""
_EITHER = "bare.question LIKE 'It could be %'"
# Whom the most articles call so is looked up once a name, and one of its articles is enough to tell the entity.
_APART = f"""SELECT 'same', c.entity_key, c.name, bare.entity_key, bare.name, bare.quotes, bare.question, NULL
    FROM ({_BARE}) AS bare
    JOIN entities AS c ON c.entity_id = (
        SELECT o.entity_id FROM article_entities AS o
        WHERE o.type = bare.type AND o.is_short = 0 AND o.form = (
            SELECT n.form FROM entity_aliases AS n WHERE n.type = bare.type AND n.alias = bare.form
            ORDER BY n.article_count DESC, n.form LIMIT 1
        ) LIMIT 1
    )
    WHERE c.entity_id <> bare.entity_id AND NOT {_EITHER}"""
_ONE_OF_TWO = f"""SELECT 'same', c.entity_key, c.name, bare.entity_key, bare.name, bare.quotes, bare.question, NULL
    FROM ({_BARE}) AS bare
    JOIN entities AS c ON c.entity_id IN (
        SELECT (SELECT o.entity_id FROM article_entities AS o
            WHERE o.type = n.type AND o.form = n.form AND o.is_short = 0 LIMIT 1)
        FROM entity_aliases AS n WHERE n.type = bare.type AND n.alias = bare.form
    )
    WHERE {_EITHER} AND EXISTS (
        SELECT 1 FROM entity_names AS n WHERE n.entity_id = c.entity_id
        AND (instr(bare.question, ' be ' || n.name || ' or ') OR instr(bare.question, ' or ' || n.name || '.'))
    )"""
# The office in a title: the last word before what it is of. A name in more articles is seldom another person's.
_MOST = 50
_HEAD = "lower(title)"
for _joining in (" of ", " for ", " at ", " in "):
    _HEAD = f"substr({_HEAD}, 1, instr({_HEAD} || '{_joining}', '{_joining}') - 1)"
_OFFICES = f"""SELECT article_entity_id, title, replace(head, rtrim(head, replace(head, ' ', '')), '') AS office
    FROM (SELECT article_entity_id, title, {_HEAD} AS head FROM entity_titles)"""
_OTHER = "o.entity_id = a.entity_id AND o.article_id <> a.article_id"
_TITLE_THERE = f"""SELECT min(t.title) FROM article_entities AS o
    JOIN entity_titles AS t ON t.article_entity_id = o.article_entity_id WHERE {_OTHER}"""
_NAMESAKES = f"""SELECT 'different', e.entity_key, e.name, a.article_entity_key, a.name,
        (SELECT count(*) FROM quotes AS q WHERE q.article_entity_id = a.article_entity_id),
        'One article has “' || (SELECT min(t.title) FROM entity_titles AS t
            WHERE t.article_entity_id = a.article_entity_id) || '”, others “' || ({_TITLE_THERE})
            || '”, and nobody and nothing else is named in both.', a.score
    FROM entities AS e JOIN article_entities AS a ON a.entity_id = e.entity_id
    WHERE e.type = 'person' AND e.article_count BETWEEN 2 AND {_MOST} AND a.is_short = 0
    AND EXISTS (SELECT 1 FROM entity_titles AS t WHERE t.article_entity_id = a.article_entity_id)
    AND ({_TITLE_THERE}) IS NOT NULL
    AND (e.article_count > 2 OR EXISTS (
        SELECT 1 FROM article_entities AS o WHERE {_OTHER} AND o.article_entity_key < a.article_entity_key
    ))
    AND NOT EXISTS (
        SELECT 1 FROM article_entities AS o JOIN article_entities AS beside ON beside.article_id = o.article_id
        JOIN entities AS x ON x.entity_id = beside.entity_id
            AND x.type NOT IN ('group', 'unnamed') AND x.iso_code IS NULL AND x.entity_id <> a.entity_id
        WHERE {_OTHER} AND EXISTS (
            SELECT 1 FROM article_entities AS s WHERE s.article_id = a.article_id AND s.entity_id = x.entity_id
        )
    )
    AND NOT EXISTS (
        SELECT 1 FROM ({_OFFICES}) AS mine JOIN article_entities AS o ON {_OTHER}
        JOIN ({_OFFICES}) AS theirs ON theirs.article_entity_id = o.article_entity_id AND theirs.office = mine.office
        WHERE mine.article_entity_id = a.article_entity_id
    )"""
# Of two with one item, the one that is quoted less would go to the other.
_SAME_ITEM = """SELECT 'same', one.entity_key, one.name, other.entity_key, other.name, other.quote_count,
        'Both are linked to ' || one.wikidata_id || '.', NULL
    FROM entities AS one JOIN entities AS other ON other.wikidata_id = one.wikidata_id
        AND (one.quote_count, one.mention_count, other.entity_key)
            > (other.quote_count, other.mention_count, one.entity_key)
    WHERE one.iso_code IS NULL AND other.iso_code IS NULL"""
_TWO_ITEMS = """SELECT 'different', e.entity_key, e.name, d.entity_key, min(a.name),
        (SELECT count(*) FROM article_entities AS s JOIN quotes AS q ON q.article_entity_id = s.article_entity_id
            WHERE s.entity_id = e.entity_id AND s.name_key = d.entity_key),
        'It is linked to ' || e.wikidata_id || ', and this name of it to ' || d.value || '.', NULL
    FROM decisions AS d JOIN article_entities AS a ON a.name_key = d.entity_key AND a.is_short = 0
    JOIN entities AS e ON e.entity_id = a.entity_id
    WHERE d.kind = 'link' AND d.undone_at IS NULL AND d.value LIKE 'Q%' AND e.entity_key <> d.entity_key
        AND e.wikidata_id <> d.value GROUP BY d.decision_id, e.entity_id"""

# At stake are the quotes that would change their speaker, times the doubt; where nothing was joined, that is as good as
# the toss of a coin.
_STAKE = "quotes * (1 - coalesce(score, 0.5))"
# One row a doubt: the decision that would change it, both sides, the quotes, what the program did and why, and how sure
# it was (NULL where nothing was joined). Most at stake first; where many articles call somebody so, the next of them
# comes after all others had their turn.
DOUBTS = f"""SELECT kind, entity_key, name, other_key, other_name, quotes, question, score FROM (
    {_JOINED} UNION ALL {_APART} UNION ALL {_ONE_OF_TWO} UNION ALL {_NAMESAKES}
    UNION ALL {_SAME_ITEM} UNION ALL {_TWO_ITEMS}) AS doubt
    WHERE NOT EXISTS (
        SELECT 1 FROM decisions AS d WHERE d.kind IN ('same', 'different') AND d.undone_at IS NULL
        AND (d.entity_key, d.other_key)
            IN ((doubt.entity_key, doubt.other_key), (doubt.other_key, doubt.entity_key))
    )
    ORDER BY row_number() OVER (PARTITION BY kind, entity_key, other_name ORDER BY {_STAKE} DESC, other_key),
        {_STAKE} DESC, name, other_key"""
