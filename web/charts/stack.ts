// Where everything of a 100% bar stands: answers from left to right around a middle, what has no place between them (never do that, don't
// know, prefer not to say) in columns of its own. Pure and separate so that a test can ask whether the parts add up.
import { wrap } from './dumbbell-layout.ts'

export interface StackPart { name: string; value: number }

export interface StackRow {
  id: string
  label: string
  /** "n = 385". */
  count: string
  /** Answers in their order. null: too few answers. */
  parts: readonly StackPart[] | null
  /** Per column of `apart`: a percentage, or null where none is shown. */
  apart: readonly (number | null)[]
  sentence: string
}

export interface StackShape {
  /** Names of the answers, in order, and of the columns beside the bar. */
  names: readonly string[]
  apart: readonly string[]
}

export interface StackLayout {
  narrow: boolean
  height: number
  centre: number
  rows: { row: StackRow; y: number; height: number; bar: number; label: { x: number; y: number; lines: string[] }; count: { x: number; y: number }; parts: { x: number; width: number; value: number; tone: number }[] }[]
  /** Left edge of each grey column. */
  columns: { x: number; width: number; heading: string[] }[]
  top: number
}

/** Pixels of a grey column. */
const COLUMN = 76

/** Tones from the first answer to the last: 0 to 4 of five, the middle one only where there is a middle. */
export function tonesOf(count: number): number[] {
  const sides: Record<number, number[]> = { 1: [0], 2: [0, 4], 3: [0, 2, 4], 4: [0, 1, 3, 4], 5: [0, 1, 2, 3, 4] }
  return sides[count] ?? Array.from({ length: count }, (_, index) => Math.round((4 * index) / (count - 1)))
}

/** `diverging`: bars hang around the middle of the answers; otherwise they start on the left. */
export function layoutStack(rows: readonly StackRow[], { names, apart }: StackShape, width: number, diverging: boolean): StackLayout {
  const narrow = width < 620
  const column = narrow ? Math.min(58, Math.floor((width - 20) / 2 / Math.max(1, apart.length))) : COLUMN
  const right = width - column * apart.length - (apart.length > 0 ? 12 : 2)
  const left = narrow ? 4 : Math.min(200, Math.round(width * 0.24))
  const headings = apart.map((name) => wrap(name, Math.max(6, Math.floor((column - 4) / 6.4))))
  const top = 14 + 15 * Math.max(1, ...headings.map(({ length }) => length))
  const tones = tonesOf(names.length)
  // half of the middle answer lies on either side
  const before = (row: StackRow): number => (row.parts ?? []).reduce((sum, { value }, index) => sum + (tones[index]! < 2 ? value : tones[index] === 2 ? value / 2 : 0), 0)
  const sums = rows.map((row) => (row.parts ?? []).reduce((sum, { value }) => sum + value, 0))
  const most = { left: Math.max(0, ...rows.map(before)), right: Math.max(0, ...rows.map((row, index) => sums[index]! - before(row))) }
  const scale = diverging ? (right - left) / Math.max(1, most.left + most.right) : (right - left) / Math.max(100, ...sums)
  const centre = diverging ? left + most.left * scale : left
  let y = top
  const laid = rows.map((row) => {
    const lines = wrap(row.label, narrow ? Math.floor((width - 24) / 9.8) : Math.floor((left - 16) / 8.8))
    const height = narrow ? 24 + 17 * lines.length + 34 : Math.max(50, 22 + 17 * lines.length + 14)
    const at = y
    y += height
    let x = diverging ? centre - before(row) * scale : left
    const parts = (row.parts ?? []).map(({ value }, index) => {
      const part = { x, width: value * scale, value, tone: tones[index]! }
      x += value * scale
      return part
    })
    const labelY = narrow ? at + 20 : at + height / 2 - 3 - (17 * (lines.length - 1)) / 2
    return {
      row, y: at, height, bar: narrow ? at + 14 + 17 * lines.length + 10 : at + height / 2 - 13, parts,
      label: { x: narrow ? 4 : 0, y: labelY, lines }, count: { x: narrow ? width - 4 : 0, y: narrow ? at + 20 : labelY + 17 * lines.length },
    }
  })
  return { narrow, height: y + 8, centre, rows: laid, top, columns: apart.map((_, index) => ({ x: right + 12 + index * column, width: column, heading: headings[index]! })) }
}
