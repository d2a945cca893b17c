// What crosses HTTP about papers. Pages import the types only.
import { z } from 'zod'
import { DETAILS, fitsDetail } from './details.ts'
import type { DetailField, DetailName } from './details.ts'
import type { Block, Paper } from './paper.ts'

export type { Block, DetailField, DetailName, Paper }

const names = DETAILS.map(({ field }) => field) as [DetailName, ...DetailName[]]

/** One detail; an empty value takes it away. */
export const paperDetail = z.strictObject({ field: z.enum(names), value: z.string().trim().max(500) })
  .refine(({ field, value }) => value === '' || fitsDetail(field, value), { message: 'not of the form', path: ['value'] })
export type PaperDetail = z.input<typeof paperDetail>

export interface PapersAnswer {
  papers: readonly Paper[]
  fields: readonly DetailField[]
  values: Readonly<Partial<Record<string, string>>>
}
