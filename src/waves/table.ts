// What is stored of a wave in `office`: the plan, the strata with counts, the manifest, counts by day.
// Never a code or an address, never a private key, never a resident's time, never a count finer than the day rounded down to 5 while
// fieldwork runs. The SQL stands in migrations/office/0002_waves.sql.
import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { Manifest, WaveKind } from '../crypto/manifest.ts'
import type { Plan } from './plan.ts'
import type { WaveState } from './wave.ts'

export const waves = sqliteTable('waves', {
  id: text().primaryKey(),
  municipality: text().notNull(),
  name: text().notNull(),
  label: text().notNull(),
  kind: text().$type<WaveKind>().notNull(),
  pilot: integer({ mode: 'boolean' }).notNull(),
  state: text().$type<WaveState>().notNull(),
  starts: text().notNull(),
  ends: text().notNull(),
  reminders: text({ mode: 'json' }).$type<string[]>().notNull(),
  graceHours: integer('grace_hours').notNull(),
  plan: text({ mode: 'json' }).$type<Plan>().notNull(),
  /** Instrument hash by language. */
  instruments: text({ mode: 'json' }).$type<Record<string, string>>().notNull(),
  /** The public half of the wave key (age1...). */
  recipient: text(),
  keyFingerprint: text('key_fingerprint'),
  keyConfirmed: integer('key_confirmed', { mode: 'boolean' }).notNull().default(false),
  /** Milliseconds since 1970; an instant of a staff act, the same for everybody. */
  closesAt: integer('closes_at'),
  approachStartedOn: text('approach_started_on'),
})

export const strata = sqliteTable(
  'strata',
  {
    wave: text().notNull(),
    position: integer().notNull(),
    id: text().notNull(),
    area: text().notNull(),
    population: integer().notNull(),
    toInvite: integer('to_invite').notNull(),
    drawn: integer().notNull().default(0),
    issued: integer(),
    /** Codes the help desk replaced. */
    replaced: integer().notNull().default(0),
  },
  (table) => [primaryKey({ columns: [table.wave, table.position] })],
)

export const manifests = sqliteTable('manifests', {
  reference: text().primaryKey(),
  digest: text().notNull(),
  wave: text().notNull(),
  json: text({ mode: 'json' }).$type<Manifest>().notNull(),
})

export const dayCounts = sqliteTable(
  'day_counts',
  {
    wave: text().notNull(),
    day: text().notNull(),
    /** Rounded down to 5. */
    received: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.wave, table.day] })],
)

/** Waves whose sealed answers no longer existed when a backup from before their count was restored. */
export const losses = sqliteTable('losses', {
  wave: text().primaryKey(),
  foundOn: text('found_on').notNull(),
})

export const areaCounts = sqliteTable(
  'area_counts',
  {
    wave: text().notNull(),
    day: text().notNull(),
    area: text().notNull(),
    /** Codes used, rounded down to 5. */
    received: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.wave, table.day, table.area] })],
)
