-- Areas of a municipality in a boundary year, their shapes and population counts, and the published instruments.
CREATE TABLE areas (
  municipality TEXT NOT NULL REFERENCES municipalities (id),
  boundary_year INTEGER NOT NULL CHECK (boundary_year BETWEEN 1990 AND 2100),
  code TEXT NOT NULL CHECK (length(code) BETWEEN 1 AND 20),
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
  role TEXT NOT NULL CHECK (role IN ('focus', 'comparison', 'other')),
  district TEXT NOT NULL DEFAULT '',
  -- A GeoJSON geometry (Polygon or MultiPolygon, WGS 84), or nothing yet.
  boundary TEXT CHECK (boundary IS NULL OR json_valid(boundary)),
  PRIMARY KEY (municipality, boundary_year, code)
) STRICT;
--> statement-breakpoint
CREATE TABLE control_totals (
  municipality TEXT NOT NULL,
  boundary_year INTEGER NOT NULL,
  area TEXT NOT NULL,
  -- Age class 1..4 and sex 1..2 as in the instrument.
  age INTEGER NOT NULL CHECK (age BETWEEN 1 AND 4),
  sex INTEGER NOT NULL CHECK (sex BETWEEN 1 AND 2),
  persons INTEGER NOT NULL CHECK (persons >= 0),
  -- The day the population was counted (YYYY-MM-DD), as its source states it.
  counted_on TEXT NOT NULL CHECK (counted_on GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
  PRIMARY KEY (municipality, boundary_year, area, age, sex),
  FOREIGN KEY (municipality, boundary_year, area) REFERENCES areas (municipality, boundary_year, code)
) STRICT;
--> statement-breakpoint
-- Named by its own digest, so it can never change; the same instrument serves every municipality.
CREATE TABLE instruments (
  hash TEXT PRIMARY KEY NOT NULL CHECK (length(hash) = 64),
  language TEXT NOT NULL,
  json TEXT NOT NULL CHECK (json_valid(json))
) STRICT;
--> statement-breakpoint
CREATE TRIGGER instruments_never_change BEFORE UPDATE ON instruments
BEGIN
  SELECT RAISE(ABORT, 'instruments: write-once');
END;
