-- What is being typed and not left yet, kept every two seconds so that a crash or a power cut takes at most that much.
-- It is no record: outside the log and the sums over rows. Leaving the field makes a command of it and takes it away.

CREATE TABLE typing (
  subject TEXT NOT NULL CHECK (subject <> ''), -- UUID of the sheet or dossier that it is typed for
  field TEXT NOT NULL CHECK (field <> ''),     -- the number of a criterion: its note; else a field of the dossier
  text TEXT NOT NULL,
  typed_at TEXT NOT NULL,
  PRIMARY KEY (subject, field)
) STRICT;

-- nothing is typed for what is handed in, taken back or taken away
CREATE TRIGGER typing_insert BEFORE INSERT ON typing
WHEN EXISTS (SELECT 1 FROM sheet WHERE uuid = new.subject AND state <> 'draft')
BEGIN SELECT raise (ABORT, 'the sheet is sealed'); END;
CREATE TRIGGER typing_update BEFORE UPDATE ON typing
WHEN EXISTS (SELECT 1 FROM sheet WHERE uuid IN (old.subject, new.subject) AND state <> 'draft')
BEGIN SELECT raise (ABORT, 'the sheet is sealed'); END;
CREATE TRIGGER typing_ends AFTER UPDATE OF state ON sheet WHEN new.state <> 'draft'
BEGIN DELETE FROM typing WHERE subject = new.uuid; END;
CREATE TRIGGER typing_gone AFTER DELETE ON sheet BEGIN DELETE FROM typing WHERE subject = old.uuid; END;
