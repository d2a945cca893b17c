-- The one link of a system without a municipality: who opens it becomes the first coordinator. Gone once it was opened; the secret only as SHA-256.
CREATE TABLE first_links (
  id INTEGER PRIMARY KEY NOT NULL CHECK (id = 1),
  link_digest BLOB NOT NULL CHECK (length(link_digest) = 32),
  -- JSON array: the host names of residents' pages, which the coordinator's municipality will answer on.
  hosts TEXT NOT NULL CHECK (json_valid(hosts)),
  expires_at INTEGER NOT NULL
) STRICT;
