// Every word of the pages for reports and advice, as one typed list: a language that misses one does not compile.
// Separate from resident-text.ts because nobody needs them for the survey: they are loaded when somebody asks. Codes of kinds, places and
// times come from src/crypto/report.ts; a test compares.
import type { HelpLine } from './resident-text.ts'

/** A question with a word for each code. */
export interface ReportQuestion {
  question: string
  hint?: string
  options: Readonly<Record<string, string>>
}

/** A page of one message. */
interface Notice {
  heading: string
  body: string
}

export interface ReportText {
  entry: {
    heading: string
    /** Where nothing can be told at the moment. */
    helpHeading: string
    intro: (municipality: string) => string
    help: readonly HelpLine[]
    calls: string
    tell: string
    read: string
    advice: string
  }
  closed: Notice
  distrusted: Notice
  other: { heading: string; team: string }
  seen: {
    heading: string
    unseenHeading: string
    unseen: readonly string[]
    seenHeading: string
    seen: (municipality: string) => readonly string[]
    openHeading: string
    open: readonly string[]
    signerSummary: string
    /** The fingerprint of who signs, and the day since when. */
    signer: (municipality: string, fingerprint: string, since: string) => string
  }
  leaving: { heading: string; points: readonly string[]; understood: string }
  step: (number: number, total: number) => string
  several: string
  unsaid: string
  kinds: ReportQuestion
  area: { question: string; hint: string; choose: string }
  spot: ReportQuestion
  since: ReportQuestion
  part: ReportQuestion
  account: {
    question: string
    hint: string
    tipsHeading: string
    tips: readonly string[]
    photoSummary: string
    photo: readonly string[]
  }
  giveaways: { heading: string; kinds: Readonly<Record<string, (found: string) => string>>; free: string; change: string }
  tooLong: (over: number) => string
  nothingTold: string
  ready: { heading: string; body: string; who: (municipality: string) => string; send: string }
  sending: {
    /** What is being done, and what has not been done yet, for a report, a message and a removal. */
    heading: Readonly<Record<'report' | 'message' | 'removal', string>>
    notYet: Readonly<Record<'report' | 'message' | 'removal', string>>
    puzzle: string
    waiting: string
    crowded: (seconds: number) => string
    stuckHeading: string
    stuck: Readonly<Record<'report' | 'message' | 'removal', string>>
    again: string
  }
  sent: { heading: string; body: string; question: string; explained: readonly string[]; yes: string; no: string }
  receipt: {
    heading: Readonly<Record<'nl' | 'en' | 'digits', string>>
    show: Readonly<Record<'nl' | 'en' | 'digits', string>>
    points: readonly string[]
    next: string
    noTranslation: string
  }
  check: {
    heading: string
    body: string
    word: (position: number) => string
    group: (position: number) => string
    wrong: (position: number) => string
    look: string
    done: string
    skip: string
  }
  finished: { heading: string; points: readonly string[]; withReceipt: readonly string[]; close: string }
  words: {
    heading: string
    label: string
    hint: string
    beginnings: string
    open: string
    opening: string
    offline: string
    empty: string
    mixed: string
    digits: string
    long: string
    wordCount: (found: number, needed: number) => string
    digitCount: (found: number, needed: number) => string
    unknown: (position: number, typed: string, nearest: readonly string[]) => string
    nothing: Notice
    again: string
  }
  thread: {
    heading: string
    status: string
    statuses: Readonly<Record<string, string>>
    messages: string
    none: string
    from: string
    broken: string
    missing: string
    older: string
    newer: string
    own: string
    write: string
    remove: string
    sent: string
    raced: string
  }
  message: { heading: string; label: string; hint: string; empty: string; send: string }
  remove: { heading: string; points: readonly string[]; yes: string; no: string }
  removed: { heading: string; body: (day: string) => string; still: string }
  back: string
  /** 2026-09-01 as people write it. */
  day: (iso: string) => string
}
