// What is stored of results in `office`: uploads under way, frozen waves, certificates, public keys, editions, imported surveys.
// Never a readable answer, never a private key; frozen waves and exact rows only sealed to the archive key; published rows as they
// came from the analyst's device, suppressed. The SQL, with its write-once triggers, stands in migrations/office/0003_results.sql.
import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { Benchmark } from '../analysis/benchmark.ts'
import type { Audience, EditionHead, ImportedTable } from '../analysis/edition.ts'
import type { Certificate } from '../counting/certificate.ts'
import type { CertificateStatement } from '../counting/certificate-statement.ts'
import type { RowLeaves } from '../crypto/edition-seal.ts'
import { bytes } from '../db/columns.ts'
import type { FrozenMeta, ImportedFrame, PublishedParts } from './wire.ts'

export const uploads = sqliteTable('uploads', {
  id: text().primaryKey(),
  wave: text().notNull(),
  announced: text({ mode: 'json' }).$type<FrozenMeta>().notNull(),
})

export const uploadChunks = sqliteTable('upload_chunks', {
  upload: text().notNull(),
  position: integer().notNull(),
  bytes: bytes().notNull(),
}, (table) => [primaryKey({ columns: [table.upload, table.position] })])

export const frozenWaves = sqliteTable('frozen_waves', {
  wave: text().primaryKey(),
  meta: text({ mode: 'json' }).$type<FrozenMeta>().notNull(),
  frozenOn: text('frozen_on').notNull(),
})

export const frozenChunks = sqliteTable('frozen_chunks', {
  wave: text().notNull(),
  position: integer().notNull(),
  bytes: bytes().notNull(),
}, (table) => [primaryKey({ columns: [table.wave, table.position] })])

export const certificates = sqliteTable('certificates', {
  wave: text().primaryKey(),
  json: text({ mode: 'json' }).$type<Certificate>().notNull(),
})

export const municipalityKeys = sqliteTable('municipality_keys', {
  municipality: text().primaryKey(),
  archiveRecipient: text('archive_recipient').notNull(),
  archiveFingerprint: text('archive_fingerprint').notNull(),
  editionPublicKey: text('edition_public_key').notNull(),
})

export const editions = sqliteTable('editions', {
  id: text().primaryKey(),
  municipality: text().notNull(),
  number: integer().notNull(),
  wave: text().notNull(),
  audience: text().$type<Audience>().notNull(),
  publishedOn: text('published_on').notNull(),
  head: text({ mode: 'json' }).$type<EditionHead>().notNull(),
  published: text({ mode: 'json' }).$type<PublishedParts>().notNull(),
  exact: bytes().notNull(),
  root: text().notNull(),
  signature: text().notNull(),
  publicKey: text('public_key').notNull(),
  /** Digest of each published row by its id; none in editions from before. */
  leaves: text({ mode: 'json' }).$type<RowLeaves>(),
})

export const destructions = sqliteTable('destructions', {
  wave: text().notNull(),
  thing: text().notNull(),
  goneOn: text('gone_on').notNull(),
}, (table) => [primaryKey({ columns: [table.wave, table.thing] })])

export const signedCertificates = sqliteTable('signed_certificates', {
  wave: text().notNull(),
  number: integer().notNull(),
  statement: text({ mode: 'json' }).$type<CertificateStatement>().notNull(),
  signature: text().notNull(),
  publicKey: text('public_key').notNull(),
}, (table) => [primaryKey({ columns: [table.wave, table.number] })])

export const importedTables = sqliteTable('imported_tables', {
  id: text().primaryKey(),
  municipality: text().notNull(),
  json: text({ mode: 'json' }).$type<ImportedTable>().notNull(),
})

export const importedWaves = sqliteTable('imported_waves', {
  wave: text().primaryKey(),
  frame: text({ mode: 'json' }).$type<ImportedFrame>().notNull(),
})

export const benchmarks = sqliteTable('benchmarks', {
  id: text().primaryKey(),
  municipality: text().notNull(),
  json: text({ mode: 'json' }).$type<Omit<Benchmark, 'id'>>().notNull(),
})
