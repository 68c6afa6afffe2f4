-- Search what was said
-- Quotes that hold the words, best match first. A "phrase in quotation marks", begin* and -without work.
SELECT
  q.quote_id,
  snippet(quotes_fts, 0, '⟦', '⟧', ' … ', 64) AS match,
  e.name AS speaker,
  q.kind,
  q.confidence,
  a.article_id,
  a.title AS article_title,
  o.name AS outlet,
  a.published
FROM quotes_fts
JOIN quotes AS q ON q.quote_id = quotes_fts.rowid
JOIN articles AS a ON a.article_id = q.article_id
LEFT JOIN outlets AS o ON o.outlet_id = a.outlet_id
LEFT JOIN entities AS e ON e.entity_id = q.speaker_id
WHERE quotes_fts MATCH search_words(:words)
ORDER BY quotes_fts.rank
LIMIT 100
