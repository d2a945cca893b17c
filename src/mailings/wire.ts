// What crosses HTTP about letters: what they all say, print runs, returns, and how fieldwork goes. Pages import the types only.
// Counts of what residents do are by area and day, rounded down to 5, and their sum is the only total.
import { z } from 'zod'
import { recipient } from '../waves/fields.ts'

const time = z.string().regex(/^(?:[1-9]|1\d|2[0-4]|0)\.[0-5]\d$/)
const line = z.string().trim().max(100)

export const senderOfLetters = z.strictObject({
  /** https://host of residents' pages. */
  host: z.url({ protocol: /^https?$/ }).max(100).transform((address) => new URL(address).origin),
  phone: line.min(3),
  hours: z.strictObject({ from: z.int().min(1).max(7), to: z.int().min(1).max(7), opens: time, closes: time }),
  returnLine: line,
  signedBy: line,
})
export type Sender = z.output<typeof senderOfLetters>

export const mailingListMade = z.strictObject({ recipient })
export type MailingListMade = z.input<typeof mailingListMade>

export const letterRun = z.strictObject({ phase: z.int().min(0).max(5), letters: z.int().min(1).max(1_000_000) })
export type LetterRun = z.input<typeof letterRun>

export const returned = z.strictObject({ area: z.string().min(1).max(40), undelivered: z.int().min(0).max(1_000_000), ineligible: z.int().min(0).max(1_000_000) })
export type Returned = z.input<typeof returned>

export const allowanceAsked = z.strictObject({ upTo: z.int().min(1).max(1_000_000) })
export type AllowanceAsked = z.input<typeof allowanceAsked>

export const printerAsked = z.strictObject({ recipient })
export type PrinterAsked = z.input<typeof printerAsked>

/** Agreeing names what is agreed to, so that nobody agrees to something changed meanwhile. */
export const allowanceAgreed = z.strictObject({ upTo: z.int().min(1) })
export const printerAgreed = z.strictObject({ recipient })

export interface PrintedRun {
  number: number
  phase: number
  day: string
  letters: number
  by: string | null
}

/** Everything the letters' screen shows that is not on the device. */
export interface LettersAnswer {
  sender: Sender | null
  /** Host names of residents' pages. */
  hosts: readonly string[]
  list: { recipient: string; madeOn: string; madeBy: string | null; destroyedOn: string | null; destroyedBy: string | null } | null
  runs: readonly PrintedRun[]
  replacements: {
    /** Codes replaced so far. */
    codes: number
    /** How many may be: 2% of the letters, or what two people agreed. */
    most: number
    /** Asked for and not agreed yet. */
    asked: { upTo: number; by: string; own: boolean } | null
  }
  /** Noted at the help desk and not printed yet; null where no letters were drawn. */
  notes: number | null
  printer: { recipient: string; by: string; own: boolean; agreed: boolean } | null
}

/** One area while fieldwork runs. */
export interface AreaProgress {
  area: string
  name: string
  invited: number
  /** Rounded down to 5; null before the first daily count. */
  received: number | null
  undelivered: number
  ineligible: number
  replaced: number
}

export interface ProgressAnswer {
  /** The day of the last count. */
  asOf: string | null
  /** Of the whole wave by day: the sum of its areas' rounded counts. */
  days: readonly { day: string; received: number }[]
  areas: readonly AreaProgress[]
  runs: readonly PrintedRun[]
  /** An earlier wave of this municipality by day since its first letter, as shares of its last daily count: how answers came in before. */
  earlier: { name: string; shares: readonly { after: number; share: number }[] } | null
}
