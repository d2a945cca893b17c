-- Threads that their reporters removed, so that they stay removed when a month's database is restored from a backup.
-- A database of its own, because a restore must not bring back an older one of it. No time; keys of threads say nothing by themselves.
CREATE TABLE removals (
  month TEXT NOT NULL CHECK (month GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]'),
  thread INTEGER NOT NULL CHECK (thread > 0),
  PRIMARY KEY (month, thread)
) STRICT, WITHOUT ROWID;
