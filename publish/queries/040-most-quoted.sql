-- Who is quoted most
-- People and other named speakers with the number of their quotes and of the articles that name them.
SELECT entity_id, name, type, quote_count, article_count, mention_count
FROM entities
WHERE quote_count > 0 AND type <> 'unnamed'
ORDER BY quote_count DESC, name
LIMIT 200
