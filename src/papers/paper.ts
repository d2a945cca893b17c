// A paper as data: headings, paragraphs, lists and tables, with the settings it misses. Pure; the console draws it, the public pages write it as
// HTML, and a test reads it. Separate so that no paper knows how it is shown.

export type Block = string | { list: readonly string[] } | { table: { columns: readonly string[]; rows: readonly (readonly string[])[] } }

export interface Section {
  heading: string
  blocks: readonly Block[]
}

export const PAPER_KINDS = ['privacy', 'dpia', 'register', 'accessibility', 'limits'] as const
export type PaperKind = (typeof PAPER_KINDS)[number]

export interface Paper {
  kind: PaperKind
  language: 'nl' | 'en'
  title: string
  sections: readonly Section[]
  /** Settings it needs and does not have, in words; empty when it can be used. */
  missing: readonly string[]
}

/** A measurement, as far as the papers speak of it. */
export interface PaperWave {
  name: string
  kind: string
  pilot: boolean
  starts: string
  ends: string
  reminders: readonly string[]
  graceHours: number
  invited: number
  areas: number
  ageFloor: number
  languages: readonly string[]
  questions: number
  /** Labels of the items about intimidation, silence and reporting. */
  sensitive: readonly string[]
  /** The day the sealed answers were destroyed; null while they exist or were never there. */
  destroyedOn: string | null
}

/** Everything the papers are made from: settings as they are, measurements as they are planned. */
export interface PaperFacts {
  municipality: { name: string; contact: string; officer: string; phone: string; hours: string; walkIn: string; hosts: readonly string[] }
  details: Readonly<Partial<Record<string, string>>>
  runtime: 'node' | 'edge'
  restorePointDays: number
  /** Longest time a backup of ours is kept, in days; null when none was made. */
  backupDays: number | null
  /** Newest first, trials left out. */
  waves: readonly PaperWave[]
  /** People by role. */
  people: Readonly<Record<string, number>>
  today: string
}
