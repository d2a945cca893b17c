-- Figures of town and country that somebody entered to stand beside the municipality's own: published by others, with limits. Not figures of a
-- measurement, so they may be taken away again; every coming and going is in the audit.
CREATE TABLE benchmarks (
  id TEXT PRIMARY KEY NOT NULL,
  municipality TEXT NOT NULL REFERENCES municipalities (id),
  json TEXT NOT NULL CHECK (json_valid(json) AND length(json) <= 65536)
) STRICT;
--> statement-breakpoint
CREATE INDEX benchmarks_by_municipality ON benchmarks (municipality);
