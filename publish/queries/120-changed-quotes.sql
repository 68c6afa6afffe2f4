-- Quotes that changed between versions
-- Articles that were read again after they had changed: each quote of the earlier version whose words are gone, and what the same speaker is quoted with in its place, if anything.
WITH versions AS (
  SELECT article_id AS now_id, previous_article_id AS then_id FROM articles WHERE previous_article_id IS NOT NULL
),
gone AS (
  SELECT v.now_id, q.*
  FROM versions AS v
  JOIN quotes AS q ON q.article_id = v.then_id
  WHERE NOT EXISTS (SELECT 1 FROM quotes AS n WHERE n.article_id = v.now_id AND n.text = q.text)
),
added AS (
  SELECT v.now_id, q.*
  FROM versions AS v
  JOIN quotes AS q ON q.article_id = v.now_id
  WHERE NOT EXISTS (SELECT 1 FROM quotes AS t WHERE t.article_id = v.then_id AND t.text = q.text)
),
pairs AS (
  SELECT
    g.now_id,
    g.quote_id,
    a.text,
    row_number() OVER (PARTITION BY g.now_id, g.quote_id ORDER BY abs(a.start_char - g.start_char)) AS nearness
  FROM gone AS g
  JOIN added AS a ON a.now_id = g.now_id AND a.speaker_id = g.speaker_id
)
SELECT
  g.now_id AS article_id,
  a.title AS article_title,
  a.url,
  e.name AS speaker,
  g.speaker_id,
  g.text AS earlier_quote,
  p.text AS quote_now,
  g.article_id AS earlier_article_id
FROM gone AS g
JOIN articles AS a ON a.article_id = g.now_id
LEFT JOIN entities AS e ON e.entity_id = g.speaker_id
LEFT JOIN pairs AS p ON p.now_id = g.now_id AND p.quote_id = g.quote_id AND p.nearness = 1
ORDER BY g.now_id DESC, g.start_char
LIMIT 200
