// What is stored about staff: people with roles, one-time links and sessions (both as SHA-256 only, so that a stolen database signs nobody in).
// Never an address, a device or where somebody signed in from.
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { bytes } from '../db/columns.ts'
import type { Staff } from '../http/env.ts'

export const staff = sqliteTable('staff', {
  id: text().primaryKey(),
  municipality: text().notNull(),
  name: text().notNull(),
  /** JSON array of roles. */
  roles: text().notNull(),
  /** The narrowest audience whose editions a person reads who runs no measurement. */
  audience: text().$type<Staff['audience']>().notNull(),
  active: integer({ mode: 'boolean' }).notNull(),
})

export const staffLinks = sqliteTable('staff_links', {
  linkDigest: bytes('link_digest').primaryKey(),
  staff: text().notNull(),
  expiresAt: integer('expires_at').notNull(),
  used: integer({ mode: 'boolean' }).notNull(),
})

/** At most one row: the link of a system without a municipality. */
export const firstLinks = sqliteTable('first_links', {
  id: integer().primaryKey(),
  linkDigest: bytes('link_digest').notNull(),
  hosts: text().notNull(),
  expiresAt: integer('expires_at').notNull(),
})

export const staffProposals = sqliteTable('staff_proposals', {
  id: text().primaryKey(),
  municipality: text().notNull(),
  name: text().notNull(),
  /** JSON array of roles. */
  roles: text().notNull(),
  proposedBy: text('proposed_by').notNull(),
  /** Somebody else, once agreed. */
  approvedBy: text('approved_by'),
})

export const sessions = sqliteTable('sessions', {
  sessionDigest: bytes('session_digest').primaryKey(),
  staff: text().notNull(),
  /** The session's absolute end. */
  expiresAt: integer('expires_at').notNull(),
  /** The instant from which it counts as idle, pushed on by use. */
  idleAt: integer('idle_at').notNull(),
})
