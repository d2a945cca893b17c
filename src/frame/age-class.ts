// Ages as files write them, into the four classes of the questionnaire. A group that falls into two classes cannot be divided by anybody
// afterwards, so it is refused rather than guessed. Separate because spellings of ages are a subject of their own.
import type { FaultName } from './fault.ts'

/** The classes of the item `age`, in its order; the first begins at the age floor. */
export const AGE_CLASSES = [
  { from: 18, to: 34, label: '18-34 jaar' }, { from: 35, to: 54, label: '35-54 jaar' }, { from: 55, to: 74, label: '55-74 jaar' }, { from: 75, to: 150, label: '75 jaar en ouder' },
] as const

/** 1 to 4, 'young' below the floor, or the fault. */
export function ageClassOf(text: string, floor: number): number | 'young' | Extract<FaultName, 'age' | 'age-straddles'> {
  const range = agesOf(text)
  if (range === null) return 'age'
  const [from, to] = range
  if (to < floor) return 'young'
  const place = AGE_CLASSES.findIndex((one, index) => from >= (index === 0 ? floor : one.from) && to <= one.to)
  return place < 0 ? 'age-straddles' : place + 1
}

/**
 * First and last whole age: "43", "18-34", "18 t/m 34 jaar", "20 tot 25 jaar" (up to 24), "75+", "75 jaar of ouder", "jonger dan 18".
 * Null when it is none.
 */
export function agesOf(text: string): [number, number] | null {
  const plain = text.toLowerCase().replace(/jaar|jr\.?/g, ' ').replace(/\s+/g, ' ').trim()
  const found = (pattern: RegExp) => pattern.exec(plain)?.slice(1).map(Number)
  const one = found(/^(\d{1,3})$/)
  if (one) return within(one[0]!, one[0]!)
  const inclusive = found(/^(\d{1,3}) ?(?:-|–|t\/m|tm|tot en met) ?(\d{1,3})$/)
  if (inclusive) return within(inclusive[0]!, inclusive[1]!)
  const exclusive = found(/^(\d{1,3}) ?tot ?(\d{1,3})$/)
  if (exclusive) return within(exclusive[0]!, exclusive[1]! - 1)
  const older = found(/^(?:>= ?|≥ ?)?(\d{1,3}) ?(?:\+|of ouder|en ouder|eo|e\.o\.|plus)$/) ?? found(/^(?:>=|≥) ?(\d{1,3})$/)
  if (older) return within(older[0]!, 150)
  const younger = found(/^(?:<|jonger dan|tot) ?(\d{1,3})$/)
  return younger ? within(0, younger[0]! - 1) : null
}

function within(from: number, to: number): [number, number] | null {
  return from <= to && from <= 130 ? [from, to] : null
}
