-- The channel for reports of a municipality: who reads, who signs, which months have a key. Public keys and wrapped identities of staff; instants
-- are those of staff acts. What needs two people is refused here: nobody confirms what they asked for, nor themselves.
CREATE TABLE report_channels (
  municipality TEXT PRIMARY KEY NOT NULL REFERENCES municipalities (id),
  open INTEGER NOT NULL DEFAULT 0 CHECK (open IN (0, 1)),
  -- Of receipts; never changes.
  salt BLOB NOT NULL CHECK (length(salt) = 16),
  recovery_recipient TEXT,
  -- Who put it there; somebody else has to show that it opens, so that nobody puts in a key of their own.
  recovery_by TEXT REFERENCES staff (id),
  drilled_by TEXT REFERENCES staff (id) CHECK (drilled_by IS NULL OR drilled_by <> recovery_by),
  -- Whether the recovery key lies in three parts of which two are enough.
  recovery_split INTEGER NOT NULL DEFAULT 0 CHECK (recovery_split IN (0, 1)),
  -- The day somebody showed that the recovery key opens.
  drilled_on TEXT CHECK (drilled_on IS NULL OR drilled_on GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
  list TEXT CHECK (list IS NULL OR json_valid(list)),
  list_number INTEGER NOT NULL DEFAULT 0 CHECK (list_number >= 0),
  list_key BLOB,
  list_signature BLOB,
  -- Where the daily signal goes, and the day it last went.
  webhook TEXT NOT NULL DEFAULT '',
  signalled_on TEXT NOT NULL DEFAULT '',
  CHECK ((drilled_on IS NULL) = (drilled_by IS NULL)),
  CHECK (open = 0 OR list IS NOT NULL)
) STRICT;
--> statement-breakpoint
CREATE TABLE report_officers (
  staff TEXT PRIMARY KEY NOT NULL REFERENCES staff (id),
  municipality TEXT NOT NULL REFERENCES municipalities (id),
  recipient TEXT NOT NULL UNIQUE,
  -- The personal identity under a generated passphrase (age scrypt), base64url.
  wrapped TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('asked', 'active', 'left')),
  asked_by TEXT NOT NULL REFERENCES staff (id),
  confirmed_by TEXT REFERENCES staff (id) CHECK (confirmed_by IS NULL OR (confirmed_by <> asked_by AND confirmed_by <> staff)),
  CHECK (state <> 'active' OR confirmed_by IS NOT NULL)
) STRICT;
--> statement-breakpoint
CREATE INDEX report_officers_by_municipality ON report_officers (municipality);
--> statement-breakpoint
-- Nobody is born an officer, and INSERT OR REPLACE would be a way around the second person.
CREATE TRIGGER report_officers_ask_first BEFORE INSERT ON report_officers
WHEN NEW.state <> 'asked' OR NEW.confirmed_by IS NOT NULL
BEGIN
  SELECT RAISE(ABORT, 'report_officers: ask first');
END;
--> statement-breakpoint
-- What a second person confirmed is one key: another one is asked for anew.
CREATE TRIGGER report_officers_keep_their_key BEFORE UPDATE ON report_officers
WHEN NEW.state = 'active' AND (OLD.state NOT IN ('asked', 'active') OR NEW.recipient IS NOT OLD.recipient OR NEW.asked_by IS NOT OLD.asked_by
  OR (OLD.state = 'active' AND NEW.confirmed_by IS NOT OLD.confirmed_by))
BEGIN
  SELECT RAISE(ABORT, 'report_officers: ask first');
END;
--> statement-breakpoint
CREATE TABLE report_signers (
  public_key BLOB PRIMARY KEY NOT NULL CHECK (length(public_key) = 65),
  municipality TEXT NOT NULL REFERENCES municipalities (id),
  -- Sixteen characters of the digest of the public key: printed on the municipality's own site.
  key_name TEXT NOT NULL,
  -- The private half, sealed to the officers and the recovery key, base64url.
  wrapped TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('asked', 'active', 'past')),
  asked_by TEXT NOT NULL REFERENCES staff (id),
  confirmed_by TEXT REFERENCES staff (id) CHECK (confirmed_by IS NULL OR confirmed_by <> asked_by),
  since TEXT NOT NULL DEFAULT '',
  CHECK (state = 'asked' OR confirmed_by IS NOT NULL)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX report_signers_one_active ON report_signers (municipality) WHERE state = 'active';
--> statement-breakpoint
CREATE UNIQUE INDEX report_signers_one_asked ON report_signers (municipality) WHERE state = 'asked';
--> statement-breakpoint
CREATE TRIGGER report_signers_ask_first BEFORE INSERT ON report_signers
WHEN NEW.state <> 'asked' OR NEW.confirmed_by IS NOT NULL
BEGIN
  SELECT RAISE(ABORT, 'report_signers: ask first');
END;
--> statement-breakpoint
-- A change of who signs is public and stays so.
CREATE TRIGGER report_signers_never_go BEFORE DELETE ON report_signers WHEN OLD.state <> 'asked'
BEGIN
  SELECT RAISE(ABORT, 'report_signers: write-once');
END;
--> statement-breakpoint
CREATE TRIGGER report_signers_keep BEFORE UPDATE ON report_signers
WHEN NEW.public_key IS NOT OLD.public_key OR NEW.asked_by IS NOT OLD.asked_by OR (OLD.state <> 'asked' AND (NEW.confirmed_by IS NOT OLD.confirmed_by OR NEW.since IS NOT OLD.since))
BEGIN
  SELECT RAISE(ABORT, 'report_signers: write-once');
END;
--> statement-breakpoint
CREATE TABLE report_months (
  municipality TEXT NOT NULL REFERENCES municipalities (id),
  month TEXT NOT NULL CHECK (month GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]'),
  recipient TEXT NOT NULL UNIQUE,
  -- gone: database and key were destroyed.
  state TEXT NOT NULL CHECK (state IN ('living', 'gone')),
  PRIMARY KEY (municipality, month)
) STRICT;
--> statement-breakpoint
-- Texts an officer fetched, for the brake; older ones than a day are swept away, the audit keeps them.
CREATE TABLE report_readings (
  id INTEGER PRIMARY KEY NOT NULL,
  staff TEXT NOT NULL REFERENCES staff (id),
  month TEXT NOT NULL,
  thread INTEGER NOT NULL,
  at INTEGER NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX report_readings_by_staff ON report_readings (staff, at);
--> statement-breakpoint
-- Officers whom the brake stopped, until somebody else lets them go on.
CREATE TABLE report_stops (
  staff TEXT PRIMARY KEY NOT NULL REFERENCES staff (id),
  municipality TEXT NOT NULL REFERENCES municipalities (id)
) STRICT;
