// What a dumbbell chart is given: per row (an area, or an item) the figure now, the figure at the baseline, and what may be said
// about the two. Separate from the drawing so that the four ways a figure can stand there are a type, and none can be forgotten:
// shown, shown as wide, shown only as a limit ("ten hoogste 3%"), hidden (and bare or absent). Words arrive finished (src/analysis/sentence.ts).
import type { Verdict } from '../../src/analysis/edition.ts'
import type { ResultsLanguage, ResultsText } from '../languages/results-text.ts'

/** n and effective n, both rounded to 5. */
interface Counted { n: number; effectiveN: number }

export type Figure =
  | { kind: 'ok' | 'wide'; value: number; lower: number; upper: number } & Counted
  /** 0 of n or n of n: only the bound is known. `atMost` runs from the scale's foot to the bound, `atLeast` from the bound to its top. */
  | { kind: 'limit'; side: 'atMost' | 'atLeast'; bound: number } & Counted
  /** An earlier figure without a margin: shown as context, never tested. */
  | { kind: 'bare'; value: number }
  /** Too few answers, or hidden to protect another figure: readers never see which. */
  | { kind: 'hidden' }
  /** There is no such figure: not asked then, or the area did not exist. */
  | { kind: 'absent' }
  /** There is no earlier wave at all. */
  | { kind: 'none' }

export interface DumbbellRow {
  id: string
  label: string
  now: Figure
  baseline: Figure
  verdict: Verdict
  /** Beside the row: "11 punten lager", "geen aantoonbaar verschil". */
  words: string
  /** Under it, smaller: "verschil 5 tot 17", "zichtbaar vanaf 14 punten". */
  detail?: string
  /** The whole row as a sentence, for who hears the chart. */
  sentence: string
}

/** How values are written and where the axis runs. `points`: percentages 0 to 100; `mark`: scores 0 to 10. */
export type Unit = 'points' | 'mark'

/** A value: "31%", in Dutch "6,4", in English "6.4". */
export function written(value: number, unit: Unit, language: ResultsLanguage = 'nl'): string {
  if (unit === 'points') return `${Math.round(value)}%`
  return language === 'nl' ? value.toFixed(1).replace('.', ',') : value.toFixed(1)
}

/** What stands for a figure in a table or beside a bar. Example: "31% (27–35)", "ten hoogste 3%", "te weinig antwoorden". */
export function figureText(figure: Figure, unit: Unit, { chart, language }: ResultsText): string {
  switch (figure.kind) {
    case 'ok': return `${written(figure.value, unit, language)} (${range(figure.lower, figure.upper, unit, language)})`
    case 'wide': return `${written(figure.value, unit, language)} (${range(figure.lower, figure.upper, unit, language)}), ${chart.wideShort}`
    case 'bare': return `${written(figure.value, unit, language)}, ${chart.noMargin}`
    case 'limit': return `${figure.side === 'atMost' ? chart.atMost : chart.atLeast} ${written(figure.bound, unit, language)}`
    case 'hidden': return chart.tooFew
    case 'absent': return chart.notAsked
    case 'none': return ''
  }
}

/** "385 (340)": how many answered, and as how many they count; '' where nothing is shown. */
export function countText(figure: Figure, { locale }: ResultsText): string {
  if (!('n' in figure) || figure.n === 0) return ''
  const written = new Intl.NumberFormat(locale)
  return `${written.format(figure.n)} (${written.format(figure.effectiveN)})`
}

function range(lower: number, upper: number, unit: Unit, language: ResultsLanguage): string {
  return `${written(lower, unit, language).replace('%', '')}–${written(upper, unit, language).replace('%', '')}`
}

/** Rows by the value now, highest first; what has no value stands last, in the order of its label. */
export function sorted(rows: readonly DumbbellRow[]): DumbbellRow[] {
  const rank = ({ now }: DumbbellRow) => 'value' in now ? now.value : now.kind === 'limit' ? now.bound : -1
  return [...rows].sort((a, b) => rank(b) - rank(a) || a.label.localeCompare(b.label, 'nl'))
}
