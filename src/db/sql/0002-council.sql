-- The council at work: founding decision, working rules with their history, replacement, sessions, recusal, returned
-- and moved sheets, what each closing counted, recognition with its certificate, and a sum over all rows in the log.

DROP VIEW unit_progress;
DROP VIEW dossier_progress;
DROP VIEW product_results;
DROP TRIGGER sealed_sheet_update;
DROP TRIGGER sealed_sheet_delete;
DROP TRIGGER sealed_sheet_insert;
DROP TRIGGER closed_sheet_insert;
DROP TRIGGER sealed_answer_insert;
DROP TRIGGER sealed_answer_update;
DROP TRIGGER sealed_answer_delete;
DROP TRIGGER sealed_note_insert;
DROP TRIGGER sealed_note_update;
DROP TRIGGER sealed_note_delete;
DROP TRIGGER closed_evaluation_update;
DROP TRIGGER closed_finding_update;

-- ------------------------------------------------------------------ council

ALTER TABLE council ADD COLUMN decision TEXT NOT NULL DEFAULT ''; -- number of the founding decision
ALTER TABLE council ADD COLUMN decided_on TEXT;
ALTER TABLE council ADD COLUMN authority TEXT NOT NULL DEFAULT ''; -- who founded it

-- who checks the dossiers before the council sits
CREATE TABLE helper (
  id INTEGER PRIMARY KEY, uuid TEXT NOT NULL UNIQUE, council INTEGER NOT NULL REFERENCES council (id),
  name TEXT NOT NULL, organisation TEXT NOT NULL DEFAULT '', duty TEXT NOT NULL DEFAULT '', position INTEGER NOT NULL
) STRICT;
CREATE INDEX helper_council ON helper (council);

-- the row with the highest number is in force; with the first submitted sheet the rows are frozen, and a change is a
-- new row with its reason
CREATE TABLE council_rules (
  id INTEGER PRIMARY KEY, council INTEGER NOT NULL REFERENCES council (id), no INTEGER NOT NULL,
  quorum_num INTEGER NOT NULL CHECK (quorum_num > 0), quorum_den INTEGER NOT NULL CHECK (quorum_den >= quorum_num),
  presence TEXT NOT NULL CHECK (presence IN ('none', 'leader', 'chair')),
  spread_limit INTEGER NOT NULL CHECK (spread_limit >= 0), spread_inclusive INTEGER NOT NULL,
  minimum_rule TEXT NOT NULL CHECK (minimum_rule IN ('mean', 'majority', 'every')),
  former_sheets TEXT NOT NULL DEFAULT 'count' CHECK (former_sheets IN ('count', 'leave_out')),
  manner TEXT NOT NULL DEFAULT 'meeting' CHECK (manner IN ('meeting', 'written')),
  set_at TEXT NOT NULL, set_by TEXT NOT NULL, reason TEXT NOT NULL DEFAULT '',
  UNIQUE (council, no)
) STRICT;

INSERT INTO council_rules (council, no, quorum_num, quorum_den, presence, spread_limit, spread_inclusive, minimum_rule,
  set_at, set_by)
SELECT k.id, 1, k.quorum_num, k.quorum_den, CASE k.chair_required WHEN 0 THEN 'none' ELSE 'leader' END, k.spread_limit,
  k.spread_inclusive, k.minimum_rule, b.made_at, '' FROM council k, book b;

ALTER TABLE council DROP COLUMN quorum_num;
ALTER TABLE council DROP COLUMN quorum_den;
ALTER TABLE council DROP COLUMN chair_required;
ALTER TABLE council DROP COLUMN spread_limit;
ALTER TABLE council DROP COLUMN spread_inclusive;
ALTER TABLE council DROP COLUMN minimum_rule;

ALTER TABLE member ADD COLUMN added_by TEXT NOT NULL DEFAULT ''; -- paper by which the member came
ALTER TABLE member ADD COLUMN left_at TEXT;
ALTER TABLE member ADD COLUMN left_by TEXT NOT NULL DEFAULT ''; -- paper by which the member left
ALTER TABLE member ADD COLUMN replaces INTEGER REFERENCES member (id);
CREATE UNIQUE INDEX member_replaces ON member (replaces) WHERE replaces IS NOT NULL;

-- every later holder of a member's seat
CREATE VIEW successor AS
WITH RECURSIVE chain (member, later) AS (
  SELECT replaces, id FROM member WHERE replaces IS NOT NULL
  UNION ALL
  SELECT chain.member, m.id FROM chain JOIN member m ON m.replaces = chain.later)
SELECT member, later FROM chain;

-- ------------------------------------------------------------------ who sits here

ALTER TABLE book ADD COLUMN pins INTEGER NOT NULL DEFAULT 0; -- whether members open their sheets with a PIN

CREATE TABLE pin (
  member INTEGER PRIMARY KEY REFERENCES member (id), hash TEXT NOT NULL,
  failures INTEGER NOT NULL DEFAULT 0, failed_at TEXT, set_at TEXT NOT NULL
) STRICT;

-- ------------------------------------------------------------------ recusal

CREATE TABLE recusal (
  id INTEGER PRIMARY KEY, uuid TEXT NOT NULL UNIQUE, member INTEGER NOT NULL REFERENCES member (id),
  dossier INTEGER REFERENCES dossier (id), producer INTEGER REFERENCES producer (id),
  decided_by TEXT NOT NULL CHECK (decided_by IN ('member', 'chair')), reason TEXT NOT NULL CHECK (reason <> ''),
  since TEXT NOT NULL, ended_at TEXT, end_reason TEXT NOT NULL DEFAULT '',
  CHECK ((dossier IS NULL) <> (producer IS NULL))
) STRICT;
CREATE INDEX recusal_member ON recusal (member);

-- ------------------------------------------------------------------ sessions

CREATE TABLE session (
  id INTEGER PRIMARY KEY, uuid TEXT NOT NULL UNIQUE, council INTEGER NOT NULL REFERENCES council (id),
  round TEXT NOT NULL REFERENCES round (id), no INTEGER NOT NULL CHECK (no >= 1),
  held_on TEXT NOT NULL, place TEXT NOT NULL DEFAULT '',
  state TEXT NOT NULL DEFAULT 'planned' CHECK (state IN ('planned', 'open', 'closed')),
  opened_at TEXT, closed_at TEXT, discussing INTEGER REFERENCES evaluation (id), version INTEGER NOT NULL DEFAULT 1,
  UNIQUE (council, round, no)
) STRICT;
CREATE UNIQUE INDEX session_open ON session (council) WHERE state = 'open';

CREATE TABLE agenda (
  session INTEGER NOT NULL REFERENCES session (id), evaluation INTEGER NOT NULL REFERENCES evaluation (id),
  position INTEGER NOT NULL, PRIMARY KEY (session, evaluation)
) STRICT, WITHOUT ROWID;
CREATE INDEX agenda_evaluation ON agenda (evaluation);

-- a member may come, leave and come again; who never came has no row, or a row of absence with its reason
CREATE TABLE attendance (
  id INTEGER PRIMARY KEY, session INTEGER NOT NULL REFERENCES session (id),
  member INTEGER NOT NULL REFERENCES member (id), came_at TEXT, left_at TEXT, absence TEXT NOT NULL DEFAULT '',
  CHECK ((came_at IS NULL) = (absence <> '')), CHECK (left_at IS NULL OR left_at >= came_at)
) STRICT;
CREATE INDEX attendance_session ON attendance (session);
CREATE UNIQUE INDEX attendance_absent ON attendance (session, member) WHERE came_at IS NULL;
CREATE UNIQUE INDEX attendance_here ON attendance (session, member) WHERE came_at IS NOT NULL AND left_at IS NULL;

CREATE TRIGGER held_session_update BEFORE UPDATE ON session
WHEN old.state = 'closed' BEGIN SELECT raise (ABORT, 'the session is closed'); END;
CREATE TRIGGER held_session_delete BEFORE DELETE ON session
WHEN old.state <> 'planned' BEGIN SELECT raise (ABORT, 'the session was held'); END;
CREATE TRIGGER held_agenda_insert BEFORE INSERT ON agenda
WHEN (SELECT state FROM session WHERE id = new.session) = 'closed' BEGIN SELECT raise (ABORT, 'the session is closed'); END;
CREATE TRIGGER held_agenda_update BEFORE UPDATE ON agenda
WHEN EXISTS (SELECT 1 FROM session WHERE id IN (old.session, new.session) AND state = 'closed')
BEGIN SELECT raise (ABORT, 'the session is closed'); END;
CREATE TRIGGER held_agenda_delete BEFORE DELETE ON agenda
WHEN (SELECT state FROM session WHERE id = old.session) = 'closed' BEGIN SELECT raise (ABORT, 'the session is closed'); END;
CREATE TRIGGER held_attendance_insert BEFORE INSERT ON attendance
WHEN (SELECT state FROM session WHERE id = new.session) = 'closed' BEGIN SELECT raise (ABORT, 'the session is closed'); END;
CREATE TRIGGER held_attendance_update BEFORE UPDATE ON attendance
WHEN EXISTS (SELECT 1 FROM session WHERE id IN (old.session, new.session) AND state = 'closed')
BEGIN SELECT raise (ABORT, 'the session is closed'); END;
CREATE TRIGGER held_attendance_delete BEFORE DELETE ON attendance
WHEN (SELECT state FROM session WHERE id = old.session) = 'closed' BEGIN SELECT raise (ABORT, 'the session is closed'); END;

-- ------------------------------------------------------------------ sheets: also returned and moved ones are kept

PRAGMA defer_foreign_keys = ON;
CREATE TABLE former_sheet AS SELECT * FROM sheet;
DROP VIEW counted_sheet;
DROP TABLE sheet;

CREATE TABLE sheet (
  id INTEGER PRIMARY KEY, uuid TEXT NOT NULL UNIQUE, evaluation INTEGER NOT NULL REFERENCES evaluation (id),
  member INTEGER NOT NULL REFERENCES member (id), scoring_round INTEGER NOT NULL CHECK (scoring_round >= 1),
  state TEXT NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'submitted', 'returned', 'moved')),
  submitted_at TEXT, seal TEXT,
  entry TEXT NOT NULL DEFAULT 'own' CHECK (entry IN ('own', 'list', 'paper')), -- who wrote it: the member, or others
  typed_by TEXT NOT NULL DEFAULT '', checked_by TEXT NOT NULL DEFAULT '',
  ended_at TEXT, ended_by TEXT NOT NULL DEFAULT '', end_reason TEXT NOT NULL DEFAULT '', -- returned or moved
  CHECK (CASE state WHEN 'draft' THEN seal IS NULL WHEN 'moved' THEN 1 ELSE seal IS NOT NULL END),
  CHECK ((state IN ('returned', 'moved')) = (ended_at IS NOT NULL)),
  CHECK (entry <> 'paper' OR (typed_by <> '' AND checked_by <> '' AND typed_by <> checked_by))
) STRICT;
INSERT INTO sheet (id, uuid, evaluation, member, scoring_round, state, submitted_at, seal)
SELECT id, uuid, evaluation, member, scoring_round, state, submitted_at, seal FROM former_sheet;
DROP TABLE former_sheet;
CREATE INDEX sheet_evaluation ON sheet (evaluation, member, scoring_round);
CREATE UNIQUE INDEX sheet_present ON sheet (evaluation, member, scoring_round) WHERE state IN ('draft', 'submitted');

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

-- a sealed sheet can only be returned or moved, whole, while the product is open
CREATE TRIGGER sealed_sheet_update BEFORE UPDATE ON sheet
WHEN old.state <> 'draft' AND NOT (old.state = 'submitted' AND new.state IN ('returned', 'moved') AND new.id = old.id
  AND new.uuid = old.uuid AND new.evaluation = old.evaluation AND new.member = old.member
  AND new.scoring_round = old.scoring_round AND new.submitted_at = old.submitted_at AND new.seal = old.seal
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

CREATE TRIGGER frozen_rules_insert BEFORE INSERT ON council_rules
WHEN EXISTS (SELECT 1 FROM council_rules WHERE id = new.id OR (council = new.council AND no >= new.no))
BEGIN SELECT raise (ABORT, 'the rules are kept'); END;
CREATE TRIGGER frozen_rules_update BEFORE UPDATE ON council_rules
WHEN EXISTS (SELECT 1 FROM sheet s JOIN evaluation e ON e.id = s.evaluation
  WHERE e.council = old.council AND s.seal IS NOT NULL)
BEGIN SELECT raise (ABORT, 'the rules are frozen'); END;
CREATE TRIGGER frozen_rules_delete BEFORE DELETE ON council_rules BEGIN SELECT raise (ABORT, 'the rules are kept'); END;

-- what was said when two totals lay too far apart
CREATE TABLE discussion (
  id INTEGER PRIMARY KEY, uuid TEXT NOT NULL UNIQUE, evaluation INTEGER NOT NULL REFERENCES evaluation (id),
  scoring_round INTEGER NOT NULL CHECK (scoring_round >= 1), -- the one that was discussed
  note TEXT NOT NULL CHECK (note <> ''), noted_at TEXT NOT NULL, noted_by TEXT NOT NULL
) STRICT;
CREATE INDEX discussion_evaluation ON discussion (evaluation);

-- a ground is raised by somebody, then the council decides
ALTER TABLE finding ADD COLUMN state TEXT NOT NULL DEFAULT 'confirmed'
  CHECK (state IN ('raised', 'confirmed', 'dismissed'));
ALTER TABLE finding ADD COLUMN decided_at TEXT;
ALTER TABLE finding ADD COLUMN decided_by TEXT NOT NULL DEFAULT '';
ALTER TABLE finding ADD COLUMN decision TEXT NOT NULL DEFAULT ''; -- why

CREATE TRIGGER closed_finding_update BEFORE UPDATE ON finding
WHEN EXISTS (SELECT 1 FROM evaluation WHERE id IN (old.evaluation, new.evaluation) AND state = 'closed')
BEGIN SELECT raise (ABORT, 'the evaluation is closed'); END;

-- ------------------------------------------------------------------ closing: what counted, for ever

CREATE TABLE closing (
  id INTEGER PRIMARY KEY, uuid TEXT NOT NULL UNIQUE, evaluation INTEGER NOT NULL REFERENCES evaluation (id),
  rules INTEGER NOT NULL REFERENCES council_rules (id),
  session INTEGER REFERENCES session (id), -- the open one that had it on its agenda, if any
  closed_at TEXT NOT NULL, closed_by TEXT NOT NULL,
  reason TEXT NOT NULL, -- why it was closed although the totals lay too far apart
  reopened_at TEXT, reopened_by TEXT NOT NULL DEFAULT '', reopen_reason TEXT NOT NULL DEFAULT '',
  CHECK ((reopened_at IS NULL) = (reopen_reason = ''))
) STRICT;
CREATE INDEX closing_evaluation ON closing (evaluation);
CREATE UNIQUE INDEX closing_present ON closing (evaluation) WHERE reopened_at IS NULL;

CREATE TABLE closing_member (
  closing INTEGER NOT NULL REFERENCES closing (id), member INTEGER NOT NULL REFERENCES member (id),
  state TEXT NOT NULL CHECK (state IN ('submitted', 'recused', 'absent', 'not_applicable')),
  sheet INTEGER REFERENCES sheet (id), reason TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (closing, member), CHECK ((state = 'submitted') = (sheet IS NOT NULL))
) STRICT, WITHOUT ROWID;

INSERT INTO closing (uuid, evaluation, rules, closed_at, closed_by, reason)
SELECT e.uuid, e.id, (SELECT id FROM council_rules WHERE council = e.council), e.closed_at, '', e.close_reason
FROM evaluation e WHERE e.state = 'closed';
INSERT INTO closing_member (closing, member, state, sheet)
SELECT c.id, m.id, CASE WHEN s.id IS NULL THEN 'absent' ELSE 'submitted' END, s.id
FROM closing c JOIN evaluation e ON e.id = c.evaluation
JOIN member m ON m.council = e.council AND m.role <> 'secretary' AND m.added_at <= c.closed_at
LEFT JOIN sheet s ON s.evaluation = e.id AND s.member = m.id AND s.scoring_round = (
  SELECT max (scoring_round) FROM sheet n WHERE n.evaluation = e.id AND n.member = m.id AND n.state = 'submitted');

ALTER TABLE evaluation DROP COLUMN closed_at;
ALTER TABLE evaluation DROP COLUMN close_reason;

CREATE TRIGGER closing_insert BEFORE INSERT ON closing
WHEN (SELECT state FROM evaluation WHERE id = new.evaluation) <> 'open'
  OR EXISTS (SELECT 1 FROM closing WHERE id = new.id OR uuid = new.uuid
  OR (evaluation = new.evaluation AND reopened_at IS NULL))
BEGIN SELECT raise (ABORT, 'the evaluation is closed'); END;
CREATE TRIGGER closing_update BEFORE UPDATE ON closing
WHEN NOT (old.reopened_at IS NULL AND new.reopened_at IS NOT NULL AND new.id = old.id AND new.uuid = old.uuid
  AND new.evaluation = old.evaluation AND new.rules = old.rules AND new.session IS old.session
  AND new.closed_at = old.closed_at
  AND new.closed_by = old.closed_by AND new.reason = old.reason)
BEGIN SELECT raise (ABORT, 'a closing is kept'); END;
CREATE TRIGGER closing_delete BEFORE DELETE ON closing BEGIN SELECT raise (ABORT, 'a closing is kept'); END;
CREATE TRIGGER closing_member_insert BEFORE INSERT ON closing_member
WHEN (SELECT e.state FROM closing c JOIN evaluation e ON e.id = c.evaluation WHERE c.id = new.closing) <> 'open'
BEGIN SELECT raise (ABORT, 'a closing is kept'); END;
CREATE TRIGGER closing_member_update BEFORE UPDATE ON closing_member BEGIN SELECT raise (ABORT, 'a closing is kept'); END;
CREATE TRIGGER closing_member_delete BEFORE DELETE ON closing_member BEGIN SELECT raise (ABORT, 'a closing is kept'); END;

-- closed, an evaluation can only be opened again, and only after its closing says so
CREATE TRIGGER closed_evaluation_update BEFORE UPDATE ON evaluation
WHEN old.state = 'closed' AND NOT (new.state = 'open' AND new.id = old.id AND new.uuid = old.uuid
  AND new.dossier = old.dossier AND new.round = old.round AND new.council = old.council
  AND NOT EXISTS (SELECT 1 FROM closing WHERE evaluation = old.id AND reopened_at IS NULL))
BEGIN SELECT raise (ABORT, 'the evaluation is closed'); END;
CREATE TRIGGER closing_evaluation_update BEFORE UPDATE ON evaluation
WHEN old.state = 'open' AND new.state = 'closed'
  AND NOT EXISTS (SELECT 1 FROM closing WHERE evaluation = old.id AND reopened_at IS NULL)
BEGIN SELECT raise (ABORT, 'a closing tells what counts'); END;

-- ------------------------------------------------------------------ recognition and certificate

ALTER TABLE regulation ADD COLUMN extension_days INTEGER NOT NULL DEFAULT 0; -- how long a late filer keeps validity

ALTER TABLE recognition ADD COLUMN evaluation INTEGER REFERENCES evaluation (id); -- NULL: of past years
ALTER TABLE recognition ADD COLUMN certificate TEXT NOT NULL DEFAULT '';
ALTER TABLE recognition ADD COLUMN withdrawn_on TEXT;
ALTER TABLE recognition ADD COLUMN withdrawn_ground TEXT NOT NULL DEFAULT '';
CREATE UNIQUE INDEX recognition_evaluation ON recognition (evaluation)
WHERE evaluation IS NOT NULL AND withdrawn_on IS NULL;
CREATE INDEX recognition_of ON recognition (evaluation) WHERE evaluation IS NOT NULL;

-- a decision recognises what a council closed, and never a rehearsal
CREATE TRIGGER recognition_insert BEFORE INSERT ON recognition
WHEN new.evaluation IS NOT NULL AND NOT EXISTS (SELECT 1 FROM evaluation e JOIN dossier d ON d.id = e.dossier
  WHERE e.id = new.evaluation AND e.state = 'closed' AND d.rehearsal = 0)
BEGIN SELECT raise (ABORT, 'only a closed product is recognised'); END;

-- what is recognised is opened again only after the recognition was withdrawn
CREATE TRIGGER recognised_evaluation_update BEFORE UPDATE ON evaluation
WHEN old.state = 'closed' AND new.state = 'open'
  AND EXISTS (SELECT 1 FROM recognition WHERE evaluation = old.id AND withdrawn_on IS NULL)
BEGIN SELECT raise (ABORT, 'the product is recognised'); END;

-- ------------------------------------------------------------------ rehearsals

-- scores of a rehearsal never become real ones, and real ones are not put aside as a rehearsal
CREATE TRIGGER scored_rehearsal_update BEFORE UPDATE ON dossier
WHEN old.rehearsal <> new.rehearsal
  AND EXISTS (SELECT 1 FROM evaluation e JOIN sheet s ON s.evaluation = e.id WHERE e.dossier = old.id)
BEGIN SELECT raise (ABORT, 'the dossier is scored'); END;

-- ------------------------------------------------------------------ log

ALTER TABLE audit ADD COLUMN book TEXT NOT NULL DEFAULT ''; -- digest over row_sum after the command

-- of every other table: how many rows, and the sum of their hashes, see src/db/row-sum.h
CREATE TABLE row_sum (
  name TEXT PRIMARY KEY, rows INTEGER NOT NULL, sum TEXT NOT NULL CHECK (length (sum) = 128)
) STRICT, WITHOUT ROWID;

-- ------------------------------------------------------------------ derived

-- what counts: of a closed product what its closing says; before, of each member the newest submitted sheet, unless the
-- member is recused, or has left and the rules or a successor's sheet say otherwise
CREATE VIEW counted_sheet AS
SELECT m.sheet AS id, c.evaluation, m.member FROM closing c JOIN closing_member m ON m.closing = c.id
WHERE c.reopened_at IS NULL AND m.sheet IS NOT NULL
UNION ALL
SELECT s.id, s.evaluation, s.member FROM sheet s
JOIN evaluation e ON e.id = s.evaluation
JOIN dossier d ON d.id = e.dossier
JOIN product p ON p.id = d.product
JOIN member m ON m.id = s.member
JOIN council_rules k ON k.council = e.council
  AND k.no = (SELECT max (no) FROM council_rules WHERE council = e.council)
WHERE e.state = 'open' AND s.state = 'submitted'
AND NOT EXISTS (SELECT 1 FROM sheet n WHERE n.evaluation = s.evaluation AND n.member = s.member
  AND n.state = 'submitted' AND n.scoring_round > s.scoring_round)
AND NOT EXISTS (SELECT 1 FROM recusal r WHERE r.member = s.member AND r.ended_at IS NULL
  AND (r.dossier = d.id OR r.producer = p.producer))
AND (m.left_at IS NULL OR (k.former_sheets = 'count'
  AND NOT EXISTS (SELECT 1 FROM successor l JOIN sheet n ON n.member = l.later
    WHERE l.member = m.id AND n.evaluation = s.evaluation AND n.state IN ('draft', 'submitted'))));

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
  d.id AS dossier, e.id AS evaluation
FROM evaluation e
JOIN dossier d ON d.id = e.dossier
JOIN product p ON p.id = d.product
JOIN producer r ON r.id = p.producer
JOIN council k ON k.id = e.council
JOIN level l ON l.regulation = d.regulation AND l.id = k.level
LEFT JOIN tally t ON t.evaluation = e.id
LEFT JOIN unmet u ON u.evaluation = e.id
LEFT JOIN (SELECT DISTINCT evaluation FROM finding WHERE state = 'confirmed') f ON f.evaluation = e.id
WHERE d.deleted = 0 AND d.rehearsal = 0;

-- evaluations whose recognition was withdrawn and that were neither closed nor recognised anew after it
CREATE VIEW withdrawal AS
SELECT g.evaluation, g.withdrawn_on FROM recognition g
JOIN closing z ON z.evaluation = g.evaluation AND z.reopened_at IS NULL
WHERE g.withdrawn_on IS NOT NULL AND g.decided_on >= date (z.closed_at, '+7 hours')
AND NOT EXISTS (SELECT 1 FROM recognition n WHERE n.evaluation = g.evaluation AND n.withdrawn_on IS NULL);

-- Where a dossier stands after all councils that closed it; the highest star that was really recognised.
CREATE VIEW dossier_progress AS
SELECT x.dossier, x.unit, max (x.state = 'closed') AS scored,
  max (CASE WHEN s.stars IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM withdrawal w WHERE w.evaluation = x.evaluation) THEN x.stars END) AS stars,
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
