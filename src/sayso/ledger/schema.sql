-- The ledger, schema 3. What each table and column means stands in docs/ledger.md.
-- Numbers: reports.report counts reports in the order in which they were added; an event's number is its report's
-- number times 10000 plus its place in the report; a claim has the number of its first event.

CREATE TABLE meta (key VARCHAR, value VARCHAR);

CREATE TABLE reports (
  report BIGINT, report_id VARCHAR, version VARCHAR, current BOOLEAN, published DATE,
  publisher VARCHAR, publisher_key VARCHAR, publisher_family VARCHAR, agency_key VARCHAR, agency VARCHAR,
  title VARCHAR, url VARCHAR, language VARCHAR, byline VARCHAR, dateline_place VARCHAR, dateline_agency VARCHAR,
  credits VARCHAR[], characters INTEGER, text VARCHAR, raw_digest VARCHAR, text_digest VARCHAR, made_by VARCHAR,
  added TIMESTAMP);

CREATE TABLE actors (key VARCHAR, name VARCHAR, kind VARCHAR, country VARCHAR, code VARCHAR, wikidata VARCHAR,
  family VARCHAR, report BIGINT);

CREATE TABLE statements (
  statement_id VARCHAR, report BIGINT, source VARCHAR, source_class VARCHAR, speaker_keys VARCHAR[], cue VARCHAR,
  content VARCHAR, quotes VARCHAR[], manner VARCHAR, stance VARCHAR, addressee VARCHAR, venue VARCHAR,
  parent_id VARCHAR, chain VARCHAR, origin_keys VARCHAR[], starts INTEGER);

CREATE TABLE events (
  event BIGINT, event_id VARCHAR, report BIGINT, type VARCHAR, mode VARCHAR, quad VARCHAR, cameo VARCHAR,
  contexts VARCHAR[], actors VARCHAR[], actor_keys VARCHAR[], actor_countries VARCHAR[], recipients VARCHAR[],
  recipient_keys VARCHAR[], recipient_countries VARCHAR[], date_start DATE, date_end DATE, date_precision VARCHAR,
  date_text VARCHAR, place VARCHAR, geonames BIGINT, lat DOUBLE, lon DOUBLE, country VARCHAR,
  place_precision INTEGER, polarity VARCHAR, time VARCHAR, certainty VARCHAR, status VARCHAR, sentence VARCHAR,
  trigger VARCHAR, starts INTEGER, confidence DOUBLE);

CREATE TABLE figures (event BIGINT, what VARCHAR, low BIGINT, best BIGINT, high BIGINT, speaker_key VARCHAR,
  speaker VARCHAR, words VARCHAR);

CREATE TABLE voices (event BIGINT, origin_key VARCHAR, origin VARCHAR, family VARCHAR, stance VARCHAR,
  relays VARCHAR[], chain VARCHAR, statement_id VARCHAR, words VARCHAR);

CREATE TABLE sightings (event BIGINT, claim BIGINT, report BIGINT, relation VARCHAR, score DOUBLE, proof VARCHAR);

CREATE TABLE claims (
  claim BIGINT, claim_id VARCHAR, standing VARCHAR, standing_why VARCHAR, disputed_with VARCHAR[],
  type VARCHAR, mode VARCHAR, planned BOOLEAN, actors VARCHAR[], actor_keys VARCHAR[],
  recipients VARCHAR[], recipient_keys VARCHAR[], countries VARCHAR[], place VARCHAR, country VARCHAR, lat DOUBLE,
  lon DOUBLE, date_start DATE, date_end DATE, first_published DATE, last_published DATE,
  n_reports INTEGER, n_copies INTEGER, n_origins INTEGER, n_independent INTEGER, n_denials INTEGER,
  n_conflicts INTEGER, killed_low BIGINT, killed_best BIGINT, killed_high BIGINT, injured_low BIGINT,
  injured_best BIGINT, injured_high BIGINT, words VARCHAR);

CREATE TABLE claim_origins (claim BIGINT, origin_key VARCHAR, origin VARCHAR, family VARCHAR, reports INTEGER,
  first_published DATE, independent BOOLEAN, origin_group VARCHAR, why VARCHAR);

CREATE TABLE copies (report BIGINT, original BIGINT, kind VARCHAR, jaccard DOUBLE, containment DOUBLE,
  same_quotes INTEGER, why VARCHAR);

CREATE TABLE merges (merge BIGINT, kind VARCHAR, claim BIGINT, event BIGINT, into_claim BIGINT, score DOUBLE,
  proof VARCHAR, decided_by VARCHAR, decided_at TIMESTAMP, withdrawn_by VARCHAR, withdrawn_at TIMESTAMP);

CREATE TABLE notices (report BIGINT, kind VARCHAR, words VARCHAR, starts INTEGER);

CREATE TABLE history (report BIGINT, step INTEGER, kind VARCHAR, claim BIGINT, detail VARCHAR, told_at TIMESTAMP);

CREATE TABLE refusals (stage VARCHAR, what VARCHAR, why VARCHAR, refused_at TIMESTAMP);

-- How reports and events find one another: hashes, for the machine only.
CREATE TABLE traces (key BIGINT, report BIGINT);
CREATE TABLE blocks (key BIGINT, event BIGINT);
CREATE TABLE frames (event BIGINT, frame VARCHAR);

-- Views: every one joins on claim_id, event_id or report_id.
CREATE VIEW origins AS
  SELECT 'c' || o.claim // 10000 || '.' || o.claim % 10000 AS claim_id, o.* EXCLUDE (claim), c.standing
  FROM claim_origins o JOIN claims c USING (claim);

CREATE VIEW voiced AS
  SELECT 'c' || s.claim // 10000 || '.' || s.claim % 10000 AS claim_id, s.relation, r.report_id, r.version,
    r.published, r.publisher, r.current, r.added, e.event_id, v.* EXCLUDE (event), k.original AS copy_of
  FROM voices v JOIN sightings s USING (event) JOIN events e USING (event) JOIN reports r ON r.report = s.report
  LEFT JOIN copies k ON k.report = r.report;

CREATE VIEW denials AS SELECT * EXCLUDE (stance) FROM voiced WHERE stance = 'denies' AND current;

CREATE VIEW timeline AS
  SELECT 'c' || s.claim // 10000 || '.' || s.claim % 10000 AS claim_id, r.published, r.publisher, r.report_id,
    r.version, r.current, r.added, e.event_id, e.date_start, e.date_end, s.relation, e.polarity, e.status, e.sentence,
    k.original IS NOT NULL AS copy
  FROM sightings s JOIN events e USING (event) JOIN reports r ON r.report = s.report
  LEFT JOIN copies k ON k.report = r.report ORDER BY r.published, r.report;
