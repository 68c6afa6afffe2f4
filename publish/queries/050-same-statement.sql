-- The same words in several articles
-- Utterances that more than one article quotes, most widely quoted first, with the outlets that have them.
SELECT
  s.statement_id,
  s.text,
  s.article_count,
  s.quote_count,
  group_concat(DISTINCT e.name) AS speakers,
  group_concat(DISTINCT o.name) AS outlets,
  min(a.published) AS first_published
FROM statements AS s
JOIN quotes AS q ON q.statement_id = s.statement_id
JOIN articles AS a ON a.article_id = q.article_id
LEFT JOIN outlets AS o ON o.outlet_id = a.outlet_id
LEFT JOIN entities AS e ON e.entity_id = q.speaker_id
WHERE s.article_count > 1
GROUP BY s.statement_id
ORDER BY s.article_count DESC, s.statement_id
LIMIT 200
