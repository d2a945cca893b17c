// An edition from waves: weigh, estimate every item for every breakdown, compare with the baseline, suppress, round.
// The one road from microdata to anything published; runs on the analyst's device. Separate from its steps, so that the
// order stands on one screen. What it returns apart from `exact` holds no figure that suppression has not seen.
import type { Edition, EditionInput, ExactRow, MeasuredWave, Progress, PublishedRow } from './edition.ts'
import { breaksBetween, comparabilityKey } from './comparable.ts'
import { cellOf, importedEarlier, judge, measuredEarlier } from './compare.ts'
import type { Compared } from './compare.ts'
import { withChecks } from './checks.ts'
import { didHeadlines } from './did-headline.ts'
import { headOf } from './edition-head.ts'
import { reportedOf } from './measures.ts'
import type { Reported } from './measures.ts'
import { ledgerOf, suppressWave } from './suppress-wave.ts'
import type { Kind, ShownFigures } from './suppress-wave.ts'
import { addMeasure, keyOf, waveTable } from './wave-table.ts'
import type { WaveTable } from './wave-table.ts'
import type { Side } from './difference.ts'
import { testable } from './difference.ts'
import { tenureOf } from './tenure-rows.ts'
import { weigh } from './weigh.ts'

/** Makes an edition. Throws RangeError for a wave that cannot be weighed and an input that contradicts itself. */
export function buildEdition(input: EditionInput, onProgress: Progress = () => {}): Edition {
  check(input)
  const { wave, baseline } = input
  const measured = baseline?.kind === 'measured' ? baseline : null
  onProgress(0, 5, 'weigh')
  const nowTable = estimated(wave, input)
  onProgress(1, 5, 'estimate')
  const thenTable = measured && estimated(measured, input)
  onProgress(2, 5, 'suppress')
  const breaks = baseline ? breaksBetween(wave, baseline) : () => [] as const
  const ledger = ledgerOf(input.earlier)
  // a reader sees the change too: each wave is judged with the other's figure beside it
  const beside = (other: WaveTable | null) => (reported: Reported, d: number): readonly Side[] => {
    if (breaks(reported.item).length > 0) return []
    const figure = baseline?.kind === 'table' ? importedEarlier(baseline, reported, nowTable.domains[d]!.id)?.side : other?.figures.get(keyOf(reported))?.[d]
    return figure ? [figure] : []
  }
  const nowShown = suppressWave(nowTable, reportedOf(wave.instrument), input, ledger, beside(thenTable))
  const thenShown = thenTable && measured && suppressWave(thenTable, reportedOf(measured.instrument), input, ledger, beside(nowTable))
  onProgress(3, 5, 'compare')
  const compared = baseline ? comparedOf(input, nowTable, nowShown, thenTable, thenShown, breaks) : []
  const tenure = tenureOf(input, { table: nowTable, shown: nowShown, others: beside(thenTable) },
    thenTable && thenShown ? { table: thenTable, shown: thenShown, others: beside(nowTable) } : null, ledger, breaks)
  const judged = judge([...compared, ...tenure.compared], input)
  const comparisons = thenTable ? withChecks(judged, reportedOf(wave.instrument), thenTable, nowTable, input) : judged
  onProgress(4, 5, 'publish')
  const tables = [{ table: nowTable, shown: nowShown }, ...(thenTable && thenShown ? [{ table: thenTable, shown: thenShown }] : [])]
  const edition: Edition = {
    head: headOf(input, tables), rows: [...tables.flatMap(({ table, shown }) => rowsOf(table, shown)), ...tenure.rows],
    comparisons, did: didHeadlines(compared, input), exact: [...tables.flatMap(({ table }) => exactOf(table)), ...tenure.exact],
  }
  onProgress(5, 5, 'done')
  return edition
}

function check({ areas, wave, baseline, plan }: EditionInput): void {
  const ids = new Set(areas.map(({ id }) => id))
  if (areas.length === 0 || ids.size !== areas.length) throw new RangeError('buildEdition requires areas, each with an id of its own')
  for (const side of [wave, baseline]) {
    if (side?.kind !== 'measured') continue
    const stray = side.strata.find(({ area }) => !ids.has(area))
    if (stray) throw new RangeError(`buildEdition requires area ${stray.area} of stratum ${stray.id} among its areas`)
  }
  if (baseline && baseline.id === wave.id) throw new RangeError('buildEdition requires a baseline other than the wave itself')
  if (plan.primary.length > 4) throw new RangeError(`buildEdition requires at most 4 primary outcomes, got ${plan.primary.length}`)
}

function estimated(wave: MeasuredWave, input: EditionInput): WaveTable {
  const table = waveTable(wave, weigh(wave, input.recipe), input.areas)
  for (const reported of reportedOf(wave.instrument)) addMeasure(table, reported)
  return table
}

/** What is listed: offered domains of measures that are in the edition. */
function listed(table: WaveTable, reported: Reported, shown: ShownFigures): { id: string; d: number }[] {
  if (!shown.shown.has(keyOf(reported))) return []
  const kinds = shown.kinds.get(keyOf(reported))!
  // nothing of a set is hidden cell by cell: what is not open has no row
  const open = reported.set === null ? null : shown.shown.get(keyOf(reported))!
  return table.domains.flatMap(({ id, kind }, d) => (kinds.has(kind) && table.strata[d]!.length > 0 && (open?.has(id) ?? true) ? [{ id, d }] : []))
}

function rowsOf(table: WaveTable, shown: ShownFigures): PublishedRow[] {
  return reportedOf(table.wave.instrument).flatMap((reported) => listed(table, reported, shown).map(({ id, d }): PublishedRow => {
    const key = keyOf(reported)
    return {
      wave: table.wave.id, item: reported.item, measure: reported.measure, categories: reported.categories, domain: id,
      cell: cellOf(reported, table.figures.get(key)![d]!, shown.shown.get(key)!.has(id)),
    }
  }))
}

function comparedOf(input: EditionInput, now: WaveTable, nowShown: ShownFigures, then: WaveTable | null, thenShown: ShownFigures | null,
  breaks: ReturnType<typeof breaksBetween>): Compared[] {
  return reportedOf(input.wave.instrument).filter(({ compared }) => compared).flatMap((reported) => listed(now, reported, nowShown).flatMap(({ id, d }): Compared[] => {
    const key = keyOf(reported)
    const baseline = input.baseline!.kind === 'table' ? importedEarlier(input.baseline!, reported, id)
      : measuredEarlier(then!, reported, id, thenShown!.shown)
    if (baseline === null) return []
    const figure = now.figures.get(key)![d]!
    const visible = nowShown.shown.get(key)!.has(id)
    return [{ reported, domain: id, now: cellOf(reported, figure, visible), nowSide: visible ? testable(figure) : null, baseline, reasons: breaks(reported.item) }]
  }))
}

function exactOf(table: WaveTable): ExactRow[] {
  return reportedOf(table.wave.instrument).flatMap((reported) => table.figures.get(keyOf(reported))!.flatMap((figure, d): ExactRow[] => (tabulated(reported, table.domains[d]!.kind) ? [{
    wave: table.wave.id, item: reported.item, measure: reported.measure, categories: reported.categories, domain: table.domains[d]!.id,
    estimate: figure?.estimate ?? null, standardError: figure?.se ?? null, df: figure?.df ?? 0, testDf: figure?.testDf ?? 0, n: table.respondents[d]!, nValid: figure?.n ?? 0,
    effectiveN: table.effectiveN[d]!, deff: figure?.deff ?? null, comparability: comparabilityKey(table.wave, reported.item),
  }] : [])))
}

/** Sets are never tabulated below groups, not in the sealed rows either. */
function tabulated({ set }: Reported, kind: Kind): boolean {
  return set === null || kind === 'all' || kind === 'group'
}
