// Where everything of a dumbbell stands, in pixels, for a given width. Pure and separate from the SVG so that screen, phone and
// paper use the same arithmetic and a test can ask whether anything falls outside. Two lanes a row: baseline above, now below,
// so that overlapping intervals stay readable.
import { scaleLinear } from 'd3-scale'
import type { ResultsText } from '../languages/results-text.ts'
import type { DumbbellRow, Figure, Unit } from './dumbbell.ts'
import { written } from './dumbbell.ts'

export interface Bar { from: number; to: number; y: number }

export interface Lane {
  bar: Bar | null
  /** Middle of the circle or diamond; null when only a limit or nothing is known. */
  point: number | null
  /** The value beside its bar, on the side where there is room. */
  value: { x: number; anchor: 'start' | 'end' } | null
  /** Words in place of a mark. */
  note: { x: number; text: string } | null
  y: number
}

export interface RowLayout {
  row: DumbbellRow
  top: number
  height: number
  label: { x: number; y: number; lines: string[]; step: number }
  /** Baseline of the small "n = ..." line. */
  count: { x: number; y: number }
  baseline: Lane
  now: Lane
  /** Left edge of the break sign, beside the bars where it covers nothing. */
  breakX: number
  words: { x: number; y: number; lines: string[] }
  detail: { x: number; y: number; lines: string[] }
}

export interface DumbbellLayout {
  width: number
  height: number
  narrow: boolean
  plot: { left: number; right: number; top: number; bottom: number }
  ticks: { x: number; label: string }[]
  rows: RowLayout[]
}

const AXIS = 30

/** Lays the rows out for a width in CSS pixels. Under 620 px label and words stand above the track instead of beside it. */
export function layoutDumbbell(rows: readonly DumbbellRow[], width: number, unit: Unit, words: ResultsText, compact = false): DumbbellLayout {
  const narrow = width < 620
  const left = narrow ? 10 : compact ? Math.min(360, Math.round(width * 0.42)) : Math.min(220, Math.round(width * 0.26))
  const right = narrow ? width - 20 : width - (compact ? Math.min(240, Math.round(width * 0.28)) : Math.min(216, Math.max(192, Math.round(width * 0.25))))
  const [low, high] = domainOf(rows, unit)
  const x = scaleLinear([low, high], [left, right]).clamp(true)
  const ticks = x.ticks(narrow ? 4 : 6).map((value) => ({ x: x(value), label: Number.isInteger(value) && unit === 'mark' ? String(value) : written(value, unit, words.language) }))
  let top = AXIS
  const laid = rows.map((row) => {
    const at = rowLayout(row, { top, left, right, width, narrow, low, high, x, words, compact })
    top += at.height
    return at
  })
  return { width, height: top + 8, narrow, plot: { left, right, top: AXIS, bottom: top }, ticks, rows: laid }
}

interface Frame { top: number; left: number; right: number; width: number; narrow: boolean; low: number; high: number; x: (value: number) => number; words: ResultsText; compact: boolean }

function rowLayout(row: DumbbellRow, frame: Frame): RowLayout {
  const { top, narrow, width, left, right, compact } = frame
  const wordLines = wrap(row.words, narrow ? Math.floor((width - 20) / 7.2) : Math.floor((width - right - 24) / 7))
  const detailLines = row.detail ? wrap(row.detail, narrow ? Math.floor((width - 20) / 6.4) : Math.floor((width - right - 24) / 6.4)) : []
  const labelLines = cut(wrap(row.label, narrow ? Math.floor((width - 24) / 8.6) : Math.floor((left - 16) / (compact ? 7.4 : 8))))
  const labelY = top + 20
  const countY = labelY + 17 * labelLines.length
  if (!narrow) {
    const step = compact ? 15 : 17
    const height = Math.max(compact ? 40 : 58, (compact ? 8 : 24) + step * labelLines.length + 14, (compact ? 8 : 24) + 17 * wordLines.length + 16 * detailLines.length)
    const middle = top + height / 2
    const wordsY = middle + 5 - (17 * (wordLines.length - 1) + 16 * detailLines.length) / 2
    const apart = row.baseline.kind === 'none' ? 0 : compact ? 8 : 9
    const lanes = { baseline: lane(row.baseline, middle - apart, frame), now: lane(row.now, middle + apart, frame) }
    return {
      row, top, height, ...lanes, breakX: breakBeside(lanes, frame), label: { x: 0, y: middle - 3 - step * (labelLines.length - 1) / 2, lines: labelLines, step },
      count: { x: 0, y: middle + 14 + step * (labelLines.length - 1) / 2 - (compact ? 2 : 0) },
      words: { x: right + 24, y: wordsY, lines: wordLines }, detail: { x: right + 24, y: wordsY + 17 * wordLines.length, lines: detailLines },
    }
  }
  const lanesY = countY + 22
  const under = row.baseline.kind === 'none' ? 0 : 18
  const wordsY = lanesY + 24 + under
  const lanes = { baseline: lane(row.baseline, lanesY, frame), now: lane(row.now, lanesY + under, frame) }
  return {
    row, top, ...lanes, breakX: breakBeside(lanes, frame), height: wordsY - top + 17 * Math.max(0, wordLines.length - 1) + 16 * detailLines.length + 20,
    label: { x: 10, y: labelY, lines: labelLines, step: 17 }, count: { x: 10, y: countY },
    words: { x: 10, y: wordsY, lines: wordLines }, detail: { x: 10, y: wordsY + 17 * wordLines.length, lines: detailLines },
  }
}

/** At most five lines, and a sign where words are missing: half a question says something else. */
function cut(lines: string[]): string[] {
  return lines.length <= 5 ? lines : [...lines.slice(0, 4), `${lines[4]} …`]
}

/** Right of both bars and their values, or left of them when the words begin there. */
function breakBeside({ baseline, now }: { baseline: Lane; now: Lane }, { left, right }: Frame): number {
  const bars = [baseline.bar, now.bar].filter((bar) => bar !== null)
  const after = Math.max(left, ...bars.map(({ to }) => to)) + 44
  return after + 16 <= right ? after : Math.max(left, Math.min(right, ...bars.map(({ from }) => from)) - 60)
}

function lane(figure: Figure, y: number, { x, low, high, left, right, width, narrow, words: { chart } }: Frame): Lane {
  const bar = (from: number, to: number) => ({ from: x(from), to: x(to), y })
  const value = (from: number, to: number): Lane['value'] =>
    x(to) + 48 < (narrow ? width : right + 24) ? { x: x(to) + 7, anchor: 'start' } : { x: x(from) - 7, anchor: 'end' }
  switch (figure.kind) {
    case 'ok':
    case 'wide': return { bar: bar(figure.lower, figure.upper), point: x(figure.value), value: value(figure.lower, figure.upper), note: null, y }
    case 'bare': return { bar: null, point: x(figure.value), value: { x: x(figure.value) + 11, anchor: 'start' }, note: null, y }
    case 'limit': return figure.side === 'atMost'
      ? { bar: bar(low, figure.bound), point: null, value: null, note: null, y }
      : { bar: bar(figure.bound, high), point: null, value: null, note: null, y }
    case 'none': return { bar: null, point: null, value: null, note: null, y }
    case 'hidden':
    case 'absent': return { bar: null, point: null, value: null, note: { x: left + 4, text: figure.kind === 'hidden' ? chart.tooFew : chart.notAsked }, y }
  }
}

/** Percentages start at 0 and end at the next ten; marks run from whole to whole mark, at least 3 wide. */
function domainOf(rows: readonly DumbbellRow[], unit: Unit): [number, number] {
  const values = rows.flatMap(({ now, baseline }) => [now, baseline]).flatMap((figure) => {
    if (figure.kind === 'ok' || figure.kind === 'wide') return [figure.lower, figure.upper]
    return figure.kind === 'limit' ? [figure.bound] : figure.kind === 'bare' ? [figure.value] : []
  })
  if (unit === 'points') return [0, Math.min(100, Math.max(20, Math.ceil(Math.max(0, ...values) / 10) * 10))]
  if (values.length === 0) return [0, 10]
  const low = Math.max(0, Math.floor(Math.min(...values)))
  const high = Math.min(10, Math.ceil(Math.max(...values)))
  return high - low >= 3 ? [low, high] : low + 3 <= 10 ? [low, low + 3] : [7, 10]
}

/** Breaks a text into lines of at most `length` characters: between words, and inside a word only when it is longer than a line. */
export function wrap(text: string, length: number): string[] {
  const lines: string[] = []
  const most = Math.max(4, length)
  for (const word of text.split(/\s+/).flatMap((whole) => whole.match(new RegExp(`.{1,${most}}`, 'gu')) ?? [])) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= most) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}
