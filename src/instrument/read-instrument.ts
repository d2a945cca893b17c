// Reads an instrument from a file somebody wrote or changed: every fault with its place, or the instrument. Strict about
// unknown members, because "askedif" silently ignored would ask everybody. In its own file so that phones, which only
// fetch what was published, never load it.
import type { Instrument } from './instrument.ts'
import { DONT_KNOW, NOT_ASKED, PREFER_NOT, SKIPPED, isMissing } from './item.ts'
import { checkSummary } from './read-summary.ts'
import { list, matches, members, newFaults, oneOf, text, wholeNumber } from './shape.ts'
import type { Faults } from './shape.ts'

/** Also a column name and a key of answers: letters and digits, and no name every object has. */
const ID = /^(?!(?:constructor|hasOwnProperty|isPrototypeOf|propertyIsEnumerable|toLocaleString|toString|valueOf)$)[A-Za-z][A-Za-z0-9]{0,39}$/
const ID_RULE = '1 to 40 letters and digits, a letter first'
const MISSING = [NOT_ASKED, SKIPPED, DONT_KNOW, PREFER_NOT]
const MARK = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]

/** Items seen so far, with their kind and options. */
type Seen = Map<string, { kind: unknown; options: readonly number[] }>

/** The instrument, or every fault as a line "items[3].options: should be ...". */
export function readInstrument(value: unknown): { instrument: Instrument } | { faults: string[] } {
  const faults = newFaults()
  const root = members(faults, 'instrument', value, ['id', 'version', 'items', 'scales', 'primary?'])
  if (root === undefined) return { faults: faults.list }
  matches(faults, 'id', root.id, /^[a-z][a-z0-9-]{0,39}$/, '1 to 40 small letters, digits and hyphens')
  wholeNumber(faults, 'version', root.version, 1, 9999)

  const seen: Seen = new Map()
  list(faults, 'items', root.items, 1, 100).forEach((item, index) => checkItem(faults, `items[${index}]`, item, seen))
  const scales = new Set<string>()
  list(faults, 'scales', root.scales, 0, 40).forEach((scale, index) =>
    checkScale(faults, `scales[${index}]`, scale, seen, scales))

  const primary = list(faults, 'primary', root.primary, 2, 4)
  if (new Set(primary).size !== primary.length) faults.add('primary', 'names something twice')
  for (const id of primary) {
    if (!seen.has(id as string) && !scales.has(id as string)) faults.add('primary', `there is no item or scale ${String(id)}`)
  }
  return faults.list.length > 0 ? { faults: faults.list } : { instrument: value as Instrument }
}

function checkItem(faults: Faults, where: string, value: unknown, seen: Seen): void {
  const item = members(faults, where, value,
    ['id', 'block', 'kind', 'options', 'askedIf?', 'exclusive?', 'implied?', 'summary?'])
  if (item === undefined) return
  text(faults, `${where}.block`, item.block, 40)
  oneOf(faults, `${where}.kind`, item.kind, ['one', 'several', 'mark'])
  const options = checkOptions(faults, `${where}.options`, item.options, item.kind)
  if (item.exclusive !== undefined && (item.kind !== 'several' || !options.includes(item.exclusive as number))) {
    faults.add(`${where}.exclusive`, 'should be an option of an item with several choices')
  }
  if (item.askedIf !== undefined) checkCondition(faults, `${where}.askedIf`, item.askedIf, seen, 1)
  if (item.implied !== undefined && (item.askedIf === undefined || item.kind === 'several')) {
    faults.add(`${where}.implied`, 'belongs to an item with one answer that is not always asked')
  }
  list(faults, `${where}.implied`, item.implied, 1, 20).forEach((entry, index) => {
    const rule = members(faults, `${where}.implied[${index}]`, entry, ['code', 'if'])
    if (rule === undefined) return
    oneOf(faults, `${where}.implied[${index}].code`, rule.code, [...options, ...MISSING])
    if (rule.if !== undefined) checkCondition(faults, `${where}.implied[${index}].if`, rule.if, seen, 1)
  })
  checkSummary(faults, `${where}.summary`, item.summary, options)
  // last, so that an item's own conditions may only look back
  if (!matches(faults, `${where}.id`, item.id, ID, ID_RULE)) return
  if (seen.has(item.id)) faults.add(`${where}.id`, `${item.id} is there twice`)
  seen.set(item.id, { kind: item.kind, options })
}

function checkOptions(faults: Faults, where: string, value: unknown, kind: unknown): number[] {
  const mark = kind === 'mark'
  const options = list(faults, where, value, mark ? 11 : 2, mark ? 11 : 40)
  const whole = options.filter((code, index): code is number => wholeNumber(faults, `${where}[${index}]`, code, mark ? 0 : 1, 95))
  if (new Set(whole).size !== whole.length) faults.add(where, 'has an option twice')
  if (mark && options.length > 0 && !MARK.every((code, index) => whole[index] === code)) {
    faults.add(where, 'of a mark should be 0, 1 ... 10')
  }
  return whole
}

/** Eight levels are far more than people can follow, and keep a hostile file from exhausting the stack. */
function checkCondition(faults: Faults, where: string, value: unknown, seen: Seen, depth: number): void {
  const condition = members(faults, where, value, ['item?', 'in?', 'all?', 'any?', 'not?'])
  if (condition === undefined) return
  const form = Object.keys(condition).sort().join(' ')
  if (depth > 8) faults.add(where, 'is nested deeper than 8 levels')
  else if (form === 'not') checkCondition(faults, `${where}.not`, condition.not, seen, depth + 1)
  else if (form === 'all' || form === 'any') {
    list(faults, `${where}.${form}`, condition[form], 1, 20).forEach((part, index) =>
      checkCondition(faults, `${where}.${form}[${index}]`, part, seen, depth + 1))
  } else if (form === 'in item') {
    const item = seen.get(condition.item as string)
    if (item === undefined) faults.add(where, `looks at ${String(condition.item)}, which is no earlier item`)
    for (const code of list(faults, `${where}.in`, condition.in, 1, 99)) {
      const possible = typeof code === 'number' && (isMissing(code) || (item?.options.includes(code) ?? true))
      if (!possible) faults.add(`${where}.in`, `${String(code)} is no answer of ${String(condition.item)}`)
    }
  } else faults.add(where, 'should be {item, in}, {all}, {any} or {not}')
}

function checkScale(faults: Faults, where: string, value: unknown, seen: Seen, scales: Set<string>): void {
  const scale = members(faults, where, value, ['id', 'items', 'minimumValid', 'summary?'])
  if (scale === undefined) return
  const parts = list(faults, `${where}.items`, scale.items, 2, 40)
  const used = parts.map((part, index) => {
    const place = `${where}.items[${index}]`
    const entry = members(faults, place, part, ['id', 'reverse', 'min', 'max'])
    if (entry === undefined) return undefined
    oneOf(faults, `${place}.reverse`, entry.reverse, [true, false])
    const bounds = wholeNumber(faults, `${place}.min`, entry.min, 0, 95) && wholeNumber(faults, `${place}.max`, entry.max, 0, 95)
    if (bounds && (entry.min as number) >= (entry.max as number)) faults.add(place, 'has a minimum that is not below its maximum')
    const item = seen.get(entry.id as string)
    if (item === undefined) faults.add(place, `there is no item ${String(entry.id)}`)
    else if (item.kind === 'several') faults.add(place, `${String(entry.id)} has several choices and cannot be averaged`)
    return entry.id
  })
  if (new Set(used).size !== used.length) faults.add(`${where}.items`, 'has an item twice')
  wholeNumber(faults, `${where}.minimumValid`, scale.minimumValid, 1, Math.max(1, parts.length))
  checkSummary(faults, `${where}.summary`, scale.summary, [])
  if (!matches(faults, `${where}.id`, scale.id, ID, ID_RULE)) return
  if (seen.has(scale.id) || scales.has(scale.id)) faults.add(`${where}.id`, `${scale.id} is there twice`)
  scales.add(scale.id)
}
