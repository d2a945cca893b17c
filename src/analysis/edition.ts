// The shapes an edition is made from and made of: what the analyst's device hands to `buildEdition` and what it gets back.
// Separate from the work itself (build-edition), because the server stores these, the console draws them and the example town makes them.
// Everything is plain JSON (microdata apart, which never leave the device unsealed).
import { REASONS } from '../instrument/comparability.ts'
import type { Instrument } from '../instrument/instrument.ts'
import type { Microdata } from '../instrument/microdata.ts'
import type { Label } from '../instrument/summary.ts'
import type { LockedPlan } from './evaluation-plan.ts'

export type Role = 'focus' | 'comparison' | 'other'
export type Audience = 'steering' | 'partners' | 'public'

export interface Area { id: string; name: string; role: Role; district?: string }

/** A design stratum: `population` is N (people of the frame), `invited` the letters sent. */
export interface Stratum { id: string; area: string; population: number; invited: number }

/** Register counts for raking. Age group 1..4, sex 1 man, 2 woman. */
export interface ControlTotal { area: string; age: number; sex: number; population: number }

/** Language -> item id -> code -> words of the answer. */
export type OptionWords = Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, string>>>>>>

/** A counted wave, or imported microdata. Respondents find their stratum by `microdata.labels.stratum` = stratum id. */
export interface MeasuredWave {
  kind: 'measured'
  id: string
  label: string
  starts: string
  ends: string
  microdata: Microdata
  instrument: Instrument
  strata: readonly Stratum[]
  controlTotals: readonly ControlTotal[]
  /** Language -> item id -> hash of the item as asked in that language. */
  itemHashes: Readonly<Record<string, Readonly<Record<string, string>>>>
  /** Language -> item id -> code -> words, as people were shown them; names the rows of items that report every answer. */
  optionWords?: OptionWords
  /** Language -> item id -> the question in full. */
  questions?: Readonly<Record<string, Readonly<Record<string, string>>>>
  /** Imported microdata bring their own weights, one a respondent; then nothing is raked. */
  weights?: Float64Array
}

/** An earlier survey of which only a table exists. A value without limits is shown as context and never tested. */
export interface ImportedTable {
  kind: 'table'
  id: string
  label: string
  starts: string
  ends: string
  source: string
  /** `domain` is an area id, 'focus', 'comparison' or 'all'. Percentages 0..100, means 0..10. */
  values: readonly { item: string; category: number | null; domain: string; value: number; low: number | null; high: number | null; n: number | null }[]
  /** Items whose wording, scale and mode somebody declared equal; all others are drawn apart. */
  sameAs: readonly string[]
}

/** The weights and tests as data, stored with the edition. */
export interface Recipe {
  margins: readonly ('area' | 'age' | 'sex')[]
  /** Limits on the weight as multiples of the mean weight; null: no trimming. Trimmed weights are raked once more. */
  trim: { low: number; high: number; strict: boolean } | null
  /** Two-sided level of every test and of 1 minus every interval, as 0.05. */
  level: number
  /** Chance of seeing the minimal detectable change, as 0.8. */
  power: number
}

export interface Plan {
  /** 2 to 4 item or scale ids, fixed before the baseline. */
  primary: readonly string[]
  /** ISO day on which the approach began, when there is one. */
  approachStarted: string | null
  /** The evaluation plan with its amendments; absent when nothing was locked beforehand. */
  evaluation?: LockedPlan
}

export interface EditionInput {
  municipality: string
  wave: MeasuredWave
  baseline: MeasuredWave | ImportedTable | null
  areas: readonly Area[]
  boundaryYear: number
  recipe: Recipe
  plan: Plan
  audience: Audience
  /** ISO day. */
  date: string
  /** Everything earlier editions of this municipality hold: the release ledger. Nothing hidden there may show here. */
  earlier: readonly Release[]
  /** Items that may be shown finer in public than the default (or coarser elsewhere): item id -> level. */
  finest?: Readonly<Record<string, Level>>
  example: boolean
}

export type Level = 'area' | 'district' | 'all'

/**
 * A published figure. Percentages are whole points, means have one decimal, `n` and `effectiveN` are rounded to 5 and
 * count everybody of the domain who answered the wave. With `limit` nobody (or everybody) gave the answer: `value` is
 * then the limit itself ("at most 3%"), never to be drawn as a point.
 */
export interface Estimate {
  value: number
  low: number
  high: number
  n: number
  effectiveN: number
  limit?: 'atMost' | 'atLeast'
}

export type Cell = (Estimate & { reliability: 'ok' | 'wide' }) | { hidden: true }

/**
 * What is measured. share: the percentage whose answer is one of `categories`, among those who gave an answer (people
 * that routing passed over did not give it); `dontKnow` and `preferNot`: the percentage of everybody asked; mean: the
 * average 0..10; answer: one answer of all that an item has, together 100%; among: the share among those only whom
 * routing asked ("of people who saw it").
 */
export const MEASURES = ['share', 'mean', 'dontKnow', 'preferNot', 'answer', 'among'] as const
export type Measure = (typeof MEASURES)[number]

export interface PublishedRow {
  /** Wave id. */
  wave: string
  /** Item id, scale id, or a derived name such as `functional-fear`. */
  item: string
  measure: Measure
  /** The option codes that make up a share; empty for the other measures. */
  categories: readonly number[]
  /** 'all', 'focus', 'comparison', 'district:<id>', an area id, or 'stayers:' or 'newcomers:' before one of the first three. */
  domain: string
  cell: Cell
}

/** What the ledger keeps of an edition: its rows and for whom they were. */
export interface Release { audience: Audience; boundaryYear: number; rows: readonly PublishedRow[] }

export type Verdict = 'higher' | 'lower' | 'none' | 'break' | 'hidden' | 'context'

/** Why two waves do not compare for an item; empty when they do. `declared`: nobody declared the imported item equal. */
export const BREAK_REASONS = [...REASONS, 'declared'] as const
export type BreakReason = (typeof BREAK_REASONS)[number]

export interface PublishedComparison {
  item: string
  measure: Measure
  categories: readonly number[]
  domain: string
  now: Cell
  /** A figure without limits (imported, no margin) has low = high = value and verdict `context`. */
  baseline: Cell
  /** Now minus baseline with the limits of the difference, in points or tenths; null unless both show and compare. */
  difference: { value: number; low: number; high: number } | null
  verdict: Verdict
  /** Why there is a break. */
  reasons: readonly BreakReason[]
  /** Whether change is judged as a primary outcome in a focus area (Holm) or with all others of the edition (BH). */
  adjusted: 'holm' | 'bh' | null
  /** Smallest change this comparison would have shown with the recipe's power; null without a difference. */
  detectable: number | null
  /** Same change with the same people left out or set apart; only where every part is large enough. */
  checks: readonly SensitivityCheck[]
}

export interface SensitivityCheck {
  /** unwatched: without those who were watched; stayers: living here five years or more; composition: age and sex mix of the baseline. */
  kind: 'unwatched' | 'stayers' | 'composition'
  difference: { value: number; low: number; high: number }
  verdict: 'higher' | 'lower' | 'none'
}

/** Focus against comparison areas. Claimed only with five comparison areas or more and when test and placebo agree. */
export interface PublishedDid {
  item: string
  measure: Measure
  categories: readonly number[]
  /** Change in focus minus change in comparison, points or tenths, with limits. */
  effect: { value: number; low: number; high: number }
  comparisonAreas: number
  /** Rank of the focus change among all (1: the largest in its direction) and out of how many. */
  placebo: { rank: number; of: number } | null
  verdict: 'higher' | 'lower' | 'none' | 'unclaimed'
  detectable: number | null
}

/** Unrounded figures, sealed to the archive key: enough to compare a later wave without opening old microdata. */
export interface ExactRow {
  wave: string
  item: string
  measure: Measure
  categories: readonly number[]
  domain: string
  /** 0..1 for shares, 0..10 for means. */
  estimate: number | null
  standardError: number | null
  df: number
  /** Degrees of freedom of tests: what unequal weights leave. */
  testDf: number
  n: number
  nValid: number
  effectiveN: number
  deff: number | null
  /** Hash per language, modes and summary that a later wave must share to be compared. */
  comparability: string
}

export interface EditionItem {
  item: string
  measure: Measure
  categories: readonly number[]
  label: Label
  /** `among`: who was asked, a clause before the label. */
  base?: Label
  /** The words of the one answer that this is about. */
  answer?: Label
  /** The question in full, beside the main figure of an item. */
  question?: Label
  better: 'lower' | 'higher' | 'neither'
  sensitive: boolean
  primary: boolean
  /** Finest level shown in this edition. */
  finest: Level
}

/** Who answered, for "whom did we hear": beside every result. Counts rounded to 5. */
export interface ResponseFigures {
  wave: string
  invited: number
  responses: number
  /** Whole percent. */
  rate: number
  effectiveN: number
  /** Kish design effect of the weights, one decimal. */
  deff: number
  /** Response per age group against the average rate: 0.5 is half as often. Null when too few to say. */
  ages: readonly { age: number; relative: number | null }[]
  /** Weighted percentage with age or sex unknown (or "anders"). */
  unknownAgeOrSex: number
  /** Percentage that answered while somebody watched; null when not asked or too few. */
  watched: number | null
  modes: readonly { mode: string; percent: number }[]
  /** After which letter: '0' the first, '1' and '2' the reminders. Editions of before have none. */
  phases?: readonly { phase: string; percent: number }[]
  languages: readonly { language: string; percent: number }[]
  /** Largest relative misfit of a raked margin. */
  misfit: number
  trimmed: number
}

export interface EditionHead {
  municipality: string
  wave: { id: string; label: string; starts: string; ends: string }
  baseline: { id: string; label: string; starts: string; ends: string; imported: boolean; afterStart: boolean } | null
  areas: readonly Area[]
  boundaryYear: number
  recipe: Recipe
  plan: Plan
  items: readonly EditionItem[]
  engine: string
  audience: Audience
  date: string
  example: boolean
  response: readonly ResponseFigures[]
  /** How each wave asked: language -> item or scale -> a mark that two waves share when they asked the same. For series of waves. */
  wordings?: readonly { wave: string; marks: Readonly<Record<string, Readonly<Record<string, string>>>> }[]
  /** Measures left out whole, because no pattern of hidden cells would have protected them. */
  leftOut: readonly { wave: string; item: string; measure: Measure }[]
}

/** `head`, `rows`, `comparisons` and `did` are published; `exact` is sealed to the archive key. */
export interface Edition {
  head: EditionHead
  rows: readonly PublishedRow[]
  comparisons: readonly PublishedComparison[]
  did: readonly PublishedDid[]
  exact: readonly ExactRow[]
}

/** Progress of long work: `done` of `total` steps, and what is under way. */
export type Progress = (done: number, total: number, what: string) => void

export const ENGINE_VERSION = '1'

/** What an edition uses unless the plan says otherwise. */
export const DEFAULT_RECIPE: Recipe = { margins: ['area', 'age', 'sex'], trim: null, level: 0.05, power: 0.8 }
