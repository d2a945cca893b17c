-- Uploads of a count, frozen waves, certificates, the municipality's public keys, editions and imported tables.
-- Frozen waves, certificates and editions are write-once: a correction is a new edition. INSERT OR REPLACE skips delete triggers, so each
-- insert is checked as well.
CREATE TABLE uploads (
  id TEXT PRIMARY KEY NOT NULL,
  wave TEXT NOT NULL REFERENCES waves (id),
  -- JSON: what was announced (counts, digests, chunk digests, tally). Numbers only.
  announced TEXT NOT NULL CHECK (json_valid(announced))
) STRICT;
--> statement-breakpoint
CREATE TABLE upload_chunks (
  upload TEXT NOT NULL REFERENCES uploads (id),
  position INTEGER NOT NULL CHECK (position >= 0),
  bytes BLOB NOT NULL CHECK (length(bytes) <= 1048576),
  PRIMARY KEY (upload, position)
) STRICT;
--> statement-breakpoint
CREATE TABLE frozen_waves (
  wave TEXT PRIMARY KEY NOT NULL REFERENCES waves (id),
  -- JSON as announced: digest of the plain file, digest of the sealed bytes, chunk digests, sealed set, tally.
  meta TEXT NOT NULL CHECK (json_valid(meta)),
  frozen_on TEXT NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE frozen_chunks (
  wave TEXT NOT NULL REFERENCES waves (id),
  position INTEGER NOT NULL CHECK (position >= 0),
  -- Sealed to the archive key.
  bytes BLOB NOT NULL CHECK (length(bytes) <= 1048576),
  PRIMARY KEY (wave, position)
) STRICT;
--> statement-breakpoint
CREATE TABLE certificates (
  wave TEXT PRIMARY KEY NOT NULL REFERENCES waves (id),
  json TEXT NOT NULL CHECK (json_valid(json))
) STRICT;
--> statement-breakpoint
CREATE TABLE municipality_keys (
  municipality TEXT PRIMARY KEY NOT NULL REFERENCES municipalities (id),
  -- Public halves only.
  archive_recipient TEXT NOT NULL,
  archive_fingerprint TEXT NOT NULL,
  edition_public_key TEXT NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE editions (
  id TEXT PRIMARY KEY NOT NULL,
  municipality TEXT NOT NULL REFERENCES municipalities (id),
  number INTEGER NOT NULL CHECK (number > 0),
  wave TEXT NOT NULL REFERENCES waves (id),
  audience TEXT NOT NULL CHECK (audience IN ('steering', 'partners', 'public')),
  published_on TEXT NOT NULL,
  head TEXT NOT NULL CHECK (json_valid(head)),
  -- JSON of the published rows, comparisons and differences in differences, suppressed and rounded on the analyst's device.
  published TEXT NOT NULL CHECK (json_valid(published)),
  -- Exact rows, sealed to the archive key.
  exact BLOB NOT NULL,
  root TEXT NOT NULL CHECK (length(root) = 64),
  signature TEXT NOT NULL,
  public_key TEXT NOT NULL,
  UNIQUE (municipality, number)
) STRICT;
--> statement-breakpoint
CREATE TABLE imported_tables (
  id TEXT PRIMARY KEY NOT NULL,
  municipality TEXT NOT NULL REFERENCES municipalities (id),
  -- JSON: a published table of an earlier survey.
  json TEXT NOT NULL CHECK (json_valid(json))
) STRICT;
--> statement-breakpoint
CREATE TABLE imported_waves (
  wave TEXT PRIMARY KEY NOT NULL REFERENCES waves (id),
  -- JSON: instrument, item hashes, areas as given: what the analysis needs beside the sealed microdata.
  frame TEXT NOT NULL CHECK (json_valid(frame))
) STRICT;
--> statement-breakpoint
CREATE TRIGGER frozen_waves_never_change BEFORE UPDATE ON frozen_waves
BEGIN
  SELECT RAISE(ABORT, 'frozen_waves: write-once');
END;
--> statement-breakpoint
CREATE TRIGGER frozen_waves_never_go BEFORE DELETE ON frozen_waves
BEGIN
  SELECT RAISE(ABORT, 'frozen_waves: write-once');
END;
--> statement-breakpoint
CREATE TRIGGER frozen_waves_once BEFORE INSERT ON frozen_waves WHEN EXISTS (SELECT 1 FROM frozen_waves WHERE wave = NEW.wave)
BEGIN
  SELECT RAISE(ABORT, 'frozen_waves: write-once');
END;
--> statement-breakpoint
CREATE TRIGGER frozen_chunks_never_change BEFORE UPDATE ON frozen_chunks
BEGIN
  SELECT RAISE(ABORT, 'frozen_chunks: write-once');
END;
--> statement-breakpoint
CREATE TRIGGER frozen_chunks_never_go BEFORE DELETE ON frozen_chunks
BEGIN
  SELECT RAISE(ABORT, 'frozen_chunks: write-once');
END;
--> statement-breakpoint
CREATE TRIGGER frozen_chunks_once BEFORE INSERT ON frozen_chunks WHEN EXISTS (SELECT 1 FROM frozen_chunks WHERE wave = NEW.wave AND position = NEW.position)
BEGIN
  SELECT RAISE(ABORT, 'frozen_chunks: write-once');
END;
--> statement-breakpoint
CREATE TRIGGER certificates_never_change BEFORE UPDATE ON certificates
BEGIN
  SELECT RAISE(ABORT, 'certificates: write-once');
END;
--> statement-breakpoint
CREATE TRIGGER certificates_never_go BEFORE DELETE ON certificates
BEGIN
  SELECT RAISE(ABORT, 'certificates: write-once');
END;
--> statement-breakpoint
CREATE TRIGGER certificates_once BEFORE INSERT ON certificates WHEN EXISTS (SELECT 1 FROM certificates WHERE wave = NEW.wave)
BEGIN
  SELECT RAISE(ABORT, 'certificates: write-once');
END;
--> statement-breakpoint
CREATE TRIGGER editions_never_change BEFORE UPDATE ON editions
BEGIN
  SELECT RAISE(ABORT, 'editions: write-once');
END;
--> statement-breakpoint
CREATE TRIGGER editions_never_go BEFORE DELETE ON editions
BEGIN
  SELECT RAISE(ABORT, 'editions: write-once');
END;
--> statement-breakpoint
CREATE TRIGGER editions_once BEFORE INSERT ON editions WHEN EXISTS (SELECT 1 FROM editions WHERE id = NEW.id OR (municipality = NEW.municipality AND number = NEW.number))
BEGIN
  SELECT RAISE(ABORT, 'editions: write-once');
END;
--> statement-breakpoint
CREATE TRIGGER municipality_keys_never_change BEFORE UPDATE ON municipality_keys
BEGIN
  SELECT RAISE(ABORT, 'municipality_keys: write-once');
END;
--> statement-breakpoint
CREATE TRIGGER municipality_keys_never_go BEFORE DELETE ON municipality_keys
BEGIN
  SELECT RAISE(ABORT, 'municipality_keys: write-once');
END;
--> statement-breakpoint
CREATE TRIGGER municipality_keys_once BEFORE INSERT ON municipality_keys WHEN EXISTS (SELECT 1 FROM municipality_keys WHERE municipality = NEW.municipality)
BEGIN
  SELECT RAISE(ABORT, 'municipality_keys: write-once');
END;
