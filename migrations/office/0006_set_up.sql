-- What a municipality says of itself before fieldwork, colleagues that wait for a second person, and the map of a boundary year.
-- Who answers questions, and the data protection officer: a name or a team with how to reach it, as the municipality publishes them.
ALTER TABLE municipalities ADD COLUMN contact TEXT NOT NULL DEFAULT '';
--> statement-breakpoint
ALTER TABLE municipalities ADD COLUMN officer TEXT NOT NULL DEFAULT '';
--> statement-breakpoint
-- A colleague proposed by one person; a role that opens or reads waits for another person, and the two are never the same.
CREATE TABLE staff_proposals (
  id TEXT PRIMARY KEY NOT NULL,
  municipality TEXT NOT NULL REFERENCES municipalities (id),
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
  -- JSON array of roles, sorted.
  roles TEXT NOT NULL CHECK (json_valid(roles)),
  proposed_by TEXT NOT NULL REFERENCES staff (id),
  approved_by TEXT REFERENCES staff (id) CHECK (approved_by IS NULL OR approved_by <> proposed_by)
) STRICT;
--> statement-breakpoint
CREATE INDEX staff_proposals_by_municipality ON staff_proposals (municipality);
--> statement-breakpoint
-- One topology of all areas of a year, simplified once, in metres of the national grid (RD, EPSG:28992): borders are shared, so it is small.
CREATE TABLE area_maps (
  municipality TEXT NOT NULL REFERENCES municipalities (id),
  boundary_year INTEGER NOT NULL CHECK (boundary_year BETWEEN 1990 AND 2100),
  topology TEXT NOT NULL CHECK (json_valid(topology) AND length(topology) <= 900000),
  PRIMARY KEY (municipality, boundary_year)
) STRICT;
--> statement-breakpoint
ALTER TABLE areas DROP COLUMN boundary;
