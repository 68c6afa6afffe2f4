-- Everything one person said
-- All quotes of everybody whose name contains what you enter, newest first. Any name somebody goes by will do.
WITH people AS (
  SELECT entity_id FROM entity_names WHERE :name <> '' AND name LIKE '%' || :name || '%'
  UNION
  SELECT entity_id FROM entities WHERE :name <> '' AND name LIKE '%' || :name || '%'
), newest AS (
  SELECT q.quote_id
  FROM people
  JOIN quotes AS q ON q.speaker_id = people.entity_id
  JOIN articles AS a ON a.article_id = q.article_id
  ORDER BY a.published DESC, a.article_id DESC, q.start_char
  LIMIT 500
)
SELECT s.quote_id, s.published, s.speaker, s.speaker_id, s.quote, s.kind, s.confidence, s.attribution, s.outlet,
  s.article_id, s.article_title
FROM newest
JOIN said AS s ON s.quote_id = newest.quote_id
ORDER BY s.published DESC, s.article_id DESC, s.start_char
