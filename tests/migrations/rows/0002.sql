-- The unreleased version's corpus: the one of 0001 with a note; at least one row in every table.
PRAGMA foreign_keys = ON;
BEGIN;
INSERT INTO outlets (outlet_id, name) VALUES
  (1, 'Coast Courier');
INSERT INTO authors (author_id, name) VALUES
  (1, 'Ida Lund');
INSERT INTO ingest_runs (ingest_run_id, started_at, finished_at, program_version, reader_version, article_count, unchanged_count, updated_count, quote_count, finding_count) VALUES
  (1, '2026-01-02T03:04:05Z', '2026-01-02T03:04:06Z', '0.1.0', 'none', 2, 0, 0, 3, 1);
INSERT INTO documents (document_id, sha256, ingest_run_id, path, format, byte_count) VALUES
  (1, '0000000000000000000000000000000000000000000000000000000000000000', 1, 'harbour.txt', 'text', 300);
INSERT INTO articles (article_id, article_key, text_key, document_id, number, title, byline, outlet_id, published, url, language, word_count) VALUES
  (1, 'article-1', 'text-1', 1, 1, 'Harbour stays open', NULL, 1, '2026-01', NULL, NULL, 20),
  (2, 'article-2', 'text-2', 1, 2, 'Ferry to sail in May 😀', NULL, 1, NULL, NULL, NULL, 20);
INSERT INTO article_authors (article_id, ordinal, author_id, role) VALUES
  (1, 1, 1, 'author');
INSERT INTO article_fields (article_id, ordinal, name, value, source, line, is_chosen) VALUES
  (1, 1, 'published', 'Jan 2026', 'header', 1, 1);
INSERT INTO paragraphs (paragraph_id, article_id, ordinal, kind, rule, start_char, end_char, gap, text) VALUES
  (11, 1, 1, 'title', 'given', 0, 18, '', 'Harbour stays open'),
  (12, 1, 2, 'body', 'given', 20, 83, '

', '“The harbour stays open,” Mara Ndjaména said. “It always will.”'),
  (13, 1, 3, 'body', 'given', 85, 158, '

', 'Ndjaména, who chairs the council, said the ferry would
sail again in May.'),
  (21, 2, 1, 'title', 'given', 0, 22, '', 'Ferry to sail in May 😀'),
  (22, 2, 2, 'body', 'given', 24, 69, '

', '“The harbour stays open,” said Mara
Ndjaména.');
INSERT INTO entities (entity_id, entity_key, name, type, iso_code, geonames_id, wikidata_id, latitude, longitude, article_count, mention_count, quote_count) VALUES
  (1, 'mara', 'Mara Ndjaména', 'person', NULL, NULL, NULL, NULL, NULL, 2, 3, 3);
INSERT INTO entity_names (entity_id, name, mention_count) VALUES
  (1, 'Mara Ndjaména', 2),
  (1, 'Ndjaména', 1);
INSERT INTO article_entities (article_entity_id, article_entity_key, article_id, entity_id, name_key, type, name, form, is_short, is_settled, reason, score) VALUES
  (1, 'mara-1', 1, 1, 'mara', 'person', 'Mara Ndjaména', 'mara ndjamena', 0, 1, 'It goes by this name.', 1.0);
INSERT INTO entity_titles (article_entity_id, title) VALUES
  (1, 'chair of the council');
INSERT INTO entity_aliases (type, alias, form, article_count) VALUES
  ('person', 'ndjamena', 'mara ndjamena', 1);
INSERT INTO decisions (decision_id, kind, entity_key, other_key, value, decided_by, decided_at, reason, undone_at) VALUES
  (1, 'rename', 'mara', NULL, 'Mara Ndjaména', 'Ida Lund', '2026-01-03T03:04:05Z', 'As she writes it.', NULL),
  (2, 'link', 'mara', NULL, 'Q7', 'Ida Lund', '2026-01-03T03:04:06Z', 'people.csv has the name.', NULL);
INSERT INTO mentions (paragraph_id, start_char, end_char, entity_id, type, rule) VALUES
  (12, 46, 59, 1, 'person', 'full_name'),
  (13, 85, 93, 1, 'person', 'full_name'),
  (22, 55, 68, 1, 'person', 'full_name');
INSERT INTO statements (statement_id, statement_key, text, quote_count, article_count) VALUES
  (1, 'open', 'The harbour stays open', 2, 2);
INSERT INTO quotes (quote_id, quote_key, article_id, paragraph_id, kind, text, start_char, end_char, cue, cue_start_char, cue_end_char, cue_class, speaker_as_written, speaker_start_char, speaker_end_char, speaker_id, attribution, attribution_reason, continues_quote_id, confidence, statement_id) VALUES
  (1, 'article-1-20', 1, 12, 'direct', '“The harbour stays open,” [...] “It always will.”', 20, 83, 'said', 60, 64, 'says', 'Mara Ndjaména', 46, 59, 1, 'named', 'Named beside the quote.', NULL, 0.9, 1),
  (2, 'article-1-124', 1, 13, 'indirect', 'the ferry would
sail again in May', 124, 157, 'said the', 119, 127, 'says', 'Ndjaména, who chairs', 85, 105, 1, 'named', 'Named beside the quote.', NULL, 0.9, NULL),
  (3, 'article-2-24', 2, 22, 'direct', '“The harbour stays open,”', 24, 49, 'said', 50, 54, 'says', 'Mara
Ndjaména', 55, 68, 1, 'named', 'Named beside the quote.', NULL, 0.9, 1);
INSERT INTO quote_spans (quote_id, ordinal, paragraph_id, start_char, end_char) VALUES
  (1, 1, 12, 20, 45),
  (1, 2, 12, 66, 83),
  (2, 1, 13, 124, 157),
  (3, 1, 22, 24, 49);
INSERT INTO findings (finding_id, finding_key, ingest_run_id, article_id, path, code, message, start_char, end_char) VALUES
  (1, 'finding-1', 1, 2, 'harbour.txt', 'no-date', 'No date was found.', 0, 5);
UPDATE quotes SET continues_quote_id = 1 WHERE quote_id = 2;
UPDATE quotes SET note = 'Said at the pier.' WHERE quote_id = 1;
INSERT INTO paragraphs_fts (rowid, text) SELECT paragraph_id, text FROM paragraphs;
INSERT INTO quotes_fts (rowid, text) SELECT quote_id, text FROM quotes;
COMMIT;
