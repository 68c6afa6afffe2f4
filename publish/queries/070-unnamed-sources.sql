-- What sources nobody names said
-- Quotes of officials, witnesses and others whom the article describes but does not name, newest first.
SELECT q.quote_id, a.published, e.name AS source_as_described, q.text AS quote, q.kind, q.confidence, o.name AS outlet,
  a.article_id, a.title AS article_title
FROM entities AS e
JOIN quotes AS q ON q.speaker_id = e.entity_id
JOIN articles AS a ON a.article_id = q.article_id
LEFT JOIN outlets AS o ON o.outlet_id = a.outlet_id
WHERE e.type = 'unnamed'
ORDER BY a.published DESC, a.article_id DESC, q.start_char
LIMIT 500
