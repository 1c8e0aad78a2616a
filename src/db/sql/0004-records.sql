-- What is recorded is told apart from what follows: decisions of a council above on dossiers of this book, which kinds of
-- dossiers a plan counts, producers with the commune they live in, and which of them people hold for one.

DROP VIEW unit_progress;
DROP VIEW dossier_progress;
DROP VIEW counted_sheet;
DROP TRIGGER recognition_insert;
DROP TRIGGER recognised_evaluation_update;

-- ------------------------------------------------------------------ the plan

-- the kinds of dossiers whose recognition counts to the target, with spaces between
ALTER TABLE book ADD COLUMN counts TEXT NOT NULL DEFAULT 'first upgrade renewal';
-- this plan says "more products", which books of this plan were not told so far
UPDATE book SET counts = 'first' WHERE plan = 'tra-vinh-2024';

-- ------------------------------------------------------------------ decisions

-- a dossier of this book that another book's council scored on and decided: then it rests on no evaluation here
ALTER TABLE recognition ADD COLUMN dossier INTEGER REFERENCES dossier (id)
  CHECK (dossier IS NULL OR evaluation IS NULL);
CREATE INDEX recognition_dossier ON recognition (dossier) WHERE dossier IS NOT NULL;

-- a decision recognises what a council closed, and never a rehearsal
CREATE TRIGGER recognition_insert BEFORE INSERT ON recognition
WHEN (new.evaluation IS NOT NULL AND NOT EXISTS (SELECT 1 FROM evaluation e JOIN dossier d ON d.id = e.dossier
  WHERE e.id = new.evaluation AND e.state = 'closed' AND d.rehearsal = 0))
  OR (new.dossier IS NOT NULL AND NOT EXISTS (SELECT 1 FROM evaluation e JOIN dossier d ON d.id = e.dossier
  WHERE d.id = new.dossier AND e.state = 'closed' AND d.rehearsal = 0))
BEGIN SELECT raise (ABORT, 'only a closed product is recognised'); END;

-- what is recognised is opened again only after the recognition was withdrawn
CREATE TRIGGER recognised_evaluation_update BEFORE UPDATE ON evaluation
WHEN old.state = 'closed' AND new.state = 'open'
  AND EXISTS (SELECT 1 FROM recognition WHERE withdrawn_on IS NULL
  AND (evaluation = old.id OR dossier = old.dossier))
BEGIN SELECT raise (ABORT, 'the product is recognised'); END;

-- every decision on a dossier of this book, also those that ended
CREATE VIEW dossier_decision AS
SELECT g.id, coalesce (g.dossier, e.dossier) AS dossier, g.stars, g.decided_on,
  g.withdrawn_on IS NULL AND (g.valid_until IS NULL OR g.valid_until >= date ('now', '+7 hours')) AS in_force
FROM recognition g LEFT JOIN evaluation e ON e.id = g.evaluation
WHERE g.dossier IS NOT NULL OR g.evaluation IS NOT NULL;

-- ------------------------------------------------------------------ producers

-- code of the unit, a commune where that is told; '' when it is not known
ALTER TABLE producer ADD COLUMN commune TEXT NOT NULL DEFAULT '';
UPDATE producer SET commune = coalesce ((SELECT max (d.unit) FROM product p JOIN dossier d ON d.product = p.id
  WHERE p.producer = producer.id HAVING count (DISTINCT d.unit) = 1), '');

-- Two entries that somebody holds for one producer. Nothing is rewritten, so they can be told apart again.
CREATE TABLE producer_join (
  id INTEGER PRIMARY KEY, uuid TEXT NOT NULL UNIQUE, producer INTEGER NOT NULL REFERENCES producer (id),
  kept INTEGER NOT NULL REFERENCES producer (id), -- under whose name they are one
  joined_at TEXT NOT NULL, joined_by TEXT NOT NULL, reason TEXT NOT NULL CHECK (reason <> ''),
  separated_at TEXT, separated_by TEXT NOT NULL DEFAULT '', separate_reason TEXT NOT NULL DEFAULT '',
  CHECK (producer <> kept), CHECK ((separated_at IS NULL) = (separate_reason = ''))
) STRICT;
CREATE UNIQUE INDEX producer_join_present ON producer_join (producer) WHERE separated_at IS NULL;
CREATE INDEX producer_join_kept ON producer_join (kept) WHERE separated_at IS NULL;

-- one step only: who is kept is joined to nobody, and who is joined keeps nobody
CREATE TRIGGER producer_join_insert BEFORE INSERT ON producer_join
WHEN EXISTS (SELECT 1 FROM producer_join WHERE id = new.id OR uuid = new.uuid OR (separated_at IS NULL
  AND (producer IN (new.producer, new.kept) OR kept = new.producer)))
BEGIN SELECT raise (ABORT, 'the producer is joined already'); END;
CREATE TRIGGER producer_join_update BEFORE UPDATE ON producer_join
WHEN NOT (old.separated_at IS NULL AND new.separated_at IS NOT NULL AND new.id = old.id AND new.uuid = old.uuid
  AND new.producer = old.producer AND new.kept = old.kept AND new.joined_at = old.joined_at
  AND new.joined_by = old.joined_by AND new.reason = old.reason)
BEGIN SELECT raise (ABORT, 'a joining is kept'); END;
CREATE TRIGGER producer_join_delete BEFORE DELETE ON producer_join BEGIN SELECT raise (ABORT, 'a joining is kept'); END;

-- who a producer is, after what people joined
CREATE VIEW one_producer AS
SELECT r.id AS producer, coalesce (j.kept, r.id) AS one
FROM producer r LEFT JOIN producer_join j ON j.producer = r.id AND j.separated_at IS NULL;

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
  AND (r.dossier = d.id OR (SELECT one FROM one_producer WHERE producer = r.producer)
    = (SELECT one FROM one_producer WHERE producer = p.producer)))
AND (m.left_at IS NULL OR (k.former_sheets = 'count'
  AND NOT EXISTS (SELECT 1 FROM successor l JOIN sheet n ON n.member = l.later
    WHERE l.member = m.id AND n.evaluation = s.evaluation AND n.state IN ('draft', 'submitted'))));

-- Where a dossier stands: what was decided on it in force, else what its newest evaluation came to, that of the highest
-- level. "class" is one of recognised, waiting (for a decision), pipeline (also sent up and not answered), failed.
CREATE VIEW dossier_progress AS
WITH newest AS (
  SELECT x.dossier, x.state, x.stars, x.forwarded, z.day, row_number () OVER (PARTITION BY x.dossier
    ORDER BY l.position DESC, x.evaluation DESC) AS no
  FROM product_results x
  JOIN level l ON l.regulation = x.regulation AND l.id = x.level
  LEFT JOIN closing z ON z.evaluation = x.evaluation AND z.reopened_at IS NULL),
decided AS (
  SELECT dossier, stars, row_number () OVER (PARTITION BY dossier ORDER BY decided_on DESC, id DESC) AS no
  FROM dossier_decision WHERE in_force AND stars >= 3)
SELECT d.id AS dossier, d.unit, d.kind,
  EXISTS (SELECT 1 FROM product_results x WHERE x.dossier = d.id AND x.state = 'closed') AS scored,
  EXISTS (SELECT 1 FROM product_results x WHERE x.dossier = d.id AND x.forwarded) AS forwarded,
  g.stars,
  CASE WHEN g.stars IS NOT NULL THEN 'recognised'
    WHEN coalesce (n.state, 'open') <> 'closed' THEN 'pipeline'
    WHEN EXISTS (SELECT 1 FROM dossier_decision o WHERE o.dossier = d.id AND o.decided_on >= n.day) THEN 'failed'
    WHEN n.forwarded THEN 'pipeline'
    WHEN n.stars >= 3 THEN 'waiting'
    ELSE 'failed' END AS class
FROM dossier d
LEFT JOIN newest n ON n.dossier = d.id AND n.no = 1
LEFT JOIN decided g ON g.dossier = d.id AND g.no = 1
WHERE d.deleted = 0 AND d.rehearsal = 0;

-- The units right below the book's own, for the whole year.
CREATE VIEW unit_progress AS
SELECT b.year, u.code AS unit, u.name, coalesce (g.products, 0) AS target,
  count (x.dossier) AS registered,
  coalesce (sum (x.scored), 0) AS scored,
  count (CASE WHEN x.stars = 3 THEN 1 END) AS stars_3,
  count (CASE WHEN x.stars = 4 THEN 1 END) AS stars_4,
  count (CASE WHEN x.stars = 5 THEN 1 END) AS stars_5,
  coalesce (sum (x.forwarded), 0) AS forwarded,
  count (CASE WHEN x.class = 'waiting' THEN 1 END) AS waiting,
  count (CASE WHEN x.class = 'pipeline' THEN 1 END) AS pipeline,
  count (CASE WHEN x.class = 'failed' THEN 1 END) AS failed
FROM book b
JOIN unit u ON u.parent = b.unit
LEFT JOIN target g ON g.unit = u.code
LEFT JOIN unit_above a ON a.ancestor = u.code
LEFT JOIN dossier_progress x ON x.unit = a.code
GROUP BY u.code;
