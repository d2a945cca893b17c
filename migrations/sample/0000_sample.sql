-- Who was invited to one wave: one database per wave, destroyed whole when fieldwork ends. Nothing here is a time, an order or a name.
CREATE TABLE state (
  id INTEGER PRIMARY KEY NOT NULL CHECK (id = 1),
  -- Whether credentials are issued.
  open INTEGER NOT NULL CHECK (open IN (0, 1))
) STRICT;
--> statement-breakpoint
INSERT INTO state (id, open) VALUES (1, 0);
--> statement-breakpoint
-- WITHOUT ROWID: rows lie in the order of the HMAC, which says nothing; a rowid would keep the order of drawing.
CREATE TABLE invites (
  code_hmac BLOB PRIMARY KEY NOT NULL CHECK (length(code_hmac) = 32),
  stratum INTEGER NOT NULL CHECK (stratum BETWEEN 0 AND 255),
  -- Born as 32 random bytes: a column filled from NULL grows its row, and the growth tells the order in which codes were used.
  blinded_hash BLOB NOT NULL CHECK (length(blinded_hash) = 32),
  -- 0 and 1 take the same number of bytes on disk.
  issued INTEGER NOT NULL DEFAULT 0 CHECK (issued IN (0, 1))
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE issuer_keys (
  stratum INTEGER PRIMARY KEY NOT NULL CHECK (stratum BETWEEN 0 AND 255),
  key_id TEXT NOT NULL UNIQUE CHECK (length(key_id) = 64),
  -- The public half, which the manifest carries.
  spki TEXT NOT NULL,
  -- PKCS #8 under AES-GCM with a key derived from the server secret.
  wrapped BLOB NOT NULL
) STRICT;
