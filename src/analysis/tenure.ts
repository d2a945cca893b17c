// Those who stayed and those who came: the primary outcomes among people who have lived here for five years or more, and among everybody
// else, for everybody and groups. Separate because this cut runs through areas: the attacker's table has two atoms an area here, and
// nothing but this one cut is ever tabulated that way (disclosure/catalogue).
import { tenureDomain, TENURES, offered } from '../disclosure/catalogue.ts'
import type { Domain, Level, Tenure } from '../disclosure/catalogue.ts'
import { stateOf } from '../disclosure/ledger.ts'
import { tooSmall } from '../disclosure/primary.ts'
import { suppress } from '../disclosure/secondary.ts'
import type { Atom, Table, TableCell } from '../disclosure/table.ts'
import { mean } from '../stats/mean.ts'
import { dfShare } from '../stats/welch-change.ts'
import { attackedTable, ledgerKey, readerSees, stateIn, unitRange } from './attacked-table.ts'
import type { Known } from './attacked-table.ts'
import type { Side } from './difference.ts'
import type { Reported } from './measures.ts'
import { cellText, publishedCell } from './published-cell.ts'
import type { ShownFigures } from './suppress-wave.ts'
import { keyOf, limitsOf } from './wave-table.ts'
import type { Exact, WaveTable } from './wave-table.ts'

/** Codes of "five years or more" in the core battery; all else, the silent too, is the other part, so that the two add up. */
export const STAYERS: readonly number[] = [3, 4]

export interface TenureFigures {
  reported: Reported
  /** By domain id of the catalogue ('all', 'focus', an area): each part's figure, null where nobody answered. */
  parts: ReadonlyMap<string, Readonly<Record<Tenure, Exact | null>>>
}

/** A part of a breakdown that is listed; all that are listed show. */
export interface TenureCell { domain: string; figure: Exact }

/** The figures of both parts; null where nobody was asked how long they live here. */
export function tenureFigures(table: WaveTable, reported: Reported): TenureFigures | null {
  const years = table.wave.microdata.codes.years
  if (!years || reported.set !== null) return null
  const values = reported.values(table.wave.microdata)
  const parts = new Map(table.domains.filter(({ kind }) => kind !== 'district').map(({ id }) => {
    const inside = new Set(table.strata[table.domains.findIndex((each) => each.id === id)]!)
    const figureOf = (stays: boolean): Exact | null => partFigure(table, reported, values, Uint8Array.from(table.weighed.design.stratum, (h, row) =>
      (inside.has(h) && STAYERS.includes(years[row]!) === stays ? 1 : 0)))
    return [id, { stayers: figureOf(true), newcomers: figureOf(false) }] as const
  }))
  return { reported, parts }
}

/** Which breakdowns are given up first: a part that is given up has no row, so it needs no sign and no protection of its own. */
const CHOICES: readonly (readonly string[])[] = [
  ['all', 'focus', 'comparison'], ['focus', 'comparison'], ['all', 'focus'], ['focus'], ['all', 'comparison'], ['all'], ['comparison'],
]

/** The parts that are listed, given what shows of the measure itself: both of a breakdown, or none. */
export function suppressTenure(table: WaveTable, { reported, parts }: TenureFigures, level: Level, main: ShownFigures, known: Known,
  others: (part: Tenure, domain: string) => readonly Side[]): TenureCell[] {
  const shownMain = main.shown.get(keyOf(reported)) ?? new Set<string>()
  const there = table.domains.filter(({ id, kind }) => (kind === 'all' || kind === 'group') && offered(kind, level) && shownMain.has(id))
  const cut = cutTable(table, reported, parts, main, known)
  const figureOf = (id: string, part: Tenure): Exact | null => parts.get(id)?.[part] ?? null
  for (const choice of CHOICES) {
    if (!choice.every((id) => there.some((each) => each.id === id))) continue
    const cells = there.flatMap(({ id }) => TENURES.flatMap((part): TableCell[] => {
      const figure = figureOf(id, part)
      return figure ? [partCell(table, reported, cut, { id, part, figure, listed: choice.includes(id) }, known, others(part, id))] : []
    }))
    const { shown, safe } = suppress({ ...cut.table, cells: [...cut.table.cells, ...leftOver(table, there, parts, cut), ...cells] })
    const ids = new Set([...shown].map(({ domain }) => domain))
    const listed = choice.flatMap((id) => TENURES.map((part) => ({ domain: tenureDomain(part, id), figure: figureOf(id, part) })))
    if (safe && listed.every(({ domain }) => ids.has(domain))) return listed.flatMap(({ domain, figure }) => (figure ? [{ domain, figure }] : []))
  }
  return []
}

interface Cut { table: Table; atomsOf: (areas: readonly number[], part?: Tenure) => number[] }

/** The measure's own table with every area cut in two. Shown areas stay exactly as they are, so that all else computed from them does. */
function cutTable(table: WaveTable, reported: Reported, parts: TenureFigures['parts'], { shown, kinds }: ShownFigures, known: Known): Cut {
  const key = keyOf(reported)
  const range = reported.range[1] - reported.range[0]
  const { place } = unitRange(reported)
  const atoms: Atom[] = []
  const places = new Map<string, number>()
  for (const { id, kind, areas } of table.domains) {
    for (const part of kind === 'area' ? TENURES : []) {
      const figure = parts.get(id)?.[part]
      if (!figure) continue
      places.set(`${areas[0]} ${part}`, atoms.length)
      atoms.push({ base: figure.weightSum, share: place(figure.estimate), variance: (figure.se / range) ** 2, n: figure.n, least: 0, most: 1 })
    }
  }
  const atomsOf = (areas: readonly number[], part?: Tenure): number[] =>
    areas.flatMap((area) => (part ? [part] : TENURES).flatMap((one) => places.get(`${area} ${one}`) ?? []))
  const whole = attackedTable(table, reported, known, ({ id, kind }) => {
    if (shown.get(key)?.has(id)) return 'shown'
    return kinds.get(key)?.has(kind) ? 'hidden' : stateIn(known.ledger, table, reported, id, false)
  })
  const areasOf = new Map(table.domains.map(({ id, areas, kind }) => [id, { areas, kind }]))
  const cells = whole.cells.map((cell): TableCell => {
    const { areas, kind } = areasOf.get(cell.domain)!
    return { ...cell, atoms: atomsOf(areas), print: kind === 'area' ? (share) => share.toFixed(9) : cell.print }
  })
  return { table: { atoms, cells, binomial: whole.binomial }, atomsOf }
}

function partCell(table: WaveTable, reported: Reported, { atomsOf }: Cut, { id, part, figure, listed }: { id: string; part: Tenure; figure: Exact; listed: boolean }, known: Known, others: readonly Side[]): TableCell {
  const domain = tenureDomain(part, id)
  const range = reported.range[1] - reported.range[0]
  const { place, back } = unitRange(reported)
  const entry = known.ledger.get(ledgerKey(table.wave.id, keyOf(reported), domain))
  const text = cellText(publishedCell(reported.measure, figure))
  const again = [...(entry?.shownAs ?? [])].some((earlier) => earlier !== text)
  return {
    domain, atoms: atomsOf(table.domains.find((each) => each.id === id)!.areas, part), share: place(figure.estimate), variance: (figure.se / range) ** 2, n: figure.n,
    state: stateOf(entry, tooSmall(figure.n, figure.count), listed),
    print: again ? (share) => share.toFixed(9) : (share, variance) => readerSees(reported, figure, back(share), variance * range * range, others),
  }
}

/** What is left of a part when the groups are taken off everybody: never published, and protected where it is small. */
function leftOver(table: WaveTable, listed: readonly Domain[], parts: TenureFigures['parts'], { table: { atoms }, atomsOf }: Cut): TableCell[] {
  const all = listed.find(({ kind }) => kind === 'all')
  if (!all) return []
  const grouped = new Set(listed.filter(({ kind }) => kind === 'group').flatMap(({ areas }) => areas))
  const rest = all.areas.filter((area) => !grouped.has(area))
  const areaIds = new Map(table.domains.flatMap(({ id, kind, areas }) => (kind === 'area' ? [[areas[0]!, id] as const] : [])))
  return TENURES.flatMap((part): TableCell[] => {
    const members = atomsOf(rest, part)
    const figures = rest.flatMap((area) => parts.get(areaIds.get(area)!)?.[part] ?? [])
    const n = figures.reduce((sum, figure) => sum + figure.n, 0)
    const counts = figures.map(({ count }) => count)
    const count = counts.every((each) => each !== null) ? counts.reduce<number>((sum, each) => sum + each!, 0) : null
    if (members.length === 0 || !tooSmall(n, count)) return []
    const base = members.reduce((sum, index) => sum + atoms[index]!.base, 0)
    const share = members.reduce((sum, index) => sum + atoms[index]!.base * atoms[index]!.share, 0) / base
    return [{ domain: tenureDomain(part, 'rest'), atoms: members, share, variance: 0, n, state: 'hidden', print: () => '' }]
  })
}

function partFigure(table: WaveTable, reported: Reported, values: Float64Array, rows: Uint8Array): Exact | null {
  const { design } = table.weighed
  let [respondents, weights, squares, n, count] = [0, 0, 0, 0, 0]
  rows.forEach((inside, row) => {
    if (inside === 0) return
    const weight = design.weights[row]!
    respondents += 1
    weights += weight
    squares += weight * weight
    if (Number.isNaN(values[row]!)) return
    n += 1
    if (values[row] === 1) count += 1
  })
  if (n === 0) return null
  const { estimate, se, df, dfAnswered, weightSum, deff } = mean(design, values, { domain: rows })
  return {
    estimate, se, df, dfAnswered, testDf: dfAnswered * dfShare(design, rows), ...limitsOf(reported.measure, { estimate, se, df, respondents, n }),
    respondents, effectiveN: (weights * weights) / squares, n, count: reported.measure === 'mean' ? null : count, weightSum, deff,
  }
}
