// What crosses HTTP about waves. Pages import the types only.
// Counts of what residents do are by day and rounded down to 5; nothing finer crosses while fieldwork runs.
import { z } from 'zod'
import type { Area, ControlTotal, Plan as AnalysisPlan, Stratum } from '../analysis/edition.ts'
import type { Manifest, WaveKind } from '../crypto/manifest.ts'
import type { PublishedInstrument } from '../instrument/instrument.ts'
import type { Certificate, FrozenMeta } from '../results/wire.ts'
import { day, recipient, waveId } from './fields.ts'
import type { Plan } from './plan.ts'
import type { WaveState } from './wave.ts'

const modules = z.array(z.string().min(1).max(40)).min(1).max(40).optional()
const languages = z.array(z.string().min(2).max(20)).min(1).max(20).default(['nl', 'en'])
const instruments = z.record(z.string(), z.string().regex(/^[0-9a-f]{64}$/)).optional()
const primaryOutcomes = z.array(z.string().min(1).max(40)).max(4).default([])
const strata = z.array(z.strictObject({
  // Travels into lists, files and objects: begins with a letter or digit, so that it is no formula and no `__proto__`.
  id: z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N} .,:;()+-]{0,39}$/u).optional(),
  area: z.string().min(1).max(40),
  population: z.int().min(0),
  toInvite: z.int().min(0).max(1_000_000),
})).min(1).max(256)
const days = {
  starts: day,
  reminders: z.array(day).max(5).default([]),
  ends: day,
  graceHours: z.int().min(0).max(336).default(48),
  boundaryYear: z.int().min(1990).max(2100),
  ageFloor: z.int().min(12).max(99).default(18),
  approachStartedOn: day.nullable().default(null),
}
const name = z.string().trim().min(1).max(100)

/** Nieuwe meting: what a wave begins with. */
export const waveDraft = z.strictObject({ name, kind: z.enum(['resident', 'professional']), pilot: z.boolean().default(false), ...days, copyOf: waveId.nullable().default(null) })
export type WaveDraft = z.input<typeof waveDraft>

export const daysOfWave = z.strictObject({ name, ...days })
export type DaysOfWave = z.input<typeof daysOfWave>

/** `instruments`: published before (digest by language), in place of the battery as it is now. */
export const questionnaireOfWave = z.strictObject({ battery: z.string().min(1).max(40), modules, languages, instruments, primaryOutcomes })
export type QuestionnaireOfWave = z.input<typeof questionnaireOfWave>

export const strataOfWave = z.strictObject({ selection: z.enum(['person', 'address', 'census']).default('person'), strata })
export type StrataOfWave = z.input<typeof strataOfWave>

export const wavePlan = z.strictObject({
  name,
  kind: z.enum(['resident', 'professional']),
  pilot: z.boolean().default(false),
  ...days,
  battery: z.string().min(1).max(40).default('core'),
  modules,
  languages,
  /** Instruments published before (hash by language) in place of a battery as it is now. */
  instruments,
  selection: z.enum(['person', 'address', 'census']).default('person'),
  primaryOutcomes,
  strata,
})
export type WavePlan = z.input<typeof wavePlan>

export const keyRegistration = z.strictObject({ recipient, fingerprint: z.string().min(1).max(80) })
export type KeyRegistration = z.input<typeof keyRegistration>

export const keyConfirmation = z.strictObject({ recipient })
export type KeyConfirmation = z.input<typeof keyConfirmation>

/** Acts without details are sent `{}`: every unsafe request has a JSON body. */
export const nothing = z.strictObject({})

export interface WaveDefined {
  wave: string
  label: string
}

export interface ManifestFrozen {
  reference: string
  digest: string
}

export interface LabelAnswer {
  manifest: string
}

/** How far the plan is, before letters go out. */
export interface Preparation {
  /** Areas of the boundary year, and how many of them have register counts. */
  areas: number
  counted: number
  /** Languages the questionnaire is there in. */
  languages: number
  /** Letters planned, all groups together. */
  toInvite: number
  key: 'none' | 'made' | 'confirmed'
}

export interface WaveSummary {
  id: string
  name: string
  label: string
  kind: WaveKind
  pilot: boolean
  state: WaveState
  starts: string
  ends: string
  /** Invites drawn. */
  invited: number
  /** Rounded down to 5; null before the first daily count. */
  received: number | null
  /** The day of that count, YYYY-MM-DD. */
  asOf: string | null
  preparation: Preparation
  frozenDigest: string | null
  certificate: Certificate | null
  /** The day a restored backup was found to lack this wave's answers, which were counted and destroyed after it was made; usually absent. */
  lost?: string
}

export interface WaveStratum extends Stratum {
  toInvite: number
  issued: number | null
}

export interface WaveDetail extends WaveSummary {
  reminders: readonly string[]
  graceHours: number
  plan: Plan
  approachStartedOn: string | null
  /** Hash by language. */
  instruments: Readonly<Record<string, string>>
  recipient: string | null
  keyFingerprint: string | null
  keyConfirmed: boolean
  /** ISO instant at which intake stops by itself; null until fieldwork was ended. */
  closesAt: string | null
  manifest: Manifest | null
  manifestDigest: string | null
  strata: readonly WaveStratum[]
  frozen: FrozenMeta | null
}

/** Everything the analysis needs besides microdata. */
export interface WaveFrame {
  municipality: { id: string; name: string; example: boolean }
  wave: { id: string; label: string; starts: string; ends: string; kind: WaveKind }
  boundaryYear: number
  areas: readonly Area[]
  strata: readonly Stratum[]
  controlTotals: readonly ControlTotal[]
  /** As published; none for an imported wave. */
  instruments: readonly PublishedInstrument[]
  /** Imported waves only: their own instrument and item hashes per language. */
  instrument: PublishedInstrument['instrument'] | null
  itemHashes: Readonly<Record<string, Readonly<Record<string, string>>>> | null
  plan: AnalysisPlan
}
