-- What the server keeps of letters: how many, on which day, by whom; how many came back. Never a name, an address, a code or a mailing number.
ALTER TABLE strata ADD COLUMN replaced INTEGER NOT NULL DEFAULT 0 CHECK (replaced >= 0);
--> statement-breakpoint
-- What all letters of a wave say of their sender: site, phone with hours, return line, who signs. All of it is printed.
CREATE TABLE letter_senders (
  wave TEXT PRIMARY KEY NOT NULL REFERENCES waves (id),
  json TEXT NOT NULL CHECK (json_valid(json) AND length(json) <= 4000)
) STRICT;
--> statement-breakpoint
-- The sealed list on the coordinator's device: its public key, for what the help desk notes, and the word of the person who destroyed it.
CREATE TABLE mailing_lists (
  wave TEXT PRIMARY KEY NOT NULL REFERENCES waves (id),
  recipient TEXT NOT NULL CHECK (recipient GLOB 'age1*'),
  made_on TEXT NOT NULL CHECK (made_on GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
  made_by TEXT REFERENCES staff (id),
  destroyed_on TEXT CHECK (destroyed_on GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]' AND destroyed_on >= made_on),
  destroyed_by TEXT REFERENCES staff (id)
) STRICT;
--> statement-breakpoint
-- What was destroyed does not come back.
CREATE TRIGGER mailing_lists_stay_destroyed BEFORE UPDATE ON mailing_lists WHEN OLD.destroyed_on IS NOT NULL
BEGIN
  SELECT RAISE(ABORT, 'mailing_lists: destroyed');
END;
--> statement-breakpoint
-- One print run: the letter (phase 0), a reminder (1, 2), or replacements between them.
CREATE TABLE letter_runs (
  wave TEXT NOT NULL REFERENCES waves (id),
  number INTEGER NOT NULL CHECK (number > 0),
  phase INTEGER NOT NULL CHECK (phase BETWEEN 0 AND 5),
  day TEXT NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
  letters INTEGER NOT NULL CHECK (letters >= 0),
  staff TEXT REFERENCES staff (id),
  PRIMARY KEY (wave, number)
) STRICT;
--> statement-breakpoint
-- Letters that came back, per area: undelivered (nobody knows whether the person lives there) and ineligible (moved out of the area, died).
CREATE TABLE mail_returns (
  wave TEXT NOT NULL REFERENCES waves (id),
  area TEXT NOT NULL,
  undelivered INTEGER NOT NULL CHECK (undelivered >= 0),
  ineligible INTEGER NOT NULL CHECK (ineligible >= 0),
  PRIMARY KEY (wave, area)
) STRICT;
--> statement-breakpoint
-- Codes used per area, once a day, rounded down to 5; the count of the whole wave on that day is their sum, so that no subtraction tells more.
CREATE TABLE area_counts (
  wave TEXT NOT NULL REFERENCES waves (id),
  day TEXT NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
  area TEXT NOT NULL,
  received INTEGER NOT NULL CHECK (received >= 0 AND received % 5 = 0),
  PRIMARY KEY (wave, day, area)
) STRICT;
--> statement-breakpoint
-- More replaced codes than 2% of a wave: one person asks for a number, another agrees.
CREATE TABLE replacement_allowances (
  id TEXT PRIMARY KEY NOT NULL,
  wave TEXT NOT NULL REFERENCES waves (id),
  up_to INTEGER NOT NULL CHECK (up_to > 0),
  asked_by TEXT NOT NULL REFERENCES staff (id),
  agreed_by TEXT REFERENCES staff (id) CHECK (agreed_by IS NULL OR agreed_by <> asked_by)
) STRICT;
--> statement-breakpoint
CREATE INDEX replacement_allowances_by_wave ON replacement_allowances (wave);
--> statement-breakpoint
-- A batch of replaced codes, written before any code is replaced: a number, and an HMAC of the batch so that sending it again is the same batch.
CREATE TABLE code_replacements (
  id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 64),
  wave TEXT NOT NULL REFERENCES waves (id),
  codes INTEGER NOT NULL CHECK (codes > 0)
) STRICT;
--> statement-breakpoint
CREATE INDEX code_replacements_by_wave ON code_replacements (wave);
--> statement-breakpoint
CREATE TRIGGER code_replacements_within_bounds BEFORE INSERT ON code_replacements
WHEN NOT EXISTS (SELECT 1 FROM code_replacements WHERE id = NEW.id)
  AND (SELECT coalesce(sum(codes), 0) FROM code_replacements WHERE wave = NEW.wave) + NEW.codes > max(
    (SELECT coalesce(sum(drawn), 0) FROM strata WHERE wave = NEW.wave) / 50,
    (SELECT coalesce(max(up_to), 0) FROM replacement_allowances WHERE wave = NEW.wave AND agreed_by IS NOT NULL))
BEGIN
  SELECT RAISE(ABORT, 'code_replacements: a second person is needed');
END;
--> statement-breakpoint
CREATE TRIGGER code_replacements_never_change BEFORE UPDATE ON code_replacements
BEGIN
  SELECT RAISE(ABORT, 'code_replacements: write-once');
END;
--> statement-breakpoint
CREATE TRIGGER code_replacements_never_go BEFORE DELETE ON code_replacements
BEGIN
  SELECT RAISE(ABORT, 'code_replacements: write-once');
END;
--> statement-breakpoint
-- Reminders to unused codes only: the printer's public key, proposed by one person and agreed by another before any such list exists.
CREATE TABLE reminder_printers (
  wave TEXT PRIMARY KEY NOT NULL REFERENCES waves (id),
  recipient TEXT NOT NULL CHECK (recipient GLOB 'age1*'),
  asked_by TEXT NOT NULL REFERENCES staff (id),
  agreed_by TEXT REFERENCES staff (id) CHECK (agreed_by IS NULL OR agreed_by <> asked_by)
) STRICT;
