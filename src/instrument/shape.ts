// Small checks for JSON that somebody wrote by hand: each adds a line "where: what" to a list and goes on, so that one
// reading names every fault. Own code instead of a schema library because phones must never load one by accident, and
// because the lines are read by people who edit questionnaires.

export type Members = Record<string, unknown>

export interface Faults {
  list: string[]
  add(where: string, what: string): void
}

export function newFaults(): Faults {
  const list: string[] = []
  return { list, add: (where, what) => list.push(`${where}: ${what}`) }
}

/** The value as an object with only the named members (`?` after optional ones), or undefined after noting faults. */
export function members(faults: Faults, where: string, value: unknown, names: readonly string[]): Members | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    faults.add(where, 'should be an object')
    return undefined
  }
  const known = names.map((name) => name.replace('?', ''))
  for (const key of Object.keys(value)) if (!known.includes(key)) faults.add(where, `does not know "${key}"`)
  for (const name of names) {
    if (!name.endsWith('?') && !Object.hasOwn(value, name)) faults.add(where, `lacks "${name}"`)
  }
  return value as Members
}

/** The value as a list of `least` to `most` entries; [] after noting faults, so that callers go on. */
export function list(faults: Faults, where: string, value: unknown, least: number, most: number): unknown[] {
  if (Array.isArray(value) && value.length >= least && value.length <= most) return value
  if (value !== undefined) faults.add(where, `should be a list of ${least} to ${most}`)
  return []
}

export function text(faults: Faults, where: string, value: unknown, most: number): void {
  if (value === undefined) return
  const fits = typeof value === 'string' && value.trim() === value && value.length > 0 && value.length <= most
  if (!fits) faults.add(where, `should be text of 1 to ${most} characters, without spaces around it`)
}

export function wholeNumber(faults: Faults, where: string, value: unknown, least: number, most: number): value is number {
  const fits = typeof value === 'number' && Number.isSafeInteger(value) && value >= least && value <= most
  if (!fits && value !== undefined) faults.add(where, `should be a whole number from ${least} to ${most}`)
  return fits
}

export function oneOf(faults: Faults, where: string, value: unknown, allowed: readonly unknown[]): void {
  if (value !== undefined && !allowed.includes(value)) faults.add(where, `should be one of ${allowed.join(', ')}`)
}

export function matches(faults: Faults, where: string, value: unknown, pattern: RegExp, what: string): value is string {
  const fits = typeof value === 'string' && pattern.test(value)
  if (!fits && value !== undefined) faults.add(where, `should be ${what}`)
  return fits
}
