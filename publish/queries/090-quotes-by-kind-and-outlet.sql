-- How outlets quote
-- For every outlet: how many quotes are direct, mixed and indirect, and how many have no known speaker.
SELECT
  coalesce(o.name, '(outlet not told)') AS outlet,
  count(DISTINCT a.article_id) AS articles,
  count(q.quote_id) AS quotes,
  sum(q.kind = 'direct') AS direct,
  sum(q.kind = 'mixed') AS mixed,
  sum(q.kind = 'indirect') AS indirect,
  sum(q.speaker_id IS NULL) AS speaker_not_told
FROM articles AS a
LEFT JOIN quotes AS q ON q.article_id = a.article_id
LEFT JOIN outlets AS o ON o.outlet_id = a.outlet_id
GROUP BY o.outlet_id
ORDER BY quotes DESC
