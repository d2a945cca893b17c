-- Backups that were made, waves that a restore could not bring back, what people destroyed by hand, signed certificates, details of papers.
-- Days only: no resident's act is among these, and a finer time of a staff act stands in the audit.
CREATE TABLE backups (
  id TEXT PRIMARY KEY NOT NULL,
  made_on TEXT NOT NULL CHECK (made_on GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
  -- From this day on the file is gone.
  expires_on TEXT NOT NULL CHECK (expires_on GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]' AND expires_on >= made_on),
  -- JSON array of the waves whose sealed answers are in it.
  holds TEXT NOT NULL CHECK (json_valid(holds))
) STRICT;
--> statement-breakpoint
-- A wave whose sealed answers were counted and destroyed, in an office that a backup from before the count brought back.
CREATE TABLE losses (
  wave TEXT PRIMARY KEY NOT NULL REFERENCES waves (id),
  found_on TEXT NOT NULL CHECK (found_on GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]')
) STRICT;
--> statement-breakpoint
-- What people destroyed by hand and on which day: their word, beside the certificate, which never changes.
CREATE TABLE destructions (
  wave TEXT NOT NULL REFERENCES waves (id),
  thing TEXT NOT NULL CHECK (thing IN ('codeList', 'mergeFile', 'waveKey', 'keySheets')),
  gone_on TEXT NOT NULL CHECK (gone_on GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
  PRIMARY KEY (wave, thing)
) STRICT;
--> statement-breakpoint
-- A certificate as it was signed on an analyst's device; when more was destroyed, another number follows.
CREATE TABLE signed_certificates (
  wave TEXT NOT NULL REFERENCES waves (id),
  number INTEGER NOT NULL CHECK (number > 0),
  -- JSON of the statement that was signed.
  statement TEXT NOT NULL CHECK (json_valid(statement)),
  signature TEXT NOT NULL,
  public_key TEXT NOT NULL,
  PRIMARY KEY (wave, number)
) STRICT;
--> statement-breakpoint
-- What the papers say of a municipality that no other setting holds. Fields are named in src/papers/details.ts.
CREATE TABLE paper_details (
  municipality TEXT NOT NULL REFERENCES municipalities (id),
  field TEXT NOT NULL CHECK (length(field) BETWEEN 1 AND 40 AND field NOT GLOB '*[^a-zA-Z]*'),
  value TEXT NOT NULL CHECK (length(value) BETWEEN 1 AND 500),
  PRIMARY KEY (municipality, field)
) STRICT;
--> statement-breakpoint
-- Digest of every published row by its id, so that a row somebody changed later can be named. None in editions from before.
ALTER TABLE editions ADD COLUMN leaves TEXT CHECK (leaves IS NULL OR json_valid(leaves));
--> statement-breakpoint
CREATE TRIGGER destructions_never_change BEFORE UPDATE ON destructions
BEGIN
  SELECT RAISE(ABORT, 'destructions: write-once');
END;
--> statement-breakpoint
CREATE TRIGGER destructions_never_go BEFORE DELETE ON destructions
BEGIN
  SELECT RAISE(ABORT, 'destructions: write-once');
END;
--> statement-breakpoint
CREATE TRIGGER destructions_once BEFORE INSERT ON destructions WHEN EXISTS (SELECT 1 FROM destructions WHERE wave = NEW.wave AND thing = NEW.thing)
BEGIN
  SELECT RAISE(ABORT, 'destructions: write-once');
END;
--> statement-breakpoint
CREATE TRIGGER signed_certificates_never_change BEFORE UPDATE ON signed_certificates
BEGIN
  SELECT RAISE(ABORT, 'signed_certificates: write-once');
END;
--> statement-breakpoint
CREATE TRIGGER signed_certificates_never_go BEFORE DELETE ON signed_certificates
BEGIN
  SELECT RAISE(ABORT, 'signed_certificates: write-once');
END;
--> statement-breakpoint
CREATE TRIGGER signed_certificates_once BEFORE INSERT ON signed_certificates WHEN EXISTS (SELECT 1 FROM signed_certificates WHERE wave = NEW.wave AND number = NEW.number)
BEGIN
  SELECT RAISE(ABORT, 'signed_certificates: write-once');
END;
