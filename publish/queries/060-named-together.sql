-- Who is named together
-- People, organisations and places in the same paragraphs as the one you name, most often first.
SELECT other.entity_id, other.name, other.type, count(DISTINCT m.paragraph_id) AS paragraphs
FROM entity_names AS n
JOIN mentions AS one ON one.entity_id = n.entity_id
JOIN mentions AS m ON m.paragraph_id = one.paragraph_id AND m.entity_id <> one.entity_id
JOIN entities AS other ON other.entity_id = m.entity_id
WHERE n.name = :name AND other.type <> 'unnamed'
GROUP BY other.entity_id
ORDER BY paragraphs DESC, other.name
LIMIT 100
