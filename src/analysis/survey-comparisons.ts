// comparisons.csv: every later wave against the first, per item and domain, with the families of R's check and of an edition.
// Separate from compare.ts, which judges one edition for its readers. R survey: svyttest; p.adjust per wave and item over
// areas (p_holm, p_bh). As an edition tests (df that unequal weights leave), Holm over primary outcomes x focus areas and BH
// over the whole wave (p_holm_edition, p_bh_edition) decide the verdict.
import { benjaminiHochberg, holm } from '../stats/adjust-p.ts'
import { change as changeOfSides } from '../stats/change.ts'
import type { Change } from '../stats/change.ts'
import { changeBetween, printedDifference } from './difference.ts'
import type { Reported } from './measures.ts'
import { publishedCell } from './published-cell.ts'
import { empty } from './survey-estimates.ts'
import { overlapChanges } from './survey-overlap.ts'
import { figureAt, writtenDomains } from './survey-figures.ts'
import type { SurveyFigures } from './survey-figures.ts'
import type { Survey } from './survey-files.ts'
import type { SurveyInstrument } from './survey-instrument.ts'
import type { AnalyseOptions, CsvTable } from './survey-tables.ts'
import type { Exact } from './wave-table.ts'

interface Line { reported: Reported; domain: string; area: boolean; before: Exact | null; after: Exact | null; shown: boolean; change: Change | null; tested: Change | null; overlap: Change | null }

const HEADER = ['wave', 'item', 'domain', 'est0', 'se0', 'est1', 'se1', 'diff', 'se_two', 'se_svyttest', 't', 'df', 'p', 'ci_low', 'ci_high',
  'se_overlap', 'df_overlap', 'p_overlap', 'p_holm', 'p_bh', 'p_holm_edition', 'p_bh_edition', 'verdict']

/** All comparisons; suppressed: rounded values, limits and the verdict, no standard errors and no p. */
export function comparisonsTable(survey: Survey, { instrument }: SurveyInstrument, figures: readonly SurveyFigures[], options: AnalyseOptions): CsvTable {
  const [first, ...later] = figures
  const focus = new Set(survey.areas.flatMap(({ id, group }) => (group === 'focus' ? [id] : [])))
  const placeOf = new Map(survey.areas.map(({ id }, place) => [id, place]))
  const rows = later.flatMap((each) => {
    const overlap = options.unsuppressed ? overlapChanges(first!, each) : () => null
    const lines = each.measures.flatMap((reported) => writtenDomains(each).map(({ id, d, area }): Line => {
      const [before, after] = [figureAt(first!, reported, d), figureAt(each, reported, d)]
      const shown = first!.shows(reported, id) && each.shows(reported, id)
      const both = shown && before && after ? ([before, after] as const) : null
      return { reported, domain: id, area, before, after, shown, change: both ? changeOfSides(...both) : null, tested: both ? changeBetween(...both) : null, overlap: both ? overlap(reported, area ? placeOf.get(id)! : null) : null }
    }))
    const byItem = perItem(lines)
    const isPrimary = ({ reported, domain }: Line): boolean => (instrument.primary?.includes(reported.item) ?? false) && focus.has(domain)
    const byHolm = holm(lines.map((line) => (isPrimary(line) ? line.tested?.p ?? null : null)))
    const byBh = benjaminiHochberg(lines.map(({ tested }) => tested?.p ?? null))
    return lines.map((line, index) => {
      const adjusted = { holm: byItem.holm[index]!, bh: byItem.bh[index]!, holmEdition: byHolm[index]!, bhEdition: byBh[index]! }
      return rowOf(each.wave.id, line, adjusted, isPrimary(line), options)
    })
  })
  return { header: HEADER, rows }
}

interface Adjusted { holm: number | null; bh: number | null; holmEdition: number | null; bhEdition: number | null }

function rowOf(wave: string, { reported, domain, before, after, shown, change, overlap }: Line, p: Adjusted, primary: boolean, { unsuppressed }: AnalyseOptions): (string | number | null)[] {
  const name = [wave, reported.item, domain]
  const decisive = primary ? p.holmEdition : p.bhEdition
  const verdict = !shown ? 'hidden' : change && decisive !== null && decisive <= 0.05 && change.change !== 0 ? (change.change > 0 ? 'higher' : 'lower') : 'none'
  if (!shown) return [...name, ...empty(HEADER.length - 4), verdict]
  if (unsuppressed) {
    return [...name, before?.estimate ?? null, before?.se ?? null, after?.estimate ?? null, after?.se ?? null, change?.change ?? null, change?.se ?? null, change?.se ?? null,
      change?.t ?? null, change ? change.df : null, change?.p ?? null, change?.low ?? null, change?.high ?? null, overlap?.se ?? null, overlap?.df ?? null, overlap?.p ?? null, p.holm, p.bh, p.holmEdition, p.bhEdition, verdict]
  }
  const scale = reported.measure === 'mean' ? 1 : 100
  const printed = (figure: Exact | null): number | null => {
    const cell = figure && publishedCell(reported.measure, figure)
    return cell && !cell.limit ? cell.value / scale : null
  }
  const difference = before && after ? printedDifference(reported.measure, before, after) : null
  const part = (value: number | undefined): number | null => (value === undefined ? null : value / scale)
  return [...name, printed(before), null, printed(after), null, part(difference?.value), ...empty(5), part(difference?.low), part(difference?.high), ...empty(7), verdict]
}

/** Holm and BH over the areas within each item. */
function perItem(lines: readonly Line[]): { holm: (number | null)[]; bh: (number | null)[] } {
  const [holms, bhs]: [(number | null)[], (number | null)[]] = [[], []]
  const items = new Map<Reported, number[]>()
  lines.forEach((line, index) => { if (line.area) items.set(line.reported, [...(items.get(line.reported) ?? []), index]) })
  for (const places of items.values()) {
    const p = places.map((index) => lines[index]!.change?.p ?? null)
    holm(p).forEach((value, k) => { holms[places[k]!] = value })
    benjaminiHochberg(p).forEach((value, k) => { bhs[places[k]!] = value })
  }
  return { holm: lines.map((_, index) => holms[index] ?? null), bh: lines.map((_, index) => bhs[index] ?? null) }
}
