-- The first schema of a book. Released migrations are never edited.
-- Choices are stored; points, totals, means and stars are derived (rules in C, the two views at the end in SQL).

-- ------------------------------------------------------------------ law: frozen copies of shipped data

CREATE TABLE regulation (
  id TEXT PRIMARY KEY, digest TEXT NOT NULL CHECK (length (digest) = 64),
  number TEXT NOT NULL, title TEXT NOT NULL, date TEXT NOT NULL, valid_from TEXT NOT NULL, valid_to TEXT,
  code_pattern TEXT NOT NULL, certificate_months INTEGER NOT NULL,
  renewal_from_days INTEGER NOT NULL, renewal_to_days INTEGER NOT NULL,
  quorum_num INTEGER NOT NULL, quorum_den INTEGER NOT NULL CHECK (quorum_den > 0),
  chair_required INTEGER NOT NULL, spread_limit INTEGER NOT NULL, spread_inclusive INTEGER NOT NULL,
  minimum_rule TEXT NOT NULL CHECK (minimum_rule IN ('mean', 'majority', 'every'))
) STRICT;

CREATE TABLE band (
  regulation TEXT NOT NULL REFERENCES regulation (id), position INTEGER NOT NULL,
  stars INTEGER NOT NULL CHECK (stars BETWEEN 0 AND 5), from_points INTEGER NOT NULL,
  PRIMARY KEY (regulation, position)
) STRICT;

CREATE TABLE level (
  regulation TEXT NOT NULL REFERENCES regulation (id), position INTEGER NOT NULL, id TEXT NOT NULL,
  name TEXT NOT NULL, name_en TEXT NOT NULL, unit_kind TEXT NOT NULL,
  forward_from INTEGER, -- NULL: sends nothing up
  PRIMARY KEY (regulation, id)
) STRICT;

CREATE TABLE level_star (
  regulation TEXT NOT NULL, level TEXT NOT NULL, stars INTEGER NOT NULL,
  PRIMARY KEY (regulation, level, stars), FOREIGN KEY (regulation, level) REFERENCES level (regulation, id)
) STRICT;

CREATE TABLE regulation_round (
  regulation TEXT NOT NULL REFERENCES regulation (id), position INTEGER NOT NULL, id TEXT NOT NULL,
  level TEXT NOT NULL, no INTEGER NOT NULL, month INTEGER NOT NULL, submit_by TEXT, finish_by TEXT,
  PRIMARY KEY (regulation, id)
) STRICT;

CREATE TABLE paper_kind (
  regulation TEXT NOT NULL REFERENCES regulation (id), position INTEGER NOT NULL, id TEXT NOT NULL,
  title TEXT NOT NULL, title_en TEXT NOT NULL, required INTEGER NOT NULL, expires INTEGER NOT NULL,
  except_industry TEXT, physical INTEGER NOT NULL,
  PRIMARY KEY (regulation, id)
) STRICT;

CREATE TABLE form (
  regulation TEXT NOT NULL REFERENCES regulation (id), no INTEGER NOT NULL,
  name TEXT NOT NULL, industry TEXT NOT NULL, form_group TEXT NOT NULL, verified INTEGER NOT NULL, note TEXT NOT NULL,
  PRIMARY KEY (regulation, no)
) STRICT;

CREATE TABLE form_text (
  regulation TEXT NOT NULL, form INTEGER NOT NULL, kind TEXT NOT NULL CHECK (kind IN ('ministry', 'elimination')),
  position INTEGER NOT NULL, text TEXT NOT NULL,
  PRIMARY KEY (regulation, form, kind, position), FOREIGN KEY (regulation, form) REFERENCES form (regulation, no)
) STRICT;

CREATE TABLE part (
  id INTEGER PRIMARY KEY, regulation TEXT NOT NULL, form INTEGER NOT NULL, code TEXT NOT NULL,
  title TEXT NOT NULL, max INTEGER NOT NULL,
  UNIQUE (regulation, form, code), FOREIGN KEY (regulation, form) REFERENCES form (regulation, no)
) STRICT;

CREATE TABLE section (
  id INTEGER PRIMARY KEY, part INTEGER NOT NULL REFERENCES part (id), no TEXT NOT NULL,
  title TEXT NOT NULL, max INTEGER NOT NULL,
  UNIQUE (part, no)
) STRICT;

CREATE TABLE criterion (
  id INTEGER PRIMARY KEY, regulation TEXT NOT NULL, form INTEGER NOT NULL,
  section INTEGER NOT NULL REFERENCES section (id), no TEXT NOT NULL,
  title TEXT NOT NULL, help TEXT NOT NULL, note TEXT NOT NULL, max INTEGER NOT NULL,
  container INTEGER NOT NULL, yes_no INTEGER NOT NULL, min_star_whole INTEGER NOT NULL, parent TEXT, papers TEXT NOT NULL,
  UNIQUE (regulation, form, no), FOREIGN KEY (regulation, form) REFERENCES form (regulation, no)
) STRICT;

CREATE TABLE criterion_ground (
  criterion INTEGER NOT NULL REFERENCES criterion (id), position INTEGER NOT NULL, text TEXT NOT NULL,
  PRIMARY KEY (criterion, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE option (
  criterion INTEGER NOT NULL REFERENCES criterion (id), no INTEGER NOT NULL CHECK (no >= 1),
  points INTEGER NOT NULL CHECK (points >= 0), min_star INTEGER NOT NULL,
  case_no INTEGER NOT NULL, case_title TEXT, label TEXT NOT NULL,
  PRIMARY KEY (criterion, no)
) STRICT, WITHOUT ROWID;

CREATE TABLE unit (
  code TEXT PRIMARY KEY, position INTEGER NOT NULL, name TEXT NOT NULL, kind TEXT NOT NULL,
  parent TEXT REFERENCES unit (code), successor TEXT
) STRICT;

-- ------------------------------------------------------------------ the book and its plan

CREATE TABLE book (
  only INTEGER PRIMARY KEY CHECK (only = 1), uuid TEXT NOT NULL, title TEXT NOT NULL,
  unit TEXT NOT NULL REFERENCES unit (code), level TEXT NOT NULL, year INTEGER NOT NULL,
  regulation TEXT NOT NULL REFERENCES regulation (id), unit_set TEXT NOT NULL, plan TEXT,
  plan_title TEXT NOT NULL, plan_source TEXT NOT NULL, brands_target INTEGER NOT NULL,
  demonstration INTEGER NOT NULL, made_at TEXT NOT NULL
) STRICT;

CREATE TABLE target (
  unit TEXT PRIMARY KEY REFERENCES unit (code), products INTEGER NOT NULL CHECK (products >= 0)
) STRICT;

CREATE TABLE round (
  id TEXT PRIMARY KEY, position INTEGER NOT NULL, level TEXT NOT NULL, no INTEGER NOT NULL,
  month INTEGER NOT NULL, submit_by TEXT, finish_by TEXT
) STRICT;

CREATE TABLE activity (
  id TEXT PRIMARY KEY, position INTEGER NOT NULL, title TEXT NOT NULL
) STRICT;

CREATE TABLE brand (
  id INTEGER PRIMARY KEY, uuid TEXT NOT NULL UNIQUE, name TEXT NOT NULL, owner TEXT NOT NULL, registered_on TEXT,
  version INTEGER NOT NULL DEFAULT 1
) STRICT;

-- ------------------------------------------------------------------ dossiers

CREATE TABLE producer (
  id INTEGER PRIMARY KEY, uuid TEXT NOT NULL UNIQUE, name TEXT NOT NULL, folded TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('cooperative', 'group', 'company', 'farm', 'household', 'association')),
  address TEXT NOT NULL DEFAULT '', phone TEXT NOT NULL DEFAULT '', representative TEXT NOT NULL DEFAULT '',
  woman INTEGER NOT NULL DEFAULT 0, minority INTEGER NOT NULL DEFAULT 0, disability INTEGER NOT NULL DEFAULT 0,
  version INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX producer_folded ON producer (folded);

CREATE TABLE product (
  id INTEGER PRIMARY KEY, uuid TEXT NOT NULL UNIQUE, producer INTEGER NOT NULL REFERENCES producer (id),
  name TEXT NOT NULL, folded TEXT NOT NULL, description TEXT NOT NULL DEFAULT '',
  version INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX product_producer ON product (producer);

CREATE TABLE dossier (
  id INTEGER PRIMARY KEY, uuid TEXT NOT NULL UNIQUE, code TEXT NOT NULL UNIQUE,
  product INTEGER NOT NULL REFERENCES product (id),
  regulation TEXT NOT NULL, form INTEGER NOT NULL, unit TEXT NOT NULL REFERENCES unit (code),
  kind TEXT NOT NULL CHECK (kind IN ('first', 'upgrade', 'renewal')),
  registered_on TEXT NOT NULL, deleted INTEGER NOT NULL DEFAULT 0, rehearsal INTEGER NOT NULL DEFAULT 0,
  version INTEGER NOT NULL DEFAULT 1,
  FOREIGN KEY (regulation, form) REFERENCES form (regulation, no)
) STRICT;
CREATE INDEX dossier_product ON dossier (product);
CREATE INDEX dossier_unit ON dossier (unit);

CREATE TABLE paper (
  id INTEGER PRIMARY KEY, uuid TEXT NOT NULL UNIQUE, dossier INTEGER NOT NULL REFERENCES dossier (id),
  kind TEXT NOT NULL, number TEXT NOT NULL DEFAULT '', issued_on TEXT, expires_on TEXT,
  file_sha256 TEXT CHECK (file_sha256 IS NULL OR length (file_sha256) = 64),
  file_name TEXT, media_type TEXT, size INTEGER,
  version INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX paper_dossier ON paper (dossier);

-- rowid = dossier.id; folded words of product, producer and code
CREATE VIRTUAL TABLE search USING fts5 (words, tokenize = 'unicode61', detail = 'none', prefix = '1 2 3');

-- ------------------------------------------------------------------ council and scores

CREATE TABLE council (
  id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, level TEXT NOT NULL, unit TEXT NOT NULL REFERENCES unit (code),
  quorum_num INTEGER NOT NULL, quorum_den INTEGER NOT NULL CHECK (quorum_den > 0),
  chair_required INTEGER NOT NULL, spread_limit INTEGER NOT NULL, spread_inclusive INTEGER NOT NULL,
  minimum_rule TEXT NOT NULL CHECK (minimum_rule IN ('mean', 'majority', 'every')),
  version INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE TABLE member (
  id INTEGER PRIMARY KEY, uuid TEXT NOT NULL UNIQUE, council INTEGER NOT NULL REFERENCES council (id),
  key TEXT NOT NULL, name TEXT NOT NULL, role TEXT NOT NULL CHECK (role IN ('chair', 'vice', 'member', 'secretary')),
  organisation TEXT NOT NULL DEFAULT '', position INTEGER NOT NULL,
  added_at TEXT NOT NULL, -- who came later has no part in what was closed before
  UNIQUE (council, key)
) STRICT;

CREATE TABLE evaluation (
  id INTEGER PRIMARY KEY, uuid TEXT NOT NULL UNIQUE, dossier INTEGER NOT NULL REFERENCES dossier (id),
  round TEXT NOT NULL REFERENCES round (id), council INTEGER NOT NULL REFERENCES council (id),
  state TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'closed')),
  closed_at TEXT, close_reason TEXT NOT NULL DEFAULT '', version INTEGER NOT NULL DEFAULT 1,
  UNIQUE (dossier, round)
) STRICT;
CREATE INDEX evaluation_round ON evaluation (round);

CREATE TABLE sheet (
  id INTEGER PRIMARY KEY, uuid TEXT NOT NULL UNIQUE, evaluation INTEGER NOT NULL REFERENCES evaluation (id),
  member INTEGER NOT NULL REFERENCES member (id), scoring_round INTEGER NOT NULL CHECK (scoring_round >= 1),
  state TEXT NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'submitted')),
  submitted_at TEXT, seal TEXT CHECK ((state = 'submitted') = (seal IS NOT NULL)),
  UNIQUE (evaluation, member, scoring_round)
) STRICT;

CREATE TABLE answer (
  sheet INTEGER NOT NULL REFERENCES sheet (id), criterion INTEGER NOT NULL REFERENCES criterion (id),
  option INTEGER NOT NULL CHECK (option >= 0), -- 0: none applies
  PRIMARY KEY (sheet, criterion)
) STRICT, WITHOUT ROWID;

CREATE TABLE answer_note (
  sheet INTEGER NOT NULL REFERENCES sheet (id), criterion INTEGER NOT NULL REFERENCES criterion (id), note TEXT NOT NULL,
  PRIMARY KEY (sheet, criterion)
) STRICT, WITHOUT ROWID;

CREATE TABLE finding (
  id INTEGER PRIMARY KEY, uuid TEXT NOT NULL UNIQUE, evaluation INTEGER NOT NULL REFERENCES evaluation (id),
  criterion INTEGER REFERENCES criterion (id), ground TEXT NOT NULL, reason TEXT NOT NULL, person TEXT NOT NULL,
  found_at TEXT NOT NULL
) STRICT;
CREATE INDEX finding_evaluation ON finding (evaluation);

-- What is sealed or closed does not change, whichever program writes. REPLACE fires no trigger for what it deletes, so
-- inserting looks for what it would replace.

CREATE TRIGGER sealed_answer_insert BEFORE INSERT ON answer
WHEN (SELECT state FROM sheet WHERE id = new.sheet) <> 'draft' BEGIN SELECT raise (ABORT, 'the sheet is sealed'); END;
CREATE TRIGGER sealed_answer_update BEFORE UPDATE ON answer
WHEN EXISTS (SELECT 1 FROM sheet WHERE id IN (old.sheet, new.sheet) AND state <> 'draft')
BEGIN SELECT raise (ABORT, 'the sheet is sealed'); END;
CREATE TRIGGER sealed_answer_delete BEFORE DELETE ON answer
WHEN (SELECT state FROM sheet WHERE id = old.sheet) <> 'draft' BEGIN SELECT raise (ABORT, 'the sheet is sealed'); END;

CREATE TRIGGER sealed_note_insert BEFORE INSERT ON answer_note
WHEN (SELECT state FROM sheet WHERE id = new.sheet) <> 'draft' BEGIN SELECT raise (ABORT, 'the sheet is sealed'); END;
CREATE TRIGGER sealed_note_update BEFORE UPDATE ON answer_note
WHEN EXISTS (SELECT 1 FROM sheet WHERE id IN (old.sheet, new.sheet) AND state <> 'draft')
BEGIN SELECT raise (ABORT, 'the sheet is sealed'); END;
CREATE TRIGGER sealed_note_delete BEFORE DELETE ON answer_note
WHEN (SELECT state FROM sheet WHERE id = old.sheet) <> 'draft' BEGIN SELECT raise (ABORT, 'the sheet is sealed'); END;

CREATE TRIGGER sealed_sheet_update BEFORE UPDATE ON sheet
WHEN old.state <> 'draft' BEGIN SELECT raise (ABORT, 'the sheet is sealed'); END;
CREATE TRIGGER sealed_sheet_delete BEFORE DELETE ON sheet
WHEN old.state <> 'draft' BEGIN SELECT raise (ABORT, 'the sheet is sealed'); END;
CREATE TRIGGER sealed_sheet_insert BEFORE INSERT ON sheet
WHEN EXISTS (SELECT 1 FROM sheet WHERE state <> 'draft' AND (id = new.id OR uuid = new.uuid
  OR (evaluation = new.evaluation AND member = new.member AND scoring_round = new.scoring_round)))
BEGIN SELECT raise (ABORT, 'the sheet is sealed'); END;

CREATE TRIGGER closed_sheet_insert BEFORE INSERT ON sheet
WHEN (SELECT state FROM evaluation WHERE id = new.evaluation) = 'closed'
BEGIN SELECT raise (ABORT, 'the evaluation is closed'); END;
CREATE TRIGGER closed_evaluation_update BEFORE UPDATE ON evaluation
WHEN old.state = 'closed' BEGIN SELECT raise (ABORT, 'the evaluation is closed'); END;
CREATE TRIGGER closed_evaluation_delete BEFORE DELETE ON evaluation
WHEN old.state = 'closed' BEGIN SELECT raise (ABORT, 'the evaluation is closed'); END;
CREATE TRIGGER closed_evaluation_insert BEFORE INSERT ON evaluation
WHEN EXISTS (SELECT 1 FROM evaluation WHERE state = 'closed' AND (id = new.id OR uuid = new.uuid
  OR (dossier = new.dossier AND round = new.round)))
BEGIN SELECT raise (ABORT, 'the evaluation is closed'); END;

CREATE TRIGGER closed_finding_insert BEFORE INSERT ON finding
WHEN (SELECT state FROM evaluation WHERE id = new.evaluation) = 'closed'
BEGIN SELECT raise (ABORT, 'the evaluation is closed'); END;
CREATE TRIGGER closed_finding_update BEFORE UPDATE ON finding
WHEN EXISTS (SELECT 1 FROM evaluation WHERE id IN (old.evaluation, new.evaluation) AND state = 'closed')
BEGIN SELECT raise (ABORT, 'the evaluation is closed'); END;
CREATE TRIGGER closed_finding_delete BEFORE DELETE ON finding
WHEN (SELECT state FROM evaluation WHERE id = old.evaluation) = 'closed'
BEGIN SELECT raise (ABORT, 'the evaluation is closed'); END;

-- register of recognised products; product is NULL for those of past years that are in no dossier of this book
CREATE TABLE recognition (
  id INTEGER PRIMARY KEY, uuid TEXT NOT NULL UNIQUE, product TEXT NOT NULL, producer TEXT NOT NULL, folded TEXT NOT NULL,
  unit TEXT NOT NULL REFERENCES unit (code), stars INTEGER NOT NULL CHECK (stars BETWEEN 1 AND 5),
  decision TEXT NOT NULL, decided_on TEXT NOT NULL, -- YYYY, YYYY-MM or YYYY-MM-DD, as far as the source tells
  score TEXT NOT NULL DEFAULT '', valid_until TEXT
) STRICT;
CREATE INDEX recognition_folded ON recognition (folded);

-- ------------------------------------------------------------------ log: every command, chained by SHA-256

-- AUTOINCREMENT keeps the number of the last line apart, so that lines cut off at the end are missed
CREATE TABLE audit (
  seq INTEGER PRIMARY KEY AUTOINCREMENT, at TEXT NOT NULL, who TEXT NOT NULL, verb TEXT NOT NULL, object TEXT NOT NULL,
  before TEXT NOT NULL, after TEXT NOT NULL, previous TEXT NOT NULL, hash TEXT NOT NULL
) STRICT;

CREATE TRIGGER log_insert BEFORE INSERT ON audit
WHEN new.seq <> (SELECT coalesce (max (seq), 0) + 1 FROM audit)
BEGIN SELECT raise (ABORT, 'lines of the log follow each other'); END;
CREATE TRIGGER log_update BEFORE UPDATE ON audit BEGIN SELECT raise (ABORT, 'the log does not change'); END;
CREATE TRIGGER log_delete BEFORE DELETE ON audit BEGIN SELECT raise (ABORT, 'the log does not change'); END;

-- ------------------------------------------------------------------ derived

CREATE VIEW minimum AS
SELECT criterion, star, min (points) AS points FROM (
  SELECT criterion, min_star AS star, points FROM option WHERE min_star > 0 AND points > 0
  UNION ALL
  SELECT o.criterion, c.min_star_whole, o.points FROM option o JOIN criterion c ON c.id = o.criterion
  WHERE c.min_star_whole > 0 AND o.points > 0)
GROUP BY criterion, star;

-- of each member the newest submitted sheet counts
CREATE VIEW counted_sheet AS
SELECT s.id, s.evaluation, s.member FROM sheet s
WHERE s.state = 'submitted' AND NOT EXISTS (
  SELECT 1 FROM sheet n WHERE n.evaluation = s.evaluation AND n.member = s.member
  AND n.state = 'submitted' AND n.scoring_round > s.scoring_round);

CREATE VIEW unit_above AS
WITH RECURSIVE up (code, ancestor) AS (
  SELECT code, code FROM unit
  UNION ALL
  SELECT up.code, u.parent FROM up JOIN unit u ON u.code = up.ancestor WHERE u.parent IS NOT NULL)
SELECT code, ancestor FROM up;

-- What councils decided; every score is NULL until the product is closed.
CREATE VIEW product_results AS
WITH tally (evaluation, counted, sum, lowest, highest) AS (
  SELECT evaluation, count (*), sum (total), min (total), max (total) FROM (
    SELECT s.evaluation AS evaluation,
      (SELECT coalesce (sum (o.points), 0) FROM answer a LEFT JOIN option o ON o.criterion = a.criterion AND o.no = a.option
       WHERE a.sheet = s.id) AS total
    FROM counted_sheet s)
  GROUP BY evaluation),
unmet (evaluation, star) AS (
  SELECT e.id, min (m.star)
  FROM evaluation e
  JOIN council k ON k.id = e.council
  JOIN dossier d ON d.id = e.dossier
  JOIN criterion c ON c.regulation = d.regulation AND c.form = d.form
  JOIN minimum m ON m.criterion = c.id
  WHERE e.state = 'closed' AND NOT (
    SELECT CASE k.minimum_rule
      WHEN 'majority' THEN 2 * sum (points >= m.points) > count (*)
      WHEN 'every' THEN min (points) >= m.points
      ELSE sum (points) >= m.points * count (*) END
    FROM (SELECT coalesce (o.points, 0) AS points
      FROM counted_sheet s JOIN answer a ON a.sheet = s.id AND a.criterion = c.id
      LEFT JOIN option o ON o.criterion = a.criterion AND o.no = a.option
      WHERE s.evaluation = e.id))
  GROUP BY e.id)
SELECT d.code, p.name AS product, r.name AS producer, d.unit, d.regulation, d.form, e.round, e.state, k.level,
  t.counted,
  CASE WHEN e.state = 'closed' THEN t.sum END AS sum,
  CASE WHEN e.state = 'closed' THEN t.highest - t.lowest END AS spread,
  CASE WHEN e.state = 'closed' THEN EXISTS (SELECT 1 FROM finding f WHERE f.evaluation = e.id) END AS eliminated,
  CASE WHEN e.state = 'closed' THEN
    (SELECT max (b.stars) FROM band b WHERE b.regulation = d.regulation AND t.sum >= b.from_points * t.counted) END AS band,
  CASE WHEN e.state = 'closed' THEN
    CASE WHEN EXISTS (SELECT 1 FROM finding f WHERE f.evaluation = e.id) THEN 0
    ELSE min ((SELECT max (b.stars) FROM band b WHERE b.regulation = d.regulation AND t.sum >= b.from_points * t.counted),
      coalesce (u.star - 1, 5)) END END AS stars,
  CASE WHEN e.state = 'closed' THEN
    NOT EXISTS (SELECT 1 FROM finding f WHERE f.evaluation = e.id)
    AND coalesce (t.sum >= l.forward_from * t.counted, 0) END AS forwarded,
  d.id AS dossier, e.id AS evaluation
FROM evaluation e
JOIN dossier d ON d.id = e.dossier
JOIN product p ON p.id = d.product
JOIN producer r ON r.id = p.producer
JOIN council k ON k.id = e.council
JOIN level l ON l.regulation = d.regulation AND l.id = k.level
LEFT JOIN tally t ON t.evaluation = e.id
LEFT JOIN unmet u ON u.evaluation = e.id
WHERE d.deleted = 0 AND d.rehearsal = 0;

-- Where a dossier stands after all councils that closed it; the highest star that was really recognised.
CREATE VIEW dossier_progress AS
SELECT x.dossier, x.unit, max (x.state = 'closed') AS scored, max (CASE WHEN s.stars IS NOT NULL THEN x.stars END) AS stars,
  max (coalesce (x.forwarded, 0)) AS forwarded
FROM product_results x
LEFT JOIN level_star s ON s.regulation = x.regulation AND s.level = x.level AND s.stars = x.stars
GROUP BY x.dossier;

-- The units right below the book's own, for the whole year.
CREATE VIEW unit_progress AS
SELECT b.year, u.code AS unit, u.name, coalesce (g.products, 0) AS target,
  (SELECT count (*) FROM dossier d JOIN unit_above a ON a.code = d.unit
   WHERE a.ancestor = u.code AND d.deleted = 0 AND d.rehearsal = 0) AS registered,
  coalesce (sum (x.scored), 0) AS scored,
  count (CASE WHEN x.stars = 3 THEN 1 END) AS stars_3,
  count (CASE WHEN x.stars = 4 THEN 1 END) AS stars_4,
  count (CASE WHEN x.stars = 5 THEN 1 END) AS stars_5,
  coalesce (sum (x.forwarded), 0) AS forwarded
FROM book b
JOIN unit u ON u.parent = b.unit
LEFT JOIN target g ON g.unit = u.code
LEFT JOIN unit_above a ON a.ancestor = u.code
LEFT JOIN dossier_progress x ON x.unit = a.code
GROUP BY u.code;
