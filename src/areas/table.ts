// What is stored about a municipality: itself, its host names, its areas and their map in a boundary year, and population counts.
// All of it public; the contact block is the municipality's own, never a person's.
import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { AreaRole } from './wire.ts'

export const municipalities = sqliteTable('municipalities', {
  id: text().primaryKey(),
  name: text().notNull(),
  example: integer({ mode: 'boolean' }).notNull(),
  contactPhone: text('contact_phone').notNull(),
  contactHours: text('contact_hours').notNull(),
  contactWalkIn: text('contact_walk_in').notNull(),
  contactTeam: text('contact_team').notNull(),
  privacyUrl: text('privacy_url').notNull(),
  exitUrl: text('exit_url').notNull(),
  /** Who answers questions, and the data protection officer: a name or team with how to reach it. Fieldwork waits for both. */
  contact: text().notNull(),
  officer: text().notNull(),
})

export const hosts = sqliteTable('hosts', {
  /** Lower case, with the port where there is one. */
  host: text().primaryKey(),
  municipality: text().notNull(),
})

export const areas = sqliteTable('areas', {
  municipality: text().notNull(),
  boundaryYear: integer('boundary_year').notNull(),
  code: text().notNull(),
  name: text().notNull(),
  role: text().$type<AreaRole>().notNull(),
  /** The district the area is reported under where its own level is too fine; '' when there is none. */
  district: text().notNull(),
}, (table) => [primaryKey({ columns: [table.municipality, table.boundaryYear, table.code] })])

export const controlTotals = sqliteTable('control_totals', {
  municipality: text().notNull(),
  boundaryYear: integer('boundary_year').notNull(),
  area: text().notNull(),
  age: integer().notNull(),
  sex: integer().notNull(),
  persons: integer().notNull(),
  /** The day the population was counted, YYYY-MM-DD. */
  countedOn: text('counted_on').notNull(),
}, (table) => [primaryKey({ columns: [table.municipality, table.boundaryYear, table.area, table.age, table.sex] })])

export const areaMaps = sqliteTable('area_maps', {
  municipality: text().notNull(),
  boundaryYear: integer('boundary_year').notNull(),
  /** TopoJSON, metres of the national grid. */
  topology: text().notNull(),
}, (table) => [primaryKey({ columns: [table.municipality, table.boundaryYear] })])
