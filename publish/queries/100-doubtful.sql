-- Check these first
-- The quotes the machine is least sure of. Read them in their articles before you rely on them.
SELECT s.quote_id, s.confidence, s.quote, s.kind, s.speaker, s.speaker_id, s.attribution, s.article_id, s.article_title
FROM said AS s
ORDER BY s.confidence, s.quote_id
LIMIT 200
