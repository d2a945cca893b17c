-- What leaves the report team (coded signals to partner organisations, agreements that come of them), counts of reports per area and
-- quarter, and the municipality's pages of advice. Nothing here is a report: reports lie sealed in their month's own database.
CREATE TABLE partners (
  id TEXT PRIMARY KEY NOT NULL,
  municipality TEXT NOT NULL REFERENCES municipalities (id),
  -- The name of an organisation, never of a person.
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
  -- 1: the network that takes complex cases; only it is sent referrals.
  network INTEGER NOT NULL CHECK (network IN (0, 1)),
  active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1)),
  UNIQUE (municipality, name)
) STRICT;
--> statement-breakpoint
-- The keys drafts are sealed to: a reviewer's personal identity, its private half wrapped by a generated passphrase. Counts only once
-- somebody else confirmed it, so that nobody becomes a reader of drafts alone.
CREATE TABLE review_keys (
  staff TEXT PRIMARY KEY NOT NULL REFERENCES staff (id),
  recipient TEXT NOT NULL CHECK (length(recipient) = 62),
  wrapped TEXT NOT NULL CHECK (length(wrapped) BETWEEN 100 AND 2000),
  confirmed_by TEXT REFERENCES staff (id),
  CHECK (confirmed_by IS NULL OR confirmed_by <> staff)
) STRICT;
--> statement-breakpoint
-- Which signed-in person reads for which organisation: one each.
CREATE TABLE partner_contacts (
  staff TEXT PRIMARY KEY NOT NULL REFERENCES staff (id),
  partner TEXT NOT NULL REFERENCES partners (id)
) STRICT;
--> statement-breakpoint
CREATE TABLE signals (
  id TEXT PRIMARY KEY NOT NULL,
  municipality TEXT NOT NULL REFERENCES municipalities (id),
  -- The month it was written in, which names the key its words are sealed with.
  month TEXT NOT NULL CHECK (month GLOB '20[0-9][0-9]-[01][0-9]'),
  kind TEXT NOT NULL CHECK (kind IN ('signal', 'referral')),
  state TEXT NOT NULL CHECK (state IN ('draft', 'returned', 'released', 'withdrawn')),
  writer TEXT NOT NULL REFERENCES staff (id),
  -- The second person, who judged whether it identifies the reporter.
  reviewer TEXT REFERENCES staff (id),
  -- SHA-256 of the words as written: what is released is what was written.
  commitment TEXT NOT NULL CHECK (length(commitment) = 64 AND commitment NOT GLOB '*[^0-9a-f]*'),
  -- Under the month's key, which lies in a database of its own and goes after twelve months: until the release what the writer's device
  -- sealed to the reviewers, after it the coded text. NULL once forgotten.
  sealed BLOB CHECK (sealed IS NULL OR length(sealed) BETWEEN 29 AND 20000),
  written_on TEXT NOT NULL CHECK (written_on GLOB '20[0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  reviewed_on TEXT CHECK (reviewed_on GLOB '20[0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  -- From this day on partners see it: signals leave in a batch, so that none can be told by its day.
  visible_on TEXT CHECK (visible_on GLOB '20[0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  CHECK (reviewer IS NULL OR reviewer <> writer),
  CHECK (state NOT IN ('returned', 'released') OR (reviewer IS NOT NULL AND reviewed_on IS NOT NULL)),
  CHECK (state <> 'draft' OR (reviewer IS NULL AND reviewed_on IS NULL)),
  CHECK (state <> 'released' OR (visible_on IS NOT NULL AND visible_on >= reviewed_on))
) STRICT;
--> statement-breakpoint
CREATE INDEX signals_by_municipality ON signals (municipality);
--> statement-breakpoint
-- Nothing is born released, and INSERT OR REPLACE skips delete triggers.
CREATE TRIGGER signals_begin_as_drafts BEFORE INSERT ON signals
WHEN NEW.state <> 'draft' OR EXISTS (SELECT 1 FROM signals WHERE id = NEW.id)
BEGIN
  SELECT RAISE(ABORT, 'signals: begin as drafts');
END;
--> statement-breakpoint
-- What left stays what two people let go: only the words can be forgotten and the signal be withdrawn.
CREATE TRIGGER signals_leave_once BEFORE UPDATE ON signals
WHEN OLD.state IN ('released', 'withdrawn') AND (
  NEW.state NOT IN (OLD.state, 'withdrawn') OR NEW.writer <> OLD.writer OR NEW.reviewer IS NOT OLD.reviewer OR NEW.commitment <> OLD.commitment
  OR NEW.municipality <> OLD.municipality OR NEW.month <> OLD.month OR NEW.kind <> OLD.kind OR NEW.reviewed_on IS NOT OLD.reviewed_on
  OR NEW.visible_on IS NOT OLD.visible_on OR (NEW.sealed IS NOT NULL AND NEW.sealed IS NOT OLD.sealed))
BEGIN
  SELECT RAISE(ABORT, 'signals: left already');
END;
--> statement-breakpoint
CREATE TRIGGER signals_never_go BEFORE DELETE ON signals
BEGIN
  SELECT RAISE(ABORT, 'signals: forgotten with their key, not by row');
END;
--> statement-breakpoint
CREATE TABLE signal_partners (
  signal TEXT NOT NULL REFERENCES signals (id),
  partner TEXT NOT NULL REFERENCES partners (id),
  PRIMARY KEY (signal, partner)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
-- A partner of the same municipality only, and a referral to the network only; nobody is added to what has left.
CREATE TRIGGER signal_partners_belong BEFORE INSERT ON signal_partners
WHEN NOT EXISTS (
  SELECT 1 FROM signals JOIN partners ON partners.municipality = signals.municipality
  WHERE signals.id = NEW.signal AND partners.id = NEW.partner AND signals.state = 'draft' AND (signals.kind = 'signal' OR partners.network = 1))
BEGIN
  SELECT RAISE(ABORT, 'signal_partners: not for this partner');
END;
--> statement-breakpoint
-- Who (the partner), what (sealed with the signal's month), by when; then the day it was done, or the day it was given up.
CREATE TABLE agreements (
  id TEXT PRIMARY KEY NOT NULL,
  signal TEXT NOT NULL,
  partner TEXT NOT NULL,
  made_by TEXT NOT NULL REFERENCES staff (id),
  made_on TEXT NOT NULL CHECK (made_on GLOB '20[0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  due_on TEXT NOT NULL CHECK (due_on GLOB '20[0-9][0-9]-[01][0-9]-[0-3][0-9]' AND due_on >= made_on),
  done_on TEXT CHECK (done_on GLOB '20[0-9][0-9]-[01][0-9]-[0-3][0-9]' AND done_on >= made_on),
  missed_on TEXT CHECK (missed_on GLOB '20[0-9][0-9]-[01][0-9]-[0-3][0-9]' AND missed_on >= made_on),
  sealed BLOB CHECK (sealed IS NULL OR length(sealed) BETWEEN 29 AND 2000),
  CHECK (done_on IS NULL OR missed_on IS NULL),
  FOREIGN KEY (signal, partner) REFERENCES signal_partners (signal, partner)
) STRICT;
--> statement-breakpoint
CREATE INDEX agreements_by_signal ON agreements (signal);
--> statement-breakpoint
CREATE TRIGGER agreements_follow_signals BEFORE INSERT ON agreements
WHEN NOT EXISTS (SELECT 1 FROM signals WHERE id = NEW.signal AND state = 'released')
BEGIN
  SELECT RAISE(ABORT, 'agreements: only on what was released');
END;
--> statement-breakpoint
-- Reports opened on officers' devices, per month: sealed to these officers, so that a quarter can be counted after its months are gone.
CREATE TABLE report_tallies (
  municipality TEXT NOT NULL REFERENCES municipalities (id),
  month TEXT NOT NULL CHECK (month GLOB '20[0-9][0-9]-[01][0-9]'),
  sealed BLOB NOT NULL CHECK (length(sealed) BETWEEN 200 AND 40000),
  PRIMARY KEY (municipality, month)
) STRICT;
--> statement-breakpoint
-- NULL is "fewer than 5": a smaller number cannot be stored.
CREATE TABLE report_counts (
  municipality TEXT NOT NULL REFERENCES municipalities (id),
  quarter TEXT NOT NULL CHECK (quarter GLOB '20[0-9][0-9]-Q[1-4]'),
  area TEXT NOT NULL CHECK (length(area) BETWEEN 1 AND 20),
  reports INTEGER CHECK (reports IS NULL OR reports >= 5),
  PRIMARY KEY (municipality, quarter, area)
) STRICT;
--> statement-breakpoint
CREATE TABLE advice_pages (
  municipality TEXT NOT NULL REFERENCES municipalities (id),
  slug TEXT NOT NULL CHECK (length(slug) BETWEEN 1 AND 40 AND slug NOT GLOB '*[^a-z0-9-]*'),
  position INTEGER NOT NULL CHECK (position BETWEEN 1 AND 99),
  PRIMARY KEY (municipality, slug)
) STRICT;
--> statement-breakpoint
CREATE TABLE advice_texts (
  municipality TEXT NOT NULL,
  slug TEXT NOT NULL,
  language TEXT NOT NULL CHECK (length(language) BETWEEN 2 AND 20),
  title TEXT NOT NULL CHECK (length(title) BETWEEN 1 AND 100),
  -- Plain text: paragraphs, headings, lists. Never markup that a browser would run.
  body TEXT NOT NULL CHECK (length(body) BETWEEN 1 AND 8000),
  PRIMARY KEY (municipality, slug, language),
  FOREIGN KEY (municipality, slug) REFERENCES advice_pages (municipality, slug)
) STRICT;
