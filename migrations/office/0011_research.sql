-- Exports of microdata: who asked, why, whether areas stand in it, who agreed, whether it was taken. The data never come here; what is kept
-- is that they left. A second person agrees before areas leave: enforced here, whatever a program says.
CREATE TABLE exports (
  id TEXT PRIMARY KEY NOT NULL,
  municipality TEXT NOT NULL REFERENCES municipalities (id),
  wave TEXT NOT NULL REFERENCES waves (id),
  with_area INTEGER NOT NULL CHECK (with_area IN (0, 1)),
  reason TEXT NOT NULL CHECK (length(reason) BETWEEN 1 AND 500),
  asked_by TEXT NOT NULL REFERENCES staff (id),
  asked_on TEXT NOT NULL CHECK (asked_on GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
  agreed_by TEXT REFERENCES staff (id) CHECK (agreed_by IS NULL OR agreed_by <> asked_by),
  agreed_on TEXT CHECK (agreed_on IS NULL OR agreed_on GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
  taken_on TEXT CHECK (taken_on IS NULL OR taken_on GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
  CHECK ((agreed_by IS NULL) = (agreed_on IS NULL)),
  CHECK (with_area = 0 OR taken_on IS NULL OR agreed_by IS NOT NULL)
) STRICT;
--> statement-breakpoint
CREATE INDEX exports_by_municipality ON exports (municipality);
--> statement-breakpoint
CREATE TRIGGER exports_never_go BEFORE DELETE ON exports
BEGIN
  SELECT RAISE(ABORT, 'exports: never removed');
END;
--> statement-breakpoint
CREATE TRIGGER exports_keep_what_was_asked BEFORE UPDATE ON exports
WHEN NEW.id <> OLD.id OR NEW.municipality <> OLD.municipality OR NEW.wave <> OLD.wave OR NEW.with_area <> OLD.with_area OR NEW.reason <> OLD.reason
  OR NEW.asked_by <> OLD.asked_by OR NEW.asked_on <> OLD.asked_on OR (OLD.agreed_by IS NOT NULL AND NEW.agreed_by IS NOT OLD.agreed_by) OR (OLD.taken_on IS NOT NULL AND NEW.taken_on IS NOT OLD.taken_on)
BEGIN
  SELECT RAISE(ABORT, 'exports: what was asked stays');
END;
