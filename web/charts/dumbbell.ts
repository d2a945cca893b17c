// What a dumbbell chart is given: per row (an area, or an item) the figure now, the figure at the baseline, and what may be said
// about the two. Separate from the drawing so that the four ways a figure can stand there are a type, and none can be forgotten:
// shown, shown as wide, shown only as a limit ("ten hoogste 3%"), hidden (and bare or absent). Words arrive finished (src/analysis/sentence.ts).

import type { Verdict } from '../../src/analysis/edition.ts'

export type Figure =
  | { kind: 'ok' | 'wide'; value: number; lower: number; upper: number; n: number }
  /** 0 of n or n of n: only the bound is known. `atMost` runs from the scale's foot to the bound, `atLeast` from the bound to its top. */
  | { kind: 'limit'; side: 'atMost' | 'atLeast'; bound: number; n: number }
  /** An earlier figure without a margin: shown as context, never tested. */
  | { kind: 'bare'; value: number }
  /** Too few answers, or hidden to protect another figure: readers never see which. */
  | { kind: 'hidden' }
  /** There is no such figure: not asked then, or the area did not exist. */
  | { kind: 'absent' }

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

/** A value in Dutch: "31%", "6,4". */
export function written(value: number, unit: Unit): string {
  return unit === 'points' ? `${Math.round(value)}%` : value.toFixed(1).replace('.', ',')
}

/** What stands for a figure in a table or beside a bar. Example: "31% (27–35)", "ten hoogste 3%", "te weinig antwoorden". */
export function figureText(figure: Figure, unit: Unit): string {
  switch (figure.kind) {
    case 'ok': return `${written(figure.value, unit)} (${range(figure.lower, figure.upper, unit)})`
    case 'wide': return `${written(figure.value, unit)} (${range(figure.lower, figure.upper, unit)}), ruime marge`
    case 'bare': return `${written(figure.value, unit)}, zonder marge`
    case 'limit': return `${figure.side === 'atMost' ? 'ten hoogste' : 'ten minste'} ${written(figure.bound, unit)}`
    case 'hidden': return 'te weinig antwoorden'
    case 'absent': return 'niet gevraagd'
  }
}

function range(lower: number, upper: number, unit: Unit): string {
  return `${written(lower, unit).replace('%', '')}–${written(upper, unit).replace('%', '')}`
}

/** Rows by the value now, highest first; what has no value stands last, in the order of its label. */
export function sorted(rows: readonly DumbbellRow[]): DumbbellRow[] {
  const rank = ({ now }: DumbbellRow) => 'value' in now ? now.value : now.kind === 'limit' ? now.bound : -1
  return [...rows].sort((a, b) => rank(b) - rank(a) || a.label.localeCompare(b.label, 'nl'))
}
