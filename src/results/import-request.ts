// The schema of an earlier survey as it is sent to be imported: a published table, or microdata sealed to the archive key.
// Separate from wire.ts because only the server reads it; pages know its type alone.
import { z } from 'zod'
import { base64urlText, day, hex64 } from '../waves/fields.ts'

const count = z.int().min(0)

const importedValue = z.strictObject({
  item: z.string().min(1).max(64),
  category: z.int().nullable(),
  domain: z.string().min(1).max(64),
  value: z.number().min(0).max(100),
  low: z.number().min(0).max(100).nullable(),
  high: z.number().min(0).max(100).nullable(),
  n: z.int().min(0).nullable(),
}).refine((row) => (row.low === null) === (row.high === null), { message: 'both limits or none' })

const importedTable = z.strictObject({
  kind: z.literal('table'),
  label: z.string().min(1).max(100),
  starts: day,
  ends: day,
  source: z.string().min(1).max(300),
  values: z.array(importedValue).min(1).max(20_000),
  sameAs: z.array(z.string().max(64)),
})

const importedMicrodata = z.strictObject({
  kind: z.literal('microdata'),
  label: z.string().min(1).max(100),
  starts: day,
  ends: day,
  boundaryYear: z.int().min(1990).max(2100),
  n: z.int().min(1),
  instrument: z.looseObject({ id: z.string() }),
  itemHashes: z.record(z.string(), z.record(z.string(), hex64)),
  strata: z.array(z.strictObject({ id: z.string().max(40), area: z.string().max(40), population: count, invited: count })).min(1).max(256),
  /** Digest of the plain imported file; the file itself sealed to the archive key. */
  digest: hex64,
  sealed: base64urlText,
})

export const importRequest = z.discriminatedUnion('kind', [importedTable, importedMicrodata])
