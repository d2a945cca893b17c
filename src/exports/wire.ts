// What crosses HTTP about exports. Pages import the types only.
import { z } from 'zod'

export const exportRequest = z.strictObject({ withArea: z.boolean(), reason: z.string().trim().min(1).max(500) })
export type ExportRequest = z.input<typeof exportRequest>

/** Days in which an export may be taken after it was asked for or agreed to. */
export const TAKE_DAYS = 7

export interface ExportAsked { export: string }

export interface ExportRow {
  id: string
  wave: string
  waveName: string
  withArea: boolean
  reason: string
  /** Names; `mine`: asked by whoever reads this. */
  askedBy: string
  mine: boolean
  askedOn: string
  agreedBy: string | null
  takenOn: string | null
  /** What it waits for: a second person, being taken, or nothing any more. */
  state: 'to-agree' | 'to-take' | 'taken' | 'lapsed'
}
