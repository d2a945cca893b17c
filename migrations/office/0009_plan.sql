-- The evaluation plan of a municipality: what the measurement has to show, written down before it measures. Locked once, then write-once:
-- a later change is an amendment that stays visible. Also for whom a reader may read.
CREATE TABLE evaluation_plans (
  municipality TEXT PRIMARY KEY NOT NULL REFERENCES municipalities (id),
  -- JSON: objectives, outcomes with their smallest relevant change, focus and comparison areas, start of the approach.
  body TEXT NOT NULL CHECK (json_valid(body)),
  locked_on TEXT CHECK (locked_on IS NULL OR locked_on GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
  -- SHA-256 of the canonical JSON, set when it is locked.
  digest TEXT CHECK (digest IS NULL OR length(digest) = 64),
  CHECK ((locked_on IS NULL) = (digest IS NULL))
) STRICT;
--> statement-breakpoint
CREATE TABLE plan_amendments (
  municipality TEXT NOT NULL REFERENCES evaluation_plans (municipality),
  seq INTEGER NOT NULL CHECK (seq > 0),
  amended_on TEXT NOT NULL CHECK (amended_on GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
  reason TEXT NOT NULL CHECK (length(reason) BETWEEN 1 AND 1000),
  -- JSON: the whole plan as it is from now on.
  body TEXT NOT NULL CHECK (json_valid(body)),
  -- SHA-256 of the digest before it, the day, the reason and the plan.
  digest TEXT NOT NULL UNIQUE CHECK (length(digest) = 64),
  PRIMARY KEY (municipality, seq)
) STRICT;
--> statement-breakpoint
CREATE TRIGGER evaluation_plans_locked BEFORE UPDATE ON evaluation_plans WHEN OLD.locked_on IS NOT NULL
BEGIN
  SELECT RAISE(ABORT, 'evaluation_plans: locked');
END;
--> statement-breakpoint
CREATE TRIGGER evaluation_plans_never_go BEFORE DELETE ON evaluation_plans WHEN OLD.locked_on IS NOT NULL
BEGIN
  SELECT RAISE(ABORT, 'evaluation_plans: locked');
END;
--> statement-breakpoint
-- INSERT OR REPLACE skips delete triggers. An upsert's conflict is found before, so its update is guarded by the trigger above.
CREATE TRIGGER evaluation_plans_once BEFORE INSERT ON evaluation_plans
WHEN EXISTS (SELECT 1 FROM evaluation_plans WHERE municipality = NEW.municipality AND locked_on IS NOT NULL)
BEGIN
  SELECT RAISE(ABORT, 'evaluation_plans: locked');
END;
--> statement-breakpoint
CREATE TRIGGER plan_amendments_append BEFORE INSERT ON plan_amendments
WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM plan_amendments WHERE municipality = NEW.municipality)
  OR NOT EXISTS (SELECT 1 FROM evaluation_plans WHERE municipality = NEW.municipality AND locked_on IS NOT NULL)
BEGIN
  SELECT RAISE(ABORT, 'plan_amendments: append only');
END;
--> statement-breakpoint
CREATE TRIGGER plan_amendments_never_change BEFORE UPDATE ON plan_amendments
BEGIN
  SELECT RAISE(ABORT, 'plan_amendments: write-once');
END;
--> statement-breakpoint
CREATE TRIGGER plan_amendments_never_go BEFORE DELETE ON plan_amendments
BEGIN
  SELECT RAISE(ABORT, 'plan_amendments: write-once');
END;
--> statement-breakpoint
-- Editions up to this audience are for a person who only reads; whoever runs a measurement sees them all.
ALTER TABLE staff ADD COLUMN audience TEXT NOT NULL DEFAULT 'steering' CHECK (audience IN ('steering', 'partners', 'public'));
