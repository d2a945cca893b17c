// The counted wave as columns: the one shape between counting and analysis. One choice and marks have a column named
// after the item; several choices one column `item.option` per option with 0 or 1, or the missing code in each.
// Separate from answers.ts because phones never need it.
import { NOT_ASKED, SKIPPED, isMissing } from './item.ts'
import type { Instrument } from './instrument.ts'
import type { Answer, Answers } from './answers.ts'
import { complete } from './answers.ts'
import { holds } from './relevance.ts'

export interface Microdata {
  n: number
  /** stratum, mode, language, phase */
  labels: Record<string, string[]>
  codes: Record<string, Int16Array>
}

/** One counted response. */
export interface Row {
  stratum: string
  mode: string
  language: string
  phase: string
  answers: Answers
}

export const ROW_LABELS = ['stratum', 'mode', 'language', 'phase'] as const

/** The code columns an instrument has, in order: `safe`, `told.1`, `told.2` ... */
export function columnNames(instrument: Pick<Instrument, 'items'>): string[] {
  return instrument.items.flatMap((item) =>
    item.kind === 'several' ? item.options.map((option) => `${item.id}.${option}`) : [item.id])
}

/**
 * Rows (in the given order) as columns. Answers are completed first. An item that was not asked because its answer
 * is known (`implied`) holds that code, so that its base is everyone.
 */
export function toMicrodata(instrument: Pick<Instrument, 'items'>, rows: readonly Row[]): Microdata {
  const codes: Record<string, Int16Array> = {}
  for (const name of columnNames(instrument)) codes[name] = new Int16Array(rows.length)
  rows.forEach((row, index) => {
    const answers = complete(instrument, row.answers)
    const known = new Map(Object.entries(answers))
    for (const item of instrument.items) {
      let answer = answers[item.id]!
      if (answer === NOT_ASKED) answer = item.implied?.find((rule) => holds(rule.if, known))?.code ?? NOT_ASKED
      if (item.kind !== 'several') codes[item.id]![index] = answer as number
      else for (const option of item.options) codes[`${item.id}.${option}`]![index] = optionCode(answer, option)
    }
  })
  const labels = Object.fromEntries(ROW_LABELS.map((label) => [label, rows.map((row) => row[label])]))
  return { n: rows.length, labels, codes }
}

/** The rows of microdata again, answers completed: the inverse of `toMicrodata`. */
export function toRows(instrument: Pick<Instrument, 'items'>, microdata: Microdata): Row[] {
  return Array.from({ length: microdata.n }, (_, index) => {
    const answers: Record<string, Answer> = {}
    for (const item of instrument.items) {
      if (item.kind !== 'several') answers[item.id] = microdata.codes[item.id]![index]!
      else answers[item.id] = chosen(item.options.map((option) => microdata.codes[`${item.id}.${option}`]![index]!), item.options)
    }
    const [stratum, mode, language, phase] = ROW_LABELS.map((label) => microdata.labels[label]![index]!)
    // completing drops what was implied rather than answered
    return { stratum: stratum!, mode: mode!, language: language!, phase: phase!, answers: complete(instrument, answers) }
  })
}

function optionCode(answer: Answer, option: number): number {
  return typeof answer === 'number' ? answer : answer.includes(option) ? 1 : 0
}

function chosen(columns: readonly number[], options: readonly number[]): Answer {
  const missing = columns.find(isMissing)
  if (missing !== undefined) return missing
  const picked = options.filter((_, index) => columns[index] === 1)
  return picked.length > 0 ? picked : SKIPPED
}
