-- What was told in one month in one municipality: sealed bytes under random keys, and the month's key wrapped to who may read.
-- Destroyed whole, with that key. No time, no order, no value that stands in another database; every row fits its page (4,061 bytes), because
-- SQLite appends overflow pages in time order, and there is no index, because small entries lie in a page in the order they came.
CREATE TABLE state (
  id INTEGER PRIMARY KEY NOT NULL CHECK (id = 1),
  -- Whether reports are taken.
  open INTEGER NOT NULL CHECK (open IN (0, 1)),
  -- The day (YYYY-MM-DD) of the last staff act that closed a thread; '' before the first.
  last_closed_on TEXT NOT NULL CHECK (last_closed_on = '' OR last_closed_on GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]')
) STRICT;
--> statement-breakpoint
INSERT INTO state (id, open, last_closed_on) VALUES (1, 1, '');
--> statement-breakpoint
CREATE TABLE threads (
  -- 63 bits of the locator's digest: random, and found without an index.
  id INTEGER PRIMARY KEY NOT NULL CHECK (id > 0),
  -- SHA-256 of what only the words give.
  locator BLOB NOT NULL CHECK (length(locator) = 32),
  authentication BLOB NOT NULL CHECK (length(authentication) = 32),
  -- The reporter's note to themselves; the codes the inbox opens. Two of these rows never share a page.
  note BLOB NOT NULL CHECK (length(note) = 1222),
  head BLOB NOT NULL CHECK (length(head) = 1222),
  -- 0 open, 1 closed, 2 junk, 3 removed by the reporter.
  state INTEGER NOT NULL DEFAULT 0 CHECK (state IN (0, 1, 2, 3)),
  received INTEGER NOT NULL DEFAULT 0 CHECK (received BETWEEN 0 AND 65535),
  sent INTEGER NOT NULL DEFAULT 0 CHECK (sent BETWEEN 0 AND 65535),
  read INTEGER NOT NULL DEFAULT 0 CHECK (read IN (0, 1)),
  merged_into INTEGER,
  codings INTEGER NOT NULL DEFAULT 0 CHECK (codings >= 0)
) STRICT;
--> statement-breakpoint
-- Texts in five parts and messages in one; the key is 63 bits of a digest over thread, kind and number.
CREATE TABLE parts (
  id INTEGER PRIMARY KEY NOT NULL CHECK (id > 0),
  bytes BLOB NOT NULL CHECK (length(bytes) = 3526)
) STRICT;
--> statement-breakpoint
-- What officers coded of a thread, sealed to the month.
CREATE TABLE codings (
  id INTEGER PRIMARY KEY NOT NULL REFERENCES threads (id),
  sealed BLOB NOT NULL CHECK (length(sealed) = 1222)
) STRICT;
--> statement-breakpoint
-- Challenges that were used, by the digest of their signature; nothing joins them to a thread.
CREATE TABLE spent (
  mark BLOB PRIMARY KEY NOT NULL CHECK (length(mark) = 32)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
-- The month's private key, sealed to one officer each, and to the recovery key under ''. By recipient, because two officers may make a key for
-- the same month at the same moment: `office` says whose counts.
CREATE TABLE wraps (
  recipient TEXT NOT NULL,
  staff TEXT NOT NULL,
  wrapped BLOB NOT NULL CHECK (length(wrapped) BETWEEN 1 AND 1000),
  PRIMARY KEY (recipient, staff)
) STRICT, WITHOUT ROWID;
