-- Everything that leaves the book by a name of its own: councils get UUIDs, seals name members by theirs. A draft can be
-- taken away, a closing has its own day, what it came to is kept beside it, and the log tells every change.

DROP VIEW product_results;
DROP VIEW withdrawal;
DROP TRIGGER closing_update;

-- ------------------------------------------------------------------ council

ALTER TABLE council ADD COLUMN uuid TEXT NOT NULL DEFAULT '';
UPDATE council SET uuid = (SELECT id_derive ('council/' || b.unit_set || '/' || council.unit || '/' || council.level
  || '/' || b.year) FROM book b);
CREATE UNIQUE INDEX council_uuid ON council (uuid);

-- ------------------------------------------------------------------ sheets: also withdrawn drafts are kept

CREATE TABLE former_sheet AS SELECT * FROM sheet;
DROP TABLE sheet;

CREATE TABLE sheet (
  id INTEGER PRIMARY KEY, uuid TEXT NOT NULL UNIQUE, evaluation INTEGER NOT NULL REFERENCES evaluation (id),
  member INTEGER NOT NULL REFERENCES member (id), scoring_round INTEGER NOT NULL CHECK (scoring_round >= 1),
  state TEXT NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'submitted', 'returned', 'moved', 'withdrawn')),
  submitted_at TEXT,
  seal TEXT, seal_version INTEGER CHECK (seal_version >= 1), -- which text was sealed, see cs_sheet_seal()
  entry TEXT NOT NULL DEFAULT 'own' CHECK (entry IN ('own', 'list', 'paper')), -- who wrote it: the member, or others
  typed_by TEXT NOT NULL DEFAULT '', checked_by TEXT NOT NULL DEFAULT '',
  ended_at TEXT, ended_by TEXT NOT NULL DEFAULT '', end_reason TEXT NOT NULL DEFAULT '', -- returned, moved, withdrawn
  CHECK (CASE WHEN state IN ('draft', 'withdrawn') THEN seal IS NULL WHEN state = 'moved' THEN 1
    ELSE seal IS NOT NULL END),
  CHECK ((seal IS NULL) = (seal_version IS NULL)),
  CHECK ((state IN ('returned', 'moved', 'withdrawn')) = (ended_at IS NOT NULL)),
  CHECK (entry <> 'paper' OR (typed_by <> '' AND checked_by <> '' AND typed_by <> checked_by))
) STRICT;
INSERT INTO sheet SELECT id, uuid, evaluation, member, scoring_round, state, submitted_at, seal,
  CASE WHEN seal IS NOT NULL THEN 1 END, entry, typed_by, checked_by, ended_at, ended_by, end_reason FROM former_sheet;
DROP TABLE former_sheet;
CREATE INDEX sheet_evaluation ON sheet (evaluation, member, scoring_round);
CREATE UNIQUE INDEX sheet_present ON sheet (evaluation, member, scoring_round) WHERE state IN ('draft', 'submitted');

-- a sealed sheet can only be returned or moved, whole, while the product is open; a withdrawn draft stays what it is
CREATE TRIGGER sealed_sheet_update BEFORE UPDATE ON sheet
WHEN old.state <> 'draft' AND NOT (old.state = 'submitted' AND new.state IN ('returned', 'moved') AND new.id = old.id
  AND new.uuid = old.uuid AND new.evaluation = old.evaluation AND new.member = old.member
  AND new.scoring_round = old.scoring_round AND new.submitted_at = old.submitted_at AND new.seal = old.seal
  AND new.seal_version = old.seal_version
  AND new.entry = old.entry AND new.typed_by = old.typed_by AND new.checked_by = old.checked_by
  AND (SELECT state FROM evaluation WHERE id = old.evaluation) = 'open')
BEGIN SELECT raise (ABORT, 'the sheet is sealed'); END;
CREATE TRIGGER sealed_sheet_delete BEFORE DELETE ON sheet
WHEN old.state <> 'draft' BEGIN SELECT raise (ABORT, 'the sheet is sealed'); END;
CREATE TRIGGER sealed_sheet_insert BEFORE INSERT ON sheet
WHEN EXISTS (SELECT 1 FROM sheet WHERE state <> 'draft' AND (id = new.id OR uuid = new.uuid
  OR (state = 'submitted' AND evaluation = new.evaluation AND member = new.member
  AND scoring_round = new.scoring_round)))
BEGIN SELECT raise (ABORT, 'the sheet is sealed'); END;
CREATE TRIGGER closed_sheet_insert BEFORE INSERT ON sheet
WHEN (SELECT state FROM evaluation WHERE id = new.evaluation) = 'closed'
BEGIN SELECT raise (ABORT, 'the evaluation is closed'); END;

-- ------------------------------------------------------------------ closing

-- the day of Vietnam on which the council closed it
ALTER TABLE closing ADD COLUMN day TEXT NOT NULL DEFAULT '';
UPDATE closing SET day = date (closed_at, '+7 hours');

CREATE TRIGGER closing_update BEFORE UPDATE ON closing
WHEN NOT (old.reopened_at IS NULL AND new.reopened_at IS NOT NULL AND new.id = old.id AND new.uuid = old.uuid
  AND new.evaluation = old.evaluation AND new.rules = old.rules AND new.session IS old.session
  AND new.closed_at = old.closed_at AND new.day = old.day
  AND new.closed_by = old.closed_by AND new.reason = old.reason)
BEGIN SELECT raise (ABORT, 'a closing is kept'); END;

-- lists in the order of names
CREATE INDEX product_folded ON product (folded);

-- what a closing came to, derived from what it counted: lists and overviews read it, and "check" works it out again
CREATE TABLE outcome (
  closing INTEGER PRIMARY KEY REFERENCES closing (id),
  counted INTEGER NOT NULL CHECK (counted >= 0), sum INTEGER NOT NULL CHECK (sum >= 0), -- points of all counted sheets
  spread INTEGER NOT NULL CHECK (spread >= 0), -- between the highest and the lowest total
  stars INTEGER NOT NULL CHECK (stars BETWEEN 0 AND 5),
  decides INTEGER NOT NULL CHECK (decides IN (0, 1)), -- whether the level itself may give these stars
  forwarded INTEGER NOT NULL CHECK (forwarded IN (0, 1))
) STRICT;

-- What councils decided, also on rehearsals; every score is NULL until the product is closed.
CREATE VIEW evaluation_results AS
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
  JOIN closing z ON z.evaluation = e.id AND z.reopened_at IS NULL
  JOIN council_rules k ON k.id = z.rules
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
  CASE WHEN e.state = 'closed' THEN f.evaluation IS NOT NULL END AS eliminated,
  CASE WHEN e.state = 'closed' THEN
    (SELECT max (b.stars) FROM band b WHERE b.regulation = d.regulation AND t.sum >= b.from_points * t.counted) END AS band,
  CASE WHEN e.state = 'closed' THEN
    CASE WHEN f.evaluation IS NOT NULL THEN 0
    ELSE min ((SELECT max (b.stars) FROM band b WHERE b.regulation = d.regulation AND t.sum >= b.from_points * t.counted),
      coalesce (u.star - 1, 5)) END END AS stars,
  CASE WHEN e.state = 'closed' THEN
    f.evaluation IS NULL AND coalesce (t.sum >= l.forward_from * t.counted, 0) END AS forwarded,
  d.id AS dossier, e.id AS evaluation, d.deleted OR d.rehearsal AS hidden
FROM evaluation e
JOIN dossier d ON d.id = e.dossier
JOIN product p ON p.id = d.product
JOIN producer r ON r.id = p.producer
JOIN council k ON k.id = e.council
JOIN level l ON l.regulation = d.regulation AND l.id = k.level
LEFT JOIN tally t ON t.evaluation = e.id
LEFT JOIN unmet u ON u.evaluation = e.id
LEFT JOIN (SELECT DISTINCT evaluation FROM finding WHERE state = 'confirmed') f ON f.evaluation = e.id;

CREATE VIEW product_results AS
SELECT code, product, producer, unit, regulation, form, round, state, level, counted, sum, spread, eliminated, band, stars,
  forwarded, dossier, evaluation
FROM evaluation_results WHERE NOT hidden;

INSERT INTO outcome
SELECT z.id, coalesce (x.counted, 0), coalesce (x.sum, 0), coalesce (x.spread, 0), coalesce (x.stars, 0),
  EXISTS (SELECT 1 FROM level_star s WHERE s.regulation = x.regulation AND s.level = x.level AND s.stars = x.stars),
  coalesce (x.forwarded, 0)
FROM closing z JOIN evaluation_results x ON x.evaluation = z.evaluation WHERE z.reopened_at IS NULL;

CREATE TRIGGER outcome_insert BEFORE INSERT ON outcome
WHEN (SELECT e.state FROM closing c JOIN evaluation e ON e.id = c.evaluation WHERE c.id = new.closing) <> 'open'
  OR EXISTS (SELECT 1 FROM outcome WHERE closing = new.closing)
BEGIN SELECT raise (ABORT, 'a closing is kept'); END;
CREATE TRIGGER outcome_update BEFORE UPDATE ON outcome BEGIN SELECT raise (ABORT, 'a closing is kept'); END;
CREATE TRIGGER outcome_delete BEFORE DELETE ON outcome BEGIN SELECT raise (ABORT, 'a closing is kept'); END;

-- evaluations whose recognition was withdrawn and that were neither closed nor recognised anew after it
CREATE VIEW withdrawal AS
SELECT g.evaluation, g.withdrawn_on FROM recognition g
JOIN closing z ON z.evaluation = g.evaluation AND z.reopened_at IS NULL
WHERE g.withdrawn_on IS NOT NULL AND g.decided_on >= z.day
AND NOT EXISTS (SELECT 1 FROM recognition n WHERE n.evaluation = g.evaluation AND n.withdrawn_on IS NULL);

-- ------------------------------------------------------------------ office: how a council's papers look

-- what is '' is as the program derives it from unit and level
CREATE TABLE office (
  id INTEGER PRIMARY KEY, uuid TEXT NOT NULL UNIQUE, council INTEGER NOT NULL UNIQUE REFERENCES council (id),
  parent TEXT NOT NULL DEFAULT '', issuer TEXT NOT NULL DEFAULT '', place TEXT NOT NULL DEFAULT '', -- letterhead
  on_behalf TEXT NOT NULL DEFAULT '', -- the body that is signed for: "TM. HỘI ĐỒNG"
  acting TEXT NOT NULL DEFAULT '' CHECK (acting IN ('', 'KT', 'TL', 'TUQ', 'Q')), acting_for TEXT NOT NULL DEFAULT '',
  role TEXT NOT NULL DEFAULT '', signer TEXT NOT NULL DEFAULT '',
  recipients TEXT NOT NULL DEFAULT '', -- one a line
  symbol TEXT NOT NULL DEFAULT '' -- of the body, in the numbers of its papers: "12/BB-HĐOCOP"
) STRICT;

-- the council's own series: one a year and kind of paper; a number that was given is never another paper's
CREATE TABLE paper_number (
  id INTEGER PRIMARY KEY, uuid TEXT NOT NULL UNIQUE, council INTEGER NOT NULL REFERENCES council (id),
  year INTEGER NOT NULL, kind TEXT NOT NULL CHECK (kind <> ''), no INTEGER NOT NULL CHECK (no >= 1), symbol TEXT NOT NULL,
  paper TEXT NOT NULL, subject TEXT NOT NULL, -- which paper, about what: a UUID
  given_at TEXT NOT NULL, given_by TEXT NOT NULL,
  UNIQUE (council, year, kind, no), UNIQUE (paper, subject)
) STRICT;
CREATE TRIGGER number_insert BEFORE INSERT ON paper_number
WHEN EXISTS (SELECT 1 FROM paper_number WHERE id = new.id OR uuid = new.uuid OR (paper = new.paper
  AND subject = new.subject) OR (council = new.council AND year = new.year AND kind = new.kind AND no = new.no))
  OR new.no <> (SELECT coalesce (max (no), 0) + 1 FROM paper_number WHERE council = new.council AND year = new.year
    AND kind = new.kind)
BEGIN SELECT raise (ABORT, 'a number is kept'); END;
CREATE TRIGGER number_update BEFORE UPDATE ON paper_number BEGIN SELECT raise (ABORT, 'a number is kept'); END;
CREATE TRIGGER number_delete BEFORE DELETE ON paper_number BEGIN SELECT raise (ABORT, 'a number is kept'); END;

-- ------------------------------------------------------------------ log

ALTER TABLE audit ADD COLUMN subject TEXT NOT NULL DEFAULT ''; -- UUID of what the command was about
ALTER TABLE audit ADD COLUMN member TEXT NOT NULL DEFAULT ''; -- UUID of the member who sat there with a PIN

-- what the commands changed, field by field: never a choice, a note or a PIN
CREATE TABLE audit_change (
  id INTEGER PRIMARY KEY, line INTEGER NOT NULL, -- seq of its line in the log
  kind TEXT NOT NULL, -- name of the table
  object TEXT NOT NULL, name TEXT NOT NULL, -- UUID of what was changed, and how it was called then
  dossier TEXT NOT NULL, -- UUID of the dossier that it belongs to, '' for none
  act TEXT NOT NULL CHECK (act IN ('add', 'change', 'remove')),
  field TEXT NOT NULL, before TEXT, after TEXT -- the column; '' for what was added as a whole
) STRICT;
CREATE INDEX audit_change_line ON audit_change (line);
CREATE INDEX audit_change_dossier ON audit_change (dossier) WHERE dossier <> '';
CREATE INDEX audit_subject ON audit (subject) WHERE subject <> '';

CREATE TRIGGER change_insert BEFORE INSERT ON audit_change
WHEN EXISTS (SELECT 1 FROM audit_change WHERE id = new.id) OR EXISTS (SELECT 1 FROM audit WHERE seq >= new.line)
BEGIN SELECT raise (ABORT, 'the log does not change'); END;
CREATE TRIGGER change_update BEFORE UPDATE ON audit_change BEGIN SELECT raise (ABORT, 'the log does not change'); END;
CREATE TRIGGER change_delete BEFORE DELETE ON audit_change BEGIN SELECT raise (ABORT, 'the log does not change'); END;
