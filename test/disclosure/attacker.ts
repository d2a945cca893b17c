// Attacks 15 and 59 as a program: everything published goes into a linear programme, and each hidden figure is pushed
// as low and as high as the constraints let it. The attacker is given more than any reader has: weighted bases of every
// area exactly, design effect over base of hidden ones to within 30%. Rounding leaves intervals, margins give variances
// back, and the binomial variance is enclosed between its tangents and its chord. Solver: HiGHS (WebAssembly).
import loadHighs from 'highs'
import { DOUBT } from '../../src/disclosure/table.ts'
import { betaLimits } from './town.ts'
import type { Town, TownDomain, Printed } from './town.ts'

const highs = await loadHighs()

/** Feasible interval (shares) of a hidden domain, given the printed figures of the shown ones. */
export function attack(town: Town, shown: ReadonlyMap<string, Printed>, hidden: readonly number[]): { low: number; high: number } {
  let bounds = town.areas.map(() => ({ low: 0, high: 1 }))
  let found = { low: 0, high: 1 }
  for (let round = 0; round < 2; round++) {
    const model = constraints(town, shown, bounds)
    const pushed = push(model, weighted(town, hidden))
    // a programme this tight that the solver calls empty tells the attacker nothing new
    if (pushed === null) { if (round === 0) throw new Error('the truth does not fit the attacker\'s own constraints'); break }
    found = pushed
    // tighter bounds make a tighter chord in the next round
    if (round === 0) bounds = town.areas.map((_, index) => loosened(push(model, `p${index}`) ?? { low: 0, high: 1 }))
  }
  return found
}

function push(model: string, objective: string): { low: number; high: number } | null {
  const [low, high] = ['Minimize', 'Maximize'].map((sense) => {
    const result = highs.solve(`${sense}\n obj: ${objective}\n${model}`, { output_flag: false })
    return result.Status === 'Optimal' ? result.ObjectiveValue : null
  })
  return low === null || high === null ? null : { low: low!, high: high! }
}

/** The solver's own tolerance, taken off before a bound is used as a fact. */
function loosened({ low, high }: { low: number; high: number }): { low: number; high: number } {
  return { low: Math.max(0, low - 1e-4), high: Math.min(1, high + 1e-4) }
}

function constraints(town: Town, shown: ReadonlyMap<string, Printed>, bounds: readonly { low: number; high: number }[]): string {
  const lines: string[] = []
  for (const domain of town.domains) {
    const printed = shown.get(domain.id)
    if (!printed) continue
    const { low, high, least, most } = readingOf(domain, printed)
    const base = domain.areas.reduce((sum, index) => sum + town.areas[index]!.base, 0)
    lines.push(`${weighted(town, domain.areas)} >= ${num(low)}`, `${weighted(town, domain.areas)} <= ${num(high)}`)
    const variances = domain.areas.map((index) => `${num((town.areas[index]!.base / base) ** 2)} v${index}`).join(' + ')
    lines.push(`${variances} >= ${num(least * SCALE)}`, `${variances} <= ${num(most * SCALE)}`)
  }
  town.areas.forEach((area, index) => {
    // what is shown is read off exactly; of a hidden area base and design effect are known to within the doubt
    const factor = area.factor * SCALE * (shown.has(area.id) ? 1 : 1 / (1 - DOUBT))
    const floor = shown.has(area.id) ? 1 : (1 - DOUBT) ** 2
    for (let at = 0.02; at < 1; at += 0.04) lines.push(`v${index} - ${num(factor * (1 - 2 * at))} p${index} <= ${num(factor * at * at)}`)
    const { low, high } = bounds[index]!
    // chord of p(1-p) between the bounds: slope 1 - low - high, through low
    lines.push(`v${index} - ${num(factor * floor * (1 - low - high))} p${index} >= ${num(factor * floor * low * high - 1e-6)}`)
  })
  const box = town.areas.map((_, index) => ` 0 <= p${index} <= 1\n 0 <= v${index} <= ${SCALE}`)
  return `Subject To\n${lines.map((line, at) => ` c${at}: ${line}`).join('\n')}\nBounds\n${box.join('\n')}\nEnd`
}

/** Variances in thousandths, well above the solver's tolerance. */
const SCALE = 1000

interface Reading { low: number; high: number; least: number; most: number }
const readings = new WeakMap<TownDomain, Reading>()

function readingOf(domain: TownDomain, printed: Printed): Reading {
  let reading = readings.get(domain)
  if (!reading) readings.set(domain, (reading = readOff(printed, domain.df, domain.n)))
  return reading
}

/** What rounding and limits leave possible of share and variance. */
function readOff(printed: Printed, df: number, n: number): Reading {
  if (printed.limit === 'atMost') return { low: 0, high: 0, least: 0, most: 0 }
  if (printed.limit === 'atLeast') return { low: 1, high: 1, least: 0, most: 0 }
  // at one share the limits only widen with the variance; over shares they do not move one way, hence a grid
  const step = 0.01 / GRID
  const fitting = Array.from({ length: GRID + 1 }, (_, k) => (printed.value - 0.5) / 100 + k * step).flatMap((share) => {
    if (share <= 0 || share >= 1) return []
    // how far the limits lie below and above the share, in share: both grow with the variance
    const reaches = (side: 0 | 1, points: number) => climb((v) => (side === 0 ? share - betaLimits(share, v, df, n)[0] : betaLimits(share, v, df, n)[1] - share) < points / 100)
    const [down, up] = [printed.value - printed.low, printed.high - printed.value]
    const least = Math.max(reaches(0, down - 0.5), reaches(1, up - 0.5))
    // at 0 and at 100 a printed limit was cut off and says only "at least so far"
    const most = Math.min(printed.low > 0 ? reaches(0, down + 0.5) : 0.25, printed.high < 100 ? reaches(1, up + 0.5) : 0.25)
    return least <= most ? [{ share, least, most }] : []
  })
  const shares = fitting.map(({ share }) => share)
  // one step of the grid on either side: what lies between two points of it
  return {
    low: Math.max(0, (printed.value - 0.5) / 100, Math.min(...shares) - step), high: Math.min(1, (printed.value + 0.5) / 100, Math.max(...shares) + step),
    least: 0.95 * Math.min(...fitting.map(({ least }) => least)), most: 1.05 * Math.max(...fitting.map(({ most }) => most)),
  }
}

/** Shares tried within the whole point that is printed. */
const GRID = 6

/** The variance at which a test that holds for small variances first fails; 0.25, more than any, when it never does. */
function climb(holds: (variance: number) => boolean): number {
  if (!holds(1e-7)) return 0
  for (let at = 2e-7; at < 0.2; at *= 2) if (!holds(at)) return halve(at / 2, at, holds)
  return 0.25
}

/** The end of the stretch, from `from`, on which a test that turns false once still holds. */
function halve(from: number, to: number, holds: (at: number) => boolean): number {
  if (holds(to)) return to
  let [inside, outside] = [from, to]
  for (let step = 0; step < 14; step++) {
    const middle = (inside + outside) / 2
    if (holds(middle)) inside = middle
    else outside = middle
  }
  return inside
}

function weighted(town: Town, areas: readonly number[]): string {
  const base = areas.reduce((sum, index) => sum + town.areas[index]!.base, 0)
  return areas.map((index) => `${num(town.areas[index]!.base / base)} p${index}`).join(' + ')
}

function num(value: number): string {
  return value.toFixed(12)
}
