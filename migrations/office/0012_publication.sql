-- "U zei, wij doen": what the municipality answers residents beside an edition for everybody, per area and language. Its own words, so it may change.
CREATE TABLE area_answers (
  edition TEXT NOT NULL REFERENCES editions (id),
  -- An area code, or 'all' for the whole municipality.
  area TEXT NOT NULL CHECK (length(area) BETWEEN 1 AND 40),
  language TEXT NOT NULL CHECK (language IN ('nl', 'en')),
  said TEXT NOT NULL CHECK (length(said) <= 1000),
  doing TEXT NOT NULL CHECK (length(doing) <= 1000),
  PRIMARY KEY (edition, area, language)
) STRICT;
