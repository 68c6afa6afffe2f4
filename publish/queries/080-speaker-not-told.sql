-- Quotes without a speaker
-- Quotes of which nobody could tell who said them, with the words beside them, for somebody to look at.
SELECT s.quote_id, s.quote, s.kind, s.speaker_as_written, s.cue, s.confidence, s.outlet, s.published, s.article_id, s.article_title
FROM said AS s
WHERE s.speaker_id IS NULL
ORDER BY s.confidence DESC, s.quote_id
LIMIT 500
