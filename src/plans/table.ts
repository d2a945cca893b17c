// What is stored of the evaluation plan. Write-once from the moment it is locked: by triggers in migrations/office/0009_plan.sql.
import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { EvaluationPlan } from '../analysis/evaluation-plan.ts'

export const evaluationPlans = sqliteTable('evaluation_plans', {
  municipality: text().primaryKey(),
  body: text({ mode: 'json' }).$type<EvaluationPlan>().notNull(),
  lockedOn: text('locked_on'),
  digest: text(),
})

export const planAmendments = sqliteTable('plan_amendments', {
  municipality: text().notNull(),
  seq: integer().notNull(),
  amendedOn: text('amended_on').notNull(),
  reason: text().notNull(),
  body: text({ mode: 'json' }).$type<EvaluationPlan>().notNull(),
  digest: text().notNull(),
}, (table) => [primaryKey({ columns: [table.municipality, table.seq] })])
