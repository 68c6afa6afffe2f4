-- Everything one person said
-- All quotes of everybody whose name contains what you enter, newest first. Any name somebody goes by will do.
SELECT s.quote_id, s.published, s.speaker, s.speaker_id, s.quote, s.kind, s.confidence, s.attribution, s.outlet,
  s.article_id, s.article_title
FROM said AS s
WHERE :name <> '' AND s.speaker_id IN (
  SELECT entity_id FROM entity_names WHERE name LIKE '%' || :name || '%'
  UNION
  SELECT entity_id FROM entities WHERE name LIKE '%' || :name || '%'
)
ORDER BY s.published DESC, s.article_id, s.start_char
LIMIT 500
