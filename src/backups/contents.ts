// What a backup says of itself, as the first file inside it: when, what, with which digests, and what was destroyed by then. Pure.
// Separate because making and restoring read the same shape, and restoring trusts none of it before it is checked.
import { z } from 'zod'

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
/** `office`, or a kind and a name. */
const path = z.string().regex(/^(?:office|[a-z]+\/[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)$/)

export const contents = z.strictObject({
  format: z.literal('nulmeting backup 1'),
  madeOn: day,
  expiresOn: day,
  databases: z.array(z.strictObject({ path, bytes: z.int().min(1), sha256: z.string().regex(/^[0-9a-f]{64}$/) })).min(1),
  /** Kind and name of what had been destroyed when the backup was made: a restore destroys it again. */
  forgotten: z.array(z.strictObject({ kind: z.string().regex(/^[a-z]+$/), name: z.string().regex(/^[a-z0-9-]{1,64}$/) })),
})
export type Contents = z.output<typeof contents>

/** The name of the file inside the archive. */
export const CONTENTS = 'backup.json'

/** The file name of a database inside the archive. */
export function fileOf(database: string): string {
  return `${database}.db`
}
