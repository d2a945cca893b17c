// Reads the vectors that R's survey package gave and compares rows with the tolerances agreed for them.
// Separate so that every oracle test, of whichever half of the engine, counts its rows and judges them the same way.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'

export type CsvRow = Record<string, string>
export interface Csv { header: string[]; rows: string[][]; column(name: string): string[] }

/** Where the vectors kept with the project live: small, edge, distributions. */
export const KEPT = new URL('../oracles', import.meta.url).pathname

/** Folders with a full set: always `small`, and `medium` when NULMETING_ORACLE names a folder that has it. */
export function fullSets(): { name: string; folder: string }[] {
  const sets = [{ name: 'small', folder: join(KEPT, 'small') }]
  const more = process.env.NULMETING_ORACLE
  if (more && existsSync(join(more, 'medium'))) sets.push({ name: 'medium', folder: join(more, 'medium') })
  return sets
}

/** The national set's folder, or undefined where it is not at hand. */
export function nationalSet(): string | undefined {
  const more = process.env.NULMETING_ORACLE
  return more && existsSync(join(more, 'national')) ? join(more, 'national') : undefined
}

/** A CSV of numbers and plain words (quotes only around a whole field), read from the file or its .gz. */
export function readCsv(path: string): Csv {
  const bytes = existsSync(path) ? readFileSync(path) : gunzipSync(readFileSync(`${path}.gz`))
  const lines = bytes.toString('utf8').split('\n').filter((line) => line !== '')
  const header = fields(lines[0]!)
  const rows = lines.slice(1).map(fields)
  return {
    header,
    rows,
    column(name) {
      const k = header.indexOf(name)
      if (k < 0) throw new Error(`${path} has no column ${name}`)
      return rows.map((row) => row[k]!)
    },
  }
}

/** The same as one object per row. */
export function readRows(path: string): CsvRow[] {
  const { header, rows } = readCsv(path)
  return rows.map((row) => Object.fromEntries(header.map((name, k) => [name, row[k]!])))
}

/** An empty field is R's NA: NaN here. */
export function number(field: string | undefined): number {
  return field === undefined || field === '' ? NaN : Number(field)
}

/** Tolerances of the vectors: relative, absolute where the value is below 1e-9. */
export const TOLERANCE = { mean: 1e-10, weight: 1e-10, calibrated: 1e-9, interval: 1e-9, likelihood: 1e-6, p: 1e-8, model: 1e-8, distribution: 1e-10 } as const

/** Compares values one by one, remembers the worst of each kind, and says at the end how many it compared. */
export class Comparison {
  compared = 0
  skipped = 0
  readonly faults: string[] = []
  private readonly worst = new Map<string, number>()
  private readonly title: string
  constructor(title: string) { this.title = title }

  /** Skips where R gives nothing; otherwise one more row compared. */
  check(what: string, got: number, expected: number, tolerance: number, where: string): void {
    if (Number.isNaN(expected)) { this.skipped++; return }
    this.compared++
    const size = Math.abs(expected)
    const error = Math.abs(got - expected) / (size < 1e-9 ? 1 : size)
    if (!(error <= (this.worst.get(what) ?? 0))) this.worst.set(what, error)
    if (!(error <= tolerance)) this.faults.push(`${where} ${what}: ${got} instead of ${expected}`)
  }

  /** Prints the count and throws with the first faults when any value is outside its tolerance. */
  finish(atLeast: number): void {
    const worst = [...this.worst].map(([what, error]) => `${what} ${error.toExponential(1)}`).join(', ')
    console.log(`oracle ${this.title}: ${this.compared} values compared, ${this.skipped} without a value in R (worst: ${worst})`)
    if (this.faults.length > 0) throw new Error(`${this.faults.length} of ${this.compared} outside tolerance\n${this.faults.slice(0, 12).join('\n')}`)
    if (this.compared < atLeast) throw new Error(`${this.title}: only ${this.compared} values compared, expected at least ${atLeast}`)
  }
}

function fields(line: string): string[] {
  if (!line.includes('"')) return line.split(',')
  return [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].slice(0, -1).map((match) => match[1]!.replace(/^"|"$/g, '').replaceAll('""', '"'))
}
