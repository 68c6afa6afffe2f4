CREATE TABLE article_authors (article_id INTEGER NOT NULL, ordinal INTEGER NOT NULL, author_id INTEGER NOT NULL, role TEXT NOT NULL,
  CONSTRAINT ck_article_authors_role CHECK (role IN ('author', 'contributor')),
  CONSTRAINT fk_article_authors_article_id FOREIGN KEY(article_id) REFERENCES articles (article_id),
  CONSTRAINT fk_article_authors_author_id FOREIGN KEY(author_id) REFERENCES authors (author_id),
  CONSTRAINT pk_article_authors PRIMARY KEY (article_id, ordinal)) WITHOUT ROWID, STRICT;
CREATE TABLE article_entities (article_entity_id INTEGER NOT NULL, article_entity_key TEXT NOT NULL, article_id INTEGER NOT NULL, entity_id INTEGER NOT NULL, name_key TEXT NOT NULL, type TEXT NOT NULL, name TEXT NOT NULL, form TEXT NOT NULL, is_short INTEGER NOT NULL, is_settled INTEGER NOT NULL, reason TEXT NOT NULL, score REAL NOT NULL,
  CONSTRAINT ck_article_entities_is_settled CHECK (is_settled IN (0, 1)),
  CONSTRAINT ck_article_entities_is_short CHECK (is_short IN (0, 1)),
  CONSTRAINT ck_article_entities_score CHECK (score BETWEEN 0 AND 1),
  CONSTRAINT ck_article_entities_type CHECK (type IN ('person', 'organisation', 'place', 'facility', 'event', 'work', 'group', 'unnamed')),
  CONSTRAINT fk_article_entities_article_id FOREIGN KEY(article_id) REFERENCES articles (article_id),
  CONSTRAINT fk_article_entities_entity_id FOREIGN KEY(entity_id) REFERENCES entities (entity_id),
  CONSTRAINT pk_article_entities PRIMARY KEY (article_entity_id),
  CONSTRAINT uq_article_entities_article_entity_key UNIQUE (article_entity_key)) STRICT;
CREATE TABLE article_fields (article_id INTEGER NOT NULL, ordinal INTEGER NOT NULL, name TEXT NOT NULL, value TEXT NOT NULL, source TEXT NOT NULL, line INTEGER, is_chosen INTEGER NOT NULL,
  CONSTRAINT ck_article_fields_is_chosen CHECK (is_chosen IN (0, 1)),
  CONSTRAINT ck_article_fields_source CHECK (source IN ('table', 'sidecar', 'front_matter', 'record', 'header', 'option', 'file_name', 'text')),
  CONSTRAINT fk_article_fields_article_id FOREIGN KEY(article_id) REFERENCES articles (article_id),
  CONSTRAINT pk_article_fields PRIMARY KEY (article_id, ordinal)) WITHOUT ROWID, STRICT;
CREATE TABLE articles (article_id INTEGER NOT NULL, article_key TEXT NOT NULL, text_key TEXT NOT NULL, document_id INTEGER NOT NULL, number INTEGER NOT NULL, title TEXT, byline TEXT, outlet_id INTEGER, published TEXT, url TEXT, url_key TEXT, language TEXT, word_count INTEGER NOT NULL, previous_article_id INTEGER,
  CONSTRAINT fk_articles_document_id FOREIGN KEY(document_id) REFERENCES documents (document_id),
  CONSTRAINT fk_articles_outlet_id FOREIGN KEY(outlet_id) REFERENCES outlets (outlet_id),
  CONSTRAINT fk_articles_previous_article_id FOREIGN KEY(previous_article_id) REFERENCES articles (article_id),
  CONSTRAINT pk_articles PRIMARY KEY (article_id),
  CONSTRAINT uq_articles_article_key UNIQUE (article_key)) STRICT;
CREATE TABLE authors (author_id INTEGER NOT NULL, name TEXT NOT NULL,
  CONSTRAINT pk_authors PRIMARY KEY (author_id),
  CONSTRAINT uq_authors_name UNIQUE (name)) STRICT;
CREATE TABLE decisions (decision_id INTEGER NOT NULL, kind TEXT NOT NULL, entity_key TEXT NOT NULL, other_key TEXT, value TEXT, decided_by TEXT NOT NULL, decided_at TEXT NOT NULL, reason TEXT NOT NULL, undone_at TEXT,
  CONSTRAINT ck_decisions_kind CHECK (kind IN ('same', 'different', 'rename', 'type', 'link')),
  CONSTRAINT ck_decisions_other_key CHECK ((kind IN ('rename', 'type', 'link')) = (other_key IS NULL)),
  CONSTRAINT ck_decisions_value CHECK ((kind IN ('same', 'different')) = (value IS NULL)),
  CONSTRAINT pk_decisions PRIMARY KEY (decision_id)) STRICT;
CREATE TABLE documents (document_id INTEGER NOT NULL, sha256 TEXT NOT NULL, ingest_run_id INTEGER NOT NULL, path TEXT NOT NULL, format TEXT NOT NULL, byte_count INTEGER NOT NULL,
  CONSTRAINT fk_documents_ingest_run_id FOREIGN KEY(ingest_run_id) REFERENCES ingest_runs (ingest_run_id),
  CONSTRAINT pk_documents PRIMARY KEY (document_id),
  CONSTRAINT uq_documents_sha256_path UNIQUE (sha256, path)) STRICT;
CREATE TABLE entities (entity_id INTEGER NOT NULL, entity_key TEXT NOT NULL, name TEXT NOT NULL, type TEXT NOT NULL, iso_code TEXT, geonames_id INTEGER, wikidata_id TEXT, latitude REAL, longitude REAL, article_count INTEGER NOT NULL, mention_count INTEGER NOT NULL, quote_count INTEGER NOT NULL,
  CONSTRAINT ck_entities_latitude CHECK (latitude BETWEEN -90 AND 90),
  CONSTRAINT ck_entities_longitude CHECK (longitude BETWEEN -180 AND 180),
  CONSTRAINT ck_entities_type CHECK (type IN ('person', 'organisation', 'place', 'facility', 'event', 'work', 'group', 'unnamed')),
  CONSTRAINT pk_entities PRIMARY KEY (entity_id),
  CONSTRAINT uq_entities_entity_key UNIQUE (entity_key)) STRICT;
CREATE TABLE entity_aliases (type TEXT NOT NULL, alias TEXT NOT NULL, form TEXT NOT NULL, article_count INTEGER NOT NULL,
  CONSTRAINT ck_entity_aliases_type CHECK (type IN ('person', 'organisation', 'place', 'facility', 'event', 'work', 'group', 'unnamed')),
  CONSTRAINT pk_entity_aliases PRIMARY KEY (type, alias, form)) WITHOUT ROWID, STRICT;
CREATE TABLE entity_names (entity_id INTEGER NOT NULL, name TEXT NOT NULL, mention_count INTEGER NOT NULL,
  CONSTRAINT fk_entity_names_entity_id FOREIGN KEY(entity_id) REFERENCES entities (entity_id),
  CONSTRAINT pk_entity_names PRIMARY KEY (entity_id, name)) WITHOUT ROWID, STRICT;
CREATE TABLE entity_titles (article_entity_id INTEGER NOT NULL, title TEXT NOT NULL,
  CONSTRAINT fk_entity_titles_article_entity_id FOREIGN KEY(article_entity_id) REFERENCES article_entities (article_entity_id),
  CONSTRAINT pk_entity_titles PRIMARY KEY (article_entity_id, title)) WITHOUT ROWID, STRICT;
CREATE TABLE findings (finding_id INTEGER NOT NULL, finding_key TEXT NOT NULL, ingest_run_id INTEGER NOT NULL, article_id INTEGER, path TEXT NOT NULL, code TEXT NOT NULL, message TEXT NOT NULL, start_char INTEGER, end_char INTEGER,
  CONSTRAINT ck_findings_span CHECK ((start_char IS NULL) = (end_char IS NULL) AND 0 <= start_char AND start_char < end_char),
  CONSTRAINT fk_findings_article_id FOREIGN KEY(article_id) REFERENCES articles (article_id),
  CONSTRAINT fk_findings_ingest_run_id FOREIGN KEY(ingest_run_id) REFERENCES ingest_runs (ingest_run_id),
  CONSTRAINT pk_findings PRIMARY KEY (finding_id),
  CONSTRAINT uq_findings_finding_key UNIQUE (finding_key)) STRICT;
CREATE TABLE ingest_runs (ingest_run_id INTEGER NOT NULL, started_at TEXT NOT NULL, finished_at TEXT, program_version TEXT NOT NULL, reader_version TEXT NOT NULL, article_count INTEGER NOT NULL, unchanged_count INTEGER NOT NULL, updated_count INTEGER NOT NULL, quote_count INTEGER NOT NULL, finding_count INTEGER NOT NULL,
  CONSTRAINT pk_ingest_runs PRIMARY KEY (ingest_run_id)) STRICT;
CREATE INDEX ix_article_authors_author_id ON article_authors (author_id);
CREATE INDEX ix_article_entities_article_id ON article_entities (article_id);
CREATE INDEX ix_article_entities_entity_id_article_id ON article_entities (entity_id, article_id);
CREATE INDEX ix_article_entities_form_type_is_short ON article_entities (form, type, is_short);
CREATE INDEX ix_article_entities_name_key_article_entity_key ON article_entities (name_key, article_entity_key);
CREATE INDEX ix_article_entities_type_form_is_short_article_id ON article_entities (type, form, is_short, article_id) WHERE is_settled = 0;
CREATE INDEX ix_articles_document_id_number ON articles (document_id, number);
CREATE INDEX ix_articles_outlet_id ON articles (outlet_id);
CREATE INDEX ix_articles_previous_article_id ON articles (previous_article_id);
CREATE INDEX ix_articles_published ON articles (published);
CREATE INDEX ix_articles_text_key ON articles (text_key);
CREATE INDEX ix_articles_url ON articles (url);
CREATE INDEX ix_articles_url_key ON articles (url_key);
CREATE INDEX ix_documents_path ON documents (path);
CREATE INDEX ix_entities_name ON entities (name);
CREATE INDEX ix_entities_quote_count ON entities (quote_count);
CREATE INDEX ix_entities_wikidata_id ON entities (wikidata_id);
CREATE INDEX ix_entity_aliases_type_form ON entity_aliases (type, form);
CREATE INDEX ix_entity_names_name ON entity_names (name);
CREATE INDEX ix_findings_article_id ON findings (article_id);
CREATE INDEX ix_mentions_article_entity_id ON mentions (article_entity_id);
CREATE INDEX ix_mentions_entity_id_paragraph_id ON mentions (entity_id, paragraph_id);
CREATE INDEX ix_quote_spans_paragraph_id ON quote_spans (paragraph_id);
CREATE INDEX ix_quotes_article_entity_id ON quotes (article_entity_id);
CREATE INDEX ix_quotes_article_id_start_char ON quotes (article_id, start_char);
CREATE INDEX ix_quotes_paragraph_id ON quotes (paragraph_id);
CREATE INDEX ix_quotes_speaker_id ON quotes (speaker_id);
CREATE INDEX ix_quotes_statement_id ON quotes (statement_id);
CREATE TABLE mentions (paragraph_id INTEGER NOT NULL, start_char INTEGER NOT NULL, end_char INTEGER NOT NULL, entity_id INTEGER NOT NULL, type TEXT NOT NULL, rule TEXT NOT NULL, article_entity_id INTEGER,
  CONSTRAINT ck_mentions_span CHECK ((start_char IS NULL) = (end_char IS NULL) AND 0 <= start_char AND start_char < end_char),
  CONSTRAINT ck_mentions_type CHECK (type IN ('person', 'organisation', 'place', 'facility', 'event', 'work', 'group', 'unnamed')),
  CONSTRAINT fk_mentions_article_entity_id FOREIGN KEY(article_entity_id) REFERENCES article_entities (article_entity_id),
  CONSTRAINT fk_mentions_entity_id FOREIGN KEY(entity_id) REFERENCES entities (entity_id),
  CONSTRAINT fk_mentions_paragraph_id FOREIGN KEY(paragraph_id) REFERENCES paragraphs (paragraph_id),
  CONSTRAINT pk_mentions PRIMARY KEY (paragraph_id, start_char)) WITHOUT ROWID, STRICT;
CREATE TABLE outlets (outlet_id INTEGER NOT NULL, name TEXT NOT NULL,
  CONSTRAINT pk_outlets PRIMARY KEY (outlet_id),
  CONSTRAINT uq_outlets_name UNIQUE (name)) STRICT;
CREATE TABLE paragraphs (paragraph_id INTEGER NOT NULL, article_id INTEGER NOT NULL, ordinal INTEGER NOT NULL, kind TEXT NOT NULL, rule TEXT NOT NULL, start_char INTEGER NOT NULL, end_char INTEGER NOT NULL, gap TEXT NOT NULL, text TEXT NOT NULL,
  CONSTRAINT ck_paragraphs_kind CHECK (kind IN ('title', 'byline', 'dateline', 'body', 'heading', 'caption', 'credit', 'boilerplate')),
  CONSTRAINT ck_paragraphs_span CHECK ((start_char IS NULL) = (end_char IS NULL) AND 0 <= start_char AND start_char < end_char),
  CONSTRAINT ck_paragraphs_text_fills_span CHECK (end_char - start_char = length(text)),
  CONSTRAINT fk_paragraphs_article_id FOREIGN KEY(article_id) REFERENCES articles (article_id),
  CONSTRAINT pk_paragraphs PRIMARY KEY (paragraph_id),
  CONSTRAINT uq_paragraphs_article_id_ordinal UNIQUE (article_id, ordinal)) STRICT;
CREATE VIRTUAL TABLE paragraphs_fts USING fts5(text, content="paragraphs", content_rowid="paragraph_id", tokenize="unicode61 remove_diacritics 2");
CREATE TABLE quote_spans (quote_id INTEGER NOT NULL, ordinal INTEGER NOT NULL, paragraph_id INTEGER NOT NULL, start_char INTEGER NOT NULL, end_char INTEGER NOT NULL,
  CONSTRAINT ck_quote_spans_span CHECK ((start_char IS NULL) = (end_char IS NULL) AND 0 <= start_char AND start_char < end_char),
  CONSTRAINT fk_quote_spans_paragraph_id FOREIGN KEY(paragraph_id) REFERENCES paragraphs (paragraph_id),
  CONSTRAINT fk_quote_spans_quote_id FOREIGN KEY(quote_id) REFERENCES quotes (quote_id),
  CONSTRAINT pk_quote_spans PRIMARY KEY (quote_id, ordinal)) WITHOUT ROWID, STRICT;
CREATE TABLE quotes (quote_id INTEGER NOT NULL, quote_key TEXT NOT NULL, article_id INTEGER NOT NULL, paragraph_id INTEGER NOT NULL, kind TEXT NOT NULL, text TEXT NOT NULL, start_char INTEGER NOT NULL, end_char INTEGER NOT NULL, cue TEXT, cue_start_char INTEGER, cue_end_char INTEGER, cue_class TEXT, speaker_as_written TEXT, speaker_start_char INTEGER, speaker_end_char INTEGER, speaker_id INTEGER, attribution TEXT NOT NULL, attribution_reason TEXT NOT NULL, continues_quote_id INTEGER, confidence REAL NOT NULL, statement_id INTEGER, article_entity_id INTEGER,
  CONSTRAINT ck_quotes_attribution CHECK (attribution IN ('named', 'pronoun', 'description', 'continued', 'none')),
  CONSTRAINT ck_quotes_class_has_cue CHECK ((cue IS NULL) <= (cue_class IS NULL)),
  CONSTRAINT ck_quotes_confidence CHECK (confidence BETWEEN 0 AND 1),
  CONSTRAINT ck_quotes_cue_class CHECK (cue_class IN ('says', 'announces', 'reveals', 'claims', 'admits', 'confirms', 'denies', 'declines', 'warns', 'accuses', 'criticises', 'praises', 'supports', 'opposes', 'asks', 'answers', 'demands', 'advises', 'promises', 'suggests', 'calls', 'thinks', 'expects', 'knows', 'wants', 'plans', 'fears', 'feels', 'shows', 'seems')),
  CONSTRAINT ck_quotes_cue_span CHECK ((cue_start_char IS NULL) = (cue_end_char IS NULL) AND 0 <= cue_start_char AND cue_start_char < cue_end_char),
  CONSTRAINT ck_quotes_kind CHECK (kind IN ('direct', 'mixed', 'indirect')),
  CONSTRAINT ck_quotes_none_has_no_speaker CHECK ((attribution = 'none') <= (speaker_id IS NULL)),
  CONSTRAINT ck_quotes_span CHECK ((start_char IS NULL) = (end_char IS NULL) AND 0 <= start_char AND start_char < end_char),
  CONSTRAINT ck_quotes_speaker_span CHECK ((speaker_start_char IS NULL) = (speaker_end_char IS NULL) AND 0 <= speaker_start_char AND speaker_start_char < speaker_end_char),
  CONSTRAINT fk_quotes_article_entity_id FOREIGN KEY(article_entity_id) REFERENCES article_entities (article_entity_id),
  CONSTRAINT fk_quotes_article_id FOREIGN KEY(article_id) REFERENCES articles (article_id),
  CONSTRAINT fk_quotes_continues_quote_id FOREIGN KEY(continues_quote_id) REFERENCES quotes (quote_id),
  CONSTRAINT fk_quotes_paragraph_id FOREIGN KEY(paragraph_id) REFERENCES paragraphs (paragraph_id),
  CONSTRAINT fk_quotes_speaker_id FOREIGN KEY(speaker_id) REFERENCES entities (entity_id),
  CONSTRAINT fk_quotes_statement_id FOREIGN KEY(statement_id) REFERENCES statements (statement_id),
  CONSTRAINT pk_quotes PRIMARY KEY (quote_id),
  CONSTRAINT uq_quotes_quote_key UNIQUE (quote_key)) STRICT;
CREATE VIRTUAL TABLE quotes_fts USING fts5(text, content="quotes", content_rowid="quote_id", tokenize="unicode61 remove_diacritics 2");
CREATE VIEW said AS SELECT q.quote_id AS quote_id, q.article_id AS article_id, a.title AS article_title, o.name AS outlet, a.published AS published, p.ordinal AS paragraph, q.kind AS kind, q.text AS quote, e.name AS speaker, q.speaker_id AS speaker_id, q.speaker_as_written AS speaker_as_written, q.cue AS cue, q.attribution AS attribution, q.confidence AS confidence, q.start_char AS start_char, q.end_char AS end_char, q.statement_id AS statement_id, q.cue_class AS cue_class FROM quotes AS q JOIN articles AS a ON a.article_id = q.article_id JOIN paragraphs AS p ON p.paragraph_id = q.paragraph_id LEFT JOIN outlets AS o ON o.outlet_id = a.outlet_id LEFT JOIN entities AS e ON e.entity_id = q.speaker_id;
CREATE TABLE statements (statement_id INTEGER NOT NULL, statement_key TEXT NOT NULL, text TEXT NOT NULL, quote_count INTEGER NOT NULL, article_count INTEGER NOT NULL,
  CONSTRAINT pk_statements PRIMARY KEY (statement_id),
  CONSTRAINT uq_statements_statement_key UNIQUE (statement_key)) STRICT;
