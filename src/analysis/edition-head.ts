// What stands above the figures of an edition: which waves, areas, recipe and plan, what each measure is called, who answered, what was
// left out. Separate from making the figures, because it is read on every page and says nothing about anybody.
import type { Label } from '../instrument/summary.ts'
import type { EditionHead, EditionInput, EditionItem, Level, MeasuredWave } from './edition.ts'
import { ENGINE_VERSION } from './edition.ts'
import { DERIVED } from './comparable.ts'
import { answerOf, labelOf } from './measure-label.ts'
import type { Reported } from './measures.ts'
import { reportedOf } from './measures.ts'
import { responseFigures } from './response.ts'
import type { Kind, ShownFigures } from './suppress-wave.ts'
import { levelOf } from './suppress-wave.ts'
import type { WaveTable } from './wave-table.ts'
import { keyOf } from './wave-table.ts'

export function headOf(input: EditionInput, tables: readonly { table: WaveTable; shown: ShownFigures }[]): EditionHead {
  const { wave, baseline, plan } = input
  const dates = ({ id, label, starts, ends }: { id: string; label: string; starts: string; ends: string }) => ({ id, label, starts, ends })
  return {
    municipality: input.municipality, wave: dates(wave),
    baseline: baseline && {
      ...dates(baseline), imported: baseline.kind === 'table' || baseline.weights !== undefined,
      afterStart: plan.approachStarted !== null && baseline.starts >= plan.approachStarted,
    },
    areas: input.areas, boundaryYear: input.boundaryYear, recipe: input.recipe, plan, engine: ENGINE_VERSION,
    items: reportedOf(wave.instrument).map((reported) => itemOf(reported, input, tables[0]!.shown)),
    audience: input.audience, date: input.date, example: input.example,
    response: tables.map(({ table }) => responseFigures(table.wave, table.weighed)),
    leftOut: tables.flatMap(({ table, shown }) => reportedOf(table.wave.instrument).filter((reported) => shown.leftOut.has(keyOf(reported)))
      .map(({ item, measure }) => ({ wave: table.wave.id, item, measure }))),
    wordings: tables.map(({ table }) => ({ wave: table.wave.id, marks: marksOf(table.wave) })),
  }
}

function itemOf(reported: Reported, { wave, plan, ...input }: EditionInput, shown: ShownFigures): EditionItem {
  const { item, measure, categories, better, sensitive, base } = reported
  const answer = answerOf(reported, wave.instrument, wave.optionWords)
  const question = measure === 'share' || measure === 'mean' ? questionOf(wave, item) : null
  return {
    item, measure, categories, label: labelOf(reported, wave.instrument, wave.optionWords), ...(base ? { base } : {}), ...(answer ? { answer } : {}), ...(question ? { question } : {}),
    better, sensitive, primary: plan.primary.includes(item), finest: finestOf(shown.kinds.get(keyOf(reported))) ?? levelOf(reported, input),
  }
}

function questionOf({ questions = {} }: MeasuredWave, item: string): Label | null {
  const found = Object.entries(questions).flatMap(([language, words]) => (words[item] === undefined ? [] : [[language, words[item]] as const]))
  return found.length > 0 ? Object.fromEntries(found) : null
}

/** Characters of a hash that tell two wordings apart: no secret hangs on it, and every page carries all of them. */
const MARK = 10

/** Per language and item the start of its hash; a scale has the marks of its items and the rule for missing answers. */
function marksOf({ itemHashes, instrument }: MeasuredWave): Record<string, Record<string, string>> {
  return Object.fromEntries(Object.entries(itemHashes).map(([language, hashes]) => {
    const mark = (item: string): string => (hashes[item] ?? '').slice(0, MARK)
    const scales = instrument.scales.map(({ id, items, minimumValid }) => [id, [minimumValid, ...items.map((item) => mark(item.id))].join('.')] as const)
    const derived = Object.entries(DERIVED).map(([id, sources]) => [id, sources.map(mark).join('.')] as const)
    return [language, Object.fromEntries([...instrument.items.map(({ id }) => [id, mark(id)] as const), ...scales, ...derived])]
  }))
}

function finestOf(kinds: ReadonlySet<Kind> | undefined): Level | undefined {
  return kinds && (kinds.has('area') ? 'area' : kinds.has('district') || kinds.has('group') ? 'district' : 'all')
}

