-- What residents send in one wave, and nothing else: one database per wave, destroyed whole after the count.
-- No time, no order, no value shared with any other database.
CREATE TABLE state (
  id INTEGER PRIMARY KEY NOT NULL CHECK (id = 1),
  -- Whether responses are taken.
  open INTEGER NOT NULL CHECK (open IN (0, 1)),
  -- The instant, fixed when fieldwork is ended, from which none is taken even when nobody closed (milliseconds since 1970).
  closes_at INTEGER
) STRICT;
--> statement-breakpoint
INSERT INTO state (id, open, closes_at) VALUES (1, 0, NULL);
--> statement-breakpoint
-- A row must fit its page (4,061 bytes): SQLite appends overflow pages in time order.
CREATE TABLE responses (
  -- Random 63 bits, so that the table lies in an order that says nothing.
  id INTEGER PRIMARY KEY NOT NULL CHECK (id > 0),
  -- SHA-256 of the credential's message: one credential, one row.
  spent BLOB NOT NULL UNIQUE CHECK (length(spent) = 32),
  sealed BLOB NOT NULL CHECK (length(sealed) IN (1222, 2246, 3526))
) STRICT;
