-- Search the whole text
-- Paragraphs of every kind that hold the words, best match first. A "phrase in quotation marks", begin* and -without work.
SELECT
  a.article_id,
  a.title AS article_title,
  p.ordinal AS paragraph,
  p.kind,
  snippet(paragraphs_fts, 0, '⟦', '⟧', ' … ', 48) AS match,
  o.name AS outlet,
  a.published
FROM paragraphs_fts
JOIN paragraphs AS p ON p.paragraph_id = paragraphs_fts.rowid
JOIN articles AS a ON a.article_id = p.article_id
LEFT JOIN outlets AS o ON o.outlet_id = a.outlet_id
WHERE paragraphs_fts MATCH search_words(:words)
ORDER BY paragraphs_fts.rank
LIMIT 100
