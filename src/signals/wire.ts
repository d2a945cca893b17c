// What crosses HTTP about signals, agreements, partners and counts. Pages import the types only.
// A signal has no field for a person, a house, a day or an hour: place as area and kind of spot, behaviour, ISO week, seriousness, a short text.
import { z } from 'zod'
import { unbase64url } from '../crypto/base64url.ts'
import { REPORT_KINDS, REPORT_SPOTS } from '../crypto/report.ts'
import type { AgreementState } from './agreement.ts'

export const signalKinds = ['signal', 'referral'] as const
export type SignalKind = (typeof signalKinds)[number]
export const signalStates = ['draft', 'returned', 'released', 'withdrawn'] as const
/** draft: waits for a second person · returned: sent back with a remark · released: left, partners see it from `visibleOn` · withdrawn: taken back. */
export type SignalState = (typeof signalStates)[number]

/** When a case is one for the network: all four, and then it is a referral. */
export const complexCriteria = ['crime-or-disorder', 'several-areas-of-life', 'impact-on-neighbourhood', 'one-intervention-will-not-do'] as const
export type ComplexCriterion = (typeof complexCriteria)[number]

/** What the second person answers for before anything leaves; each with "no danger". */
export const reviewChecks = ['one-household', 'only-source', 'vantage-point', 'names-and-numbers', 'coarse-place', 'coarse-time', 'own-words', 'acting-tells'] as const
export type ReviewCheck = (typeof reviewChecks)[number]

export const seriousnesses = ['light', 'serious', 'very-serious'] as const
export type Seriousness = (typeof seriousnesses)[number]

const day = z.iso.date()
const id = z.uuid()
const isoWeek = z.string().regex(/^20\d\d-W(?:0[1-9]|[1-4]\d|5[0-3])$/)
const words = (most: number) => z.string().trim().min(1).max(most).regex(/^[^\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]*$/u)
const sealedText = (most: number) => z.string().max(Math.ceil((most * 4) / 3)).transform((text, context) => {
  try {
    return unbase64url(text)
  } catch {
    context.addIssue({ code: 'custom', message: 'base64url' })
    return z.NEVER
  }
})

export const signalContent = z.strictObject({
  area: z.string().min(1).max(20),
  /** The kinds of places and behaviour are those a reporter chooses from. */
  spot: z.enum(REPORT_SPOTS),
  behaviour: z.enum(REPORT_KINDS),
  week: isoWeek,
  seriousness: z.enum(seriousnesses),
  text: words(1000),
  criteria: z.array(z.enum(complexCriteria)).max(4).refine((all) => new Set(all).size === all.length),
})
export type SignalContent = z.output<typeof signalContent>

/** Hex SHA-256 of the canonical JSON of {content, salt}; the salt is 32 random bytes, base64url. */
const commitment = z.string().regex(/^[0-9a-f]{64}$/)
const salt = z.string().regex(/^[\w-]{43}$/)

/** `draft`: content, salt and remarks, sealed on the writer's device to the reviewers and the writer; the server cannot read it. */
export const signalDraft = z.strictObject({ kind: z.enum(signalKinds), partners: z.array(id).min(1).max(10), commitment, draft: sealedText(16_000) })
export type SignalDraft = z.input<typeof signalDraft>

export const signalRelease = z.strictObject({
  content: signalContent, salt, checklist: z.strictObject(Object.fromEntries(reviewChecks.map((check) => [check, z.literal(true)])) as Record<ReviewCheck, z.ZodLiteral<true>>),
})
export type SignalRelease = z.input<typeof signalRelease>

/** The same draft with a remark inside, sealed again by the reviewer's device; `commitment` is that of the draft that was read. */
export const signalReturn = z.strictObject({ commitment, draft: sealedText(16_000) })
export type SignalReturn = z.input<typeof signalReturn>

export const newAgreement = z.strictObject({ partner: id, what: words(300), dueOn: day })
export type NewAgreement = z.input<typeof newAgreement>

export const settlement = z.union([z.strictObject({ outcome: z.literal('done'), on: day }), z.strictObject({ outcome: z.literal('missed') })])
export type Settlement = z.input<typeof settlement>

export const partnerName = z.strictObject({ name: words(100).refine((text) => !text.includes('\n')), network: z.boolean(), active: z.boolean().default(true) })
export type PartnerName = z.input<typeof partnerName>
export const partnerContact = z.strictObject({ staff: z.string().min(1).max(60) })

/** PUT /api/signals/keys: a reviewer's personal identity, wrapped by a generated passphrase on their device. */
export const reviewKey = z.strictObject({ recipient: z.string().regex(/^age1[02-9ac-hj-np-z]{58}$/), wrapped: z.string().regex(/^[\w-]+$/).max(2_000) })
export type ReviewKey = z.input<typeof reviewKey>
/** POST /api/signals/keys/:staff/confirm: by another, who compared the mark of the key with its owner. */
export const reviewKeyConfirmation = z.strictObject({ recipient: z.string().max(80) })

/** GET /api/signals/keys: whom drafts are sealed to, and one's own wrapped key. */
export interface ReviewKeys {
  own: { recipient: string; wrapped: string; confirmed: boolean } | null
  reviewers: readonly { staff: string; name: string; recipient: string; confirmed: boolean; self: boolean }[]
}

export const monthTally = z.strictObject({ sealed: sealedText(40_000) })
export type MonthTally = z.input<typeof monthTally>
/** `reports`: 5 or more, or null for fewer than 5, nought among them. */
export const quarterCounts = z.strictObject({ counts: z.array(z.strictObject({ area: z.string().min(1).max(20), reports: z.int().min(5).max(1_000_000).nullable() })).max(500) })
export type QuarterCounts = z.input<typeof quarterCounts>

/** Acts without details are sent `{}`. */
export const nothing = z.strictObject({})

export interface Partner {
  id: string
  name: string
  network: boolean
  active: boolean
  contacts: readonly { staff: string; name: string }[]
}

/** GET /api/partners. `people`: those with the role partner who read for no organisation yet; for a contact none. */
export interface PartnersAnswer {
  partners: readonly Partner[]
  people: readonly { staff: string; name: string }[]
  /** The organisation the asker reads for. */
  own: string | null
}

export interface AgreementView {
  id: string
  partner: string
  /** Null once forgotten. */
  what: string | null
  madeOn: string
  dueOn: string
  doneOn: string | null
  state: AgreementState
}

export interface SignalView {
  id: string
  kind: SignalKind
  state: SignalState
  writtenOn: string
  visibleOn: string | null
  partners: readonly string[]
  agreements: readonly AgreementView[]
  /** Of a released signal. */
  content: SignalContent | null
  /** Only inside the team: who wrote and who judged, and the sealed draft (base64url) with its commitment. */
  team: { writer: string; reviewer: string | null; mine: boolean; reviewedOn: string | null; commitment: string; draft: string | null } | null
}

/** GET /api/signals, newest first. */
export interface SignalsAnswer {
  signals: readonly SignalView[]
  today: string
}

/** GET /api/signals/figures. */
export interface SignalFigures {
  agreements: readonly { partner: string; quarter: string; due: number; kept: number; late: number; missed: number }[]
  /** `reports` null: fewer than 5. Never an outcome measure: more reports can mean more trust. */
  reports: readonly { quarter: string; area: string; reports: number | null }[]
  areas: Readonly<Record<string, string>>
}

/** GET /api/report-tallies: what officers' devices sealed to each other (base64url), by month. */
export interface TalliesAnswer {
  tallies: readonly { month: string; sealed: string }[]
  /** Ended quarters that have tallies and no counts yet. */
  toCount: readonly string[]
}
