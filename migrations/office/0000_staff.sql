-- Municipalities, their hosts, staff, sign-in links, sessions and the audit chain.
-- Secrets are stored as SHA-256 only. Times here are those of staff acts, never of a resident.
CREATE TABLE municipalities (
  id TEXT PRIMARY KEY NOT NULL CHECK (length(id) BETWEEN 1 AND 40 AND id NOT GLOB '*[^a-z0-9-]*'),
  name TEXT NOT NULL,
  example INTEGER NOT NULL DEFAULT 0 CHECK (example IN (0, 1)),
  -- What a resident page says when the phone cannot do it, and where quick exit leads: all public, all of the municipality itself.
  contact_phone TEXT NOT NULL DEFAULT '',
  contact_hours TEXT NOT NULL DEFAULT '',
  contact_walk_in TEXT NOT NULL DEFAULT '',
  contact_team TEXT NOT NULL DEFAULT '',
  privacy_url TEXT NOT NULL DEFAULT '',
  exit_url TEXT NOT NULL DEFAULT '/weer.html'
) STRICT;
--> statement-breakpoint
CREATE TABLE hosts (
  host TEXT PRIMARY KEY NOT NULL CHECK (host = lower(host)),
  municipality TEXT NOT NULL REFERENCES municipalities (id)
) STRICT;
--> statement-breakpoint
CREATE INDEX hosts_by_municipality ON hosts (municipality);
--> statement-breakpoint
CREATE TABLE staff (
  id TEXT PRIMARY KEY NOT NULL,
  municipality TEXT NOT NULL REFERENCES municipalities (id),
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
  -- JSON array of roles, sorted.
  roles TEXT NOT NULL CHECK (json_valid(roles)),
  active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1)),
  UNIQUE (municipality, name)
) STRICT;
--> statement-breakpoint
CREATE TABLE staff_links (
  link_digest BLOB PRIMARY KEY NOT NULL CHECK (length(link_digest) = 32),
  staff TEXT NOT NULL REFERENCES staff (id),
  expires_at INTEGER NOT NULL,
  used INTEGER NOT NULL DEFAULT 0 CHECK (used IN (0, 1))
) STRICT;
--> statement-breakpoint
CREATE TABLE sessions (
  session_digest BLOB PRIMARY KEY NOT NULL CHECK (length(session_digest) = 32),
  staff TEXT NOT NULL REFERENCES staff (id),
  expires_at INTEGER NOT NULL,
  idle_at INTEGER NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX sessions_by_staff ON sessions (staff);
--> statement-breakpoint
CREATE TABLE audit (
  -- One chain for each municipality, so that none learns from gaps what another does; '' is the deployment itself.
  municipality TEXT NOT NULL,
  seq INTEGER NOT NULL CHECK (seq > 0),
  staff TEXT,
  act TEXT NOT NULL,
  -- Canonical JSON of what was acted upon; never a secret, never anything of a resident.
  subject TEXT NOT NULL CHECK (json_valid(subject)),
  at INTEGER NOT NULL,
  previous_digest BLOB NOT NULL CHECK (length(previous_digest) = 32),
  digest BLOB NOT NULL UNIQUE CHECK (length(digest) = 32),
  PRIMARY KEY (municipality, seq)
) STRICT;
--> statement-breakpoint
-- INSERT OR REPLACE skips delete triggers, so the insert itself is checked: one more than the last, joined to the head.
CREATE TRIGGER audit_appends BEFORE INSERT ON audit
WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM audit WHERE municipality = NEW.municipality)
  OR NEW.previous_digest IS NOT coalesce((SELECT digest FROM audit WHERE municipality = NEW.municipality ORDER BY seq DESC LIMIT 1), zeroblob(32))
  OR EXISTS (SELECT 1 FROM audit WHERE digest = NEW.digest)
BEGIN
  SELECT RAISE(ABORT, 'audit: stale head');
END;
--> statement-breakpoint
CREATE TRIGGER audit_never_changes BEFORE UPDATE ON audit
BEGIN
  SELECT RAISE(ABORT, 'audit: write-once');
END;
--> statement-breakpoint
CREATE TRIGGER audit_never_forgets BEFORE DELETE ON audit
BEGIN
  SELECT RAISE(ABORT, 'audit: write-once');
END;
--> statement-breakpoint
-- Acts on another database than this one: the intent is written before, the outcome after, and start-up completes what is open.
CREATE TABLE intents (
  id TEXT PRIMARY KEY NOT NULL,
  municipality TEXT NOT NULL,
  staff TEXT,
  act TEXT NOT NULL,
  subject TEXT NOT NULL CHECK (json_valid(subject)),
  outcome TEXT CHECK (outcome IS NULL OR json_valid(outcome))
) STRICT;
--> statement-breakpoint
CREATE INDEX intents_open ON intents (id) WHERE outcome IS NULL;
