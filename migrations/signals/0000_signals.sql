-- The keys with which one month's signals are sealed in `office`: a database of its own, so that destroying it whole forgets their words.
CREATE TABLE month_keys (
  municipality TEXT PRIMARY KEY NOT NULL,
  key BLOB NOT NULL CHECK (length(key) = 32)
) STRICT;
