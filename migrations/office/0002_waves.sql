-- Waves, their strata, manifests and daily counts. Instants here are those of staff acts; counts of what residents do are by day, rounded down to 5.
CREATE TABLE waves (
  id TEXT PRIMARY KEY NOT NULL CHECK (length(id) BETWEEN 1 AND 40 AND id NOT GLOB '*[^a-z0-9-]*'),
  municipality TEXT NOT NULL REFERENCES municipalities (id),
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
  -- Printed beside every code of the wave; the same for all.
  label TEXT NOT NULL UNIQUE CHECK (length(label) = 4 AND label NOT GLOB '*[^0-9A-HJKMNP-TV-Z]*'),
  kind TEXT NOT NULL CHECK (kind IN ('resident', 'professional', 'scan', 'imported')),
  pilot INTEGER NOT NULL CHECK (pilot IN (0, 1)),
  state TEXT NOT NULL CHECK (state IN ('draft', 'ready', 'field', 'grace', 'closed', 'counting', 'counted', 'sealed', 'imported')),
  starts TEXT NOT NULL CHECK (starts GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
  ends TEXT NOT NULL CHECK (ends GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]' AND ends >= starts),
  -- JSON array of days.
  reminders TEXT NOT NULL CHECK (json_valid(reminders)),
  grace_hours INTEGER NOT NULL CHECK (grace_hours BETWEEN 0 AND 336),
  -- JSON of the rest of the plan: boundary year, age floor, selection, primary outcomes, the day the approach started.
  plan TEXT NOT NULL CHECK (json_valid(plan)),
  -- JSON: instrument hash per language, once the battery is published.
  instruments TEXT NOT NULL CHECK (json_valid(instruments)),
  -- The public half of the wave key; the private half never comes here.
  recipient TEXT,
  key_fingerprint TEXT,
  key_confirmed INTEGER NOT NULL DEFAULT 0 CHECK (key_confirmed IN (0, 1)),
  -- When intake stops by itself: the instant of the staff act plus the grace.
  closes_at INTEGER,
  approach_started_on TEXT
) STRICT;
--> statement-breakpoint
CREATE INDEX waves_by_municipality ON waves (municipality);
--> statement-breakpoint
CREATE TABLE strata (
  wave TEXT NOT NULL REFERENCES waves (id),
  position INTEGER NOT NULL CHECK (position BETWEEN 0 AND 255),
  id TEXT NOT NULL,
  area TEXT NOT NULL,
  -- N: persons in the sampling frame of this stratum.
  population INTEGER NOT NULL CHECK (population >= 0),
  to_invite INTEGER NOT NULL CHECK (to_invite >= 0),
  drawn INTEGER NOT NULL DEFAULT 0 CHECK (drawn >= 0),
  -- Credentials issued; known only after fieldwork has ended.
  issued INTEGER CHECK (issued IS NULL OR issued >= 0),
  PRIMARY KEY (wave, position),
  UNIQUE (wave, id)
) STRICT;
--> statement-breakpoint
CREATE TABLE manifests (
  reference TEXT PRIMARY KEY NOT NULL CHECK (length(reference) = 16),
  digest TEXT NOT NULL UNIQUE CHECK (length(digest) = 64),
  wave TEXT NOT NULL UNIQUE REFERENCES waves (id),
  json TEXT NOT NULL CHECK (json_valid(json))
) STRICT;
--> statement-breakpoint
CREATE TRIGGER manifests_never_change BEFORE UPDATE ON manifests
BEGIN
  SELECT RAISE(ABORT, 'manifests: write-once');
END;
--> statement-breakpoint
CREATE TRIGGER manifests_never_go BEFORE DELETE ON manifests
BEGIN
  SELECT RAISE(ABORT, 'manifests: write-once');
END;
--> statement-breakpoint
-- INSERT OR REPLACE skips delete triggers.
CREATE TRIGGER manifests_once BEFORE INSERT ON manifests
WHEN EXISTS (SELECT 1 FROM manifests WHERE reference = NEW.reference OR digest = NEW.digest OR wave = NEW.wave)
BEGIN
  SELECT RAISE(ABORT, 'manifests: write-once');
END;
--> statement-breakpoint
-- Written once a day: never a live count.
CREATE TABLE day_counts (
  wave TEXT NOT NULL REFERENCES waves (id),
  day TEXT NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
  received INTEGER NOT NULL CHECK (received >= 0 AND received % 5 = 0),
  PRIMARY KEY (wave, day)
) STRICT;
