// What crosses HTTP about results: the announcement of a count, frozen waves, keys, editions, imports. Pages import the types only.
// A hidden cell is exactly {hidden: true}: the schemas are strict, so that no number can ride along.
import { z } from 'zod'
import { BREAK_REASONS, MEASURES } from '../analysis/edition.ts'
import type { EditionHead, PublishedComparison, PublishedDid, PublishedRow } from '../analysis/edition.ts'
import type { Certificate } from '../counting/certificate.ts'
import { HAND_THINGS } from '../counting/certificate-statement.ts'
import type { CertificateStatement, SignedCertificate } from '../counting/certificate-statement.ts'
import type { Manifest } from '../crypto/manifest.ts'
import { INVALID_REASONS } from '../counting/invalid-reasons.ts'
import type { PublishedInstrument } from '../instrument/instrument.ts'
import { base64urlText, day, hex64, recipient } from '../waves/fields.ts'
import type { importRequest } from './import-request.ts'

export type { Certificate }

const count = z.int().min(0)
export const LARGEST_CHUNK = 1024 * 1024

export const tally = z.strictObject({
  received: count,
  counted: count,
  duplicate: count,
  invalid: z.strictObject(Object.fromEntries(INVALID_REASONS.map((reason) => [reason, count])) as Record<(typeof INVALID_REASONS)[number], typeof count>),
  strata: z.record(z.string().max(40), count),
})

/** What a count announces before it uploads, and what is kept of it with the frozen wave. */
export const countAnnounced = z.strictObject({
  /** Number and digest of the sealed rows that were counted. */
  sealedSet: z.strictObject({ count, digest: hex64 }),
  /** Digest of the plain file: what a second analyst must reach. */
  digest: hex64,
  /** Digest of the sealed bytes. */
  sealedDigest: hex64,
  bytes: z.int().min(1).max(512 * LARGEST_CHUNK),
  chunks: z.array(hex64).min(1).max(512),
  tally,
})
export type CountAnnounced = z.input<typeof countAnnounced>
export type FrozenMeta = z.output<typeof countAnnounced>

export interface UploadOpened {
  upload: string
}

export const destroyRequest = z.strictObject({
  sealedSet: z.strictObject({ count, digest: hex64 }),
  /** What people destroyed by hand, and on which day: it stands in the certificate as their word. */
  attested: z.strictObject({ codeList: day.optional(), waveKey: day.optional(), keySheets: day.optional() }).optional(),
})
export type DestroyRequest = z.input<typeof destroyRequest>

export const keysRegistration = z.strictObject({
  archive: z.strictObject({ recipient, fingerprint: z.string().min(1).max(80) }),
  /** Ed25519, base64url of 32 bytes. */
  edition: z.strictObject({ publicKey: z.string().regex(/^[A-Za-z0-9_-]{43}$/) }),
})
export type MunicipalityKeys = z.input<typeof keysRegistration>

const figure = { value: z.number(), low: z.number(), high: z.number(), n: count, effectiveN: count, limit: z.enum(['atMost', 'atLeast']).optional() }
export const cell = z.union([
  z.strictObject({ ...figure, reliability: z.enum(['ok', 'wide']) }),
  z.strictObject({ hidden: z.literal(true) }),
])
const change = z.strictObject({ value: z.number(), low: z.number(), high: z.number() })
const measured = {
  id: z.string().min(1).max(64),
  item: z.string().max(64),
  measure: z.enum(MEASURES),
  categories: z.array(z.int()).max(40),
}

const publishedRow = z.strictObject({ ...measured, wave: z.string().max(64), domain: z.string().max(64), cell })
const comparison = z.strictObject({
  ...measured,
  domain: z.string().max(64),
  now: cell,
  baseline: cell,
  difference: change.nullable(),
  verdict: z.enum(['higher', 'lower', 'none', 'break', 'hidden', 'context']),
  reasons: z.array(z.enum(BREAK_REASONS)),
  adjusted: z.enum(['holm', 'bh']).nullable(),
  detectable: z.number().nullable(),
  checks: z.array(z.strictObject({ kind: z.enum(['unwatched', 'stayers', 'composition']), difference: change, verdict: z.enum(['higher', 'lower', 'none']) })),
}).refine((row) => row.difference === null || !('hidden' in row.now || 'hidden' in row.baseline), { message: 'a difference beside a hidden cell' })
const did = z.strictObject({
  ...measured,
  effect: change,
  comparisonAreas: count,
  placebo: z.strictObject({ rank: count, of: count }).nullable(),
  verdict: z.enum(['higher', 'lower', 'none', 'unclaimed']),
  detectable: z.number().nullable(),
})

export const editionRequest = z.strictObject({
  // What the head says is public by its nature; what is checked of it is what it claims about this municipality.
  head: z.looseObject({
    wave: z.strictObject({ id: z.string(), label: z.string(), starts: day, ends: day }),
    audience: z.enum(['steering', 'partners', 'public']),
    date: day,
    plan: z.looseObject({ evaluation: z.looseObject({ digest: hex64, amendments: z.array(z.looseObject({ digest: hex64 })) }).optional() }).optional(),
  }),
  rows: z.array(publishedRow).min(1),
  comparisons: z.array(comparison),
  did: z.array(did),
  /** ExactRow[] as JSON, sealed to the archive key. */
  exact: base64urlText.refine((text) => text.length <= 6 * LARGEST_CHUNK),
  root: hex64,
  signature: z.string().regex(/^[A-Za-z0-9_-]{86}$/),
})

/** Published parts with the ids by which they are sealed. */
export interface PublishedParts {
  rows: readonly (PublishedRow & { id: string })[]
  comparisons: readonly (PublishedComparison & { id: string })[]
  did: readonly (PublishedDid & { id: string })[]
}

export interface EditionRequest extends PublishedParts {
  head: EditionHead
  exact: string
  root: string
  signature: string
}

/** An edition as it is listed, for the contract of the API. */
export const editionSummary = z.strictObject({
  id: z.string(), number: z.int().min(1), wave: z.string(), audience: z.enum(['steering', 'partners', 'public']), publishedOn: day, head: editionRequest.shape.head,
})

/** An edition whole: what was published and the seal over it. */
export const editionAnswer = editionSummary.extend({
  rows: editionRequest.shape.rows, comparisons: editionRequest.shape.comparisons, did: editionRequest.shape.did,
  root: hex64, signature: editionRequest.shape.signature, publicKey: keysRegistration.shape.edition.shape.publicKey,
  /** SHA-256 leaf of each row by its id; none in editions from before. */
  leaves: z.record(z.string(), hex64).optional(),
})

export const destructionRecord = z.strictObject({ thing: z.enum(HAND_THINGS), goneOn: day })

/** The statement as it was shown (compared whole with the service's own) and its signature. */
export const certificateSignature = z.strictObject({
  statement: z.looseObject({ format: z.literal('nulmeting certificate 1'), audit: z.strictObject({ seq: count, digest: z.string() }), date: day }),
  signature: z.string().regex(/^[A-Za-z0-9_-]{86}$/),
})
export interface CertificateSignature {
  statement: CertificateStatement
  signature: string
}

export interface CertificateAnswer {
  /** As it stands now, unsigned. */
  statement: CertificateStatement
  /** Newest first. */
  signed: SignedCertificate[]
}

/** Everything about a counted wave that an outsider needs to check it. */
export interface WaveFile {
  format: 'nulmeting wave 1'
  manifest: Manifest | null
  frozen: FrozenMeta
  statement: CertificateStatement
  signed: SignedCertificate[]
  /** The municipality's public keys as registered. */
  keys: MunicipalityKeys
}

/** A counted wave in the public list. */
export interface PublicWave {
  wave: string
  name: string
  starts: string
  ends: string
}

export interface EditionPublished {
  edition: string
  number: number
}

export interface EditionSummary {
  id: string
  number: number
  wave: string
  audience: EditionHead['audience']
  publishedOn: string
  head: EditionHead
}

export interface EditionDetail extends EditionSummary, PublishedParts {
  root: string
  signature: string
  publicKey: string
  leaves?: Readonly<Record<string, string>>
}

export type ImportRequest = z.input<typeof importRequest>

/** What the analysis needs of imported microdata beside the sealed file. */
export interface ImportedFrame {
  boundaryYear: number
  n: number
  instrument: PublishedInstrument['instrument']
  itemHashes: Readonly<Record<string, Readonly<Record<string, string>>>>
  strata: readonly { id: string; area: string; population: number; invited: number }[]
}

/** An imported baseline: a wave for microdata, a table otherwise. */
export interface Imported {
  id: string
  kind: 'table' | 'microdata'
}


/** One topic of one publication, beside one of our own measures; what was declared equal decides whether it is tested. */
export const benchmarkRequest = z.strictObject({
  source: z.string().trim().min(1).max(100).regex(/^[^\p{Cc}]*$/u),
  topic: z.string().trim().min(1).max(200).regex(/^[^\p{Cc}]*$/u),
  beside: z.string().regex(/^[\w-]{1,64}\.(share|mean)(\.\d{1,3})*$/),
  measure: z.enum(['share', 'mean']),
  equal: z.strictObject({ wording: z.boolean(), scale: z.boolean(), mode: z.boolean() }),
  figures: z.array(z.strictObject({ region: z.string().trim().min(1).max(100).regex(/^[^\p{Cc}]*$/u), value: z.number().min(0).max(100), low: z.number().min(0).max(100).nullable(), high: z.number().min(0).max(100).nullable() })
    .refine(({ value, low, high }) => (low === null ? high === null : high !== null && low <= value && value <= high), { message: 'a value outside its limits, or one limit without the other' })).min(1).max(40),
}).refine(({ measure, figures }) => measure !== 'mean' || figures.every(({ value, high }) => Math.max(value, high ?? 0) <= 10), { message: 'a mark over 10' })
  .refine(({ beside, measure }) => beside.includes(`.${measure}`), { message: 'another measure than it stands beside' })
export type BenchmarkRequest = z.input<typeof benchmarkRequest>
