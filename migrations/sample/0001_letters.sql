-- Replaced codes as a number per stratum: each replacement adds one row that is not a letter of its own, and one row that is marked without
-- a credential, whatever became of the old code. So drawn = rows - replaced and issued = marked - replaced, and no count tells which.
CREATE TABLE replacements (
  stratum INTEGER PRIMARY KEY NOT NULL CHECK (stratum BETWEEN 0 AND 255),
  codes INTEGER NOT NULL CHECK (codes >= 0)
) STRICT;
--> statement-breakpoint
-- What the help desk noted, sealed to the mailing list's key: the hash of a code, which this server never sees. All of one size.
CREATE TABLE notes (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  sealed BLOB NOT NULL CHECK (length(sealed) = 232),
  -- 1 once its replacement was printed.
  printed INTEGER NOT NULL DEFAULT 0 CHECK (printed IN (0, 1))
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
-- The list of unused codes of a planned day, sealed to the printer: one bit a letter, so that its size tells nothing. Made once a day.
CREATE TABLE reminder_lists (
  day TEXT PRIMARY KEY NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
  sealed BLOB NOT NULL
) STRICT;
