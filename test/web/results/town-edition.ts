// The example town's editions by the engine itself, without a server: the drawn answers of two waves, weighed, compared and suppressed. What the views
// are tested on and looked at with; a third wave is the second once more, under another name, for series.
import { buildEdition } from '../../../src/analysis/build-edition.ts'
import { DEFAULT_RECIPE } from '../../../src/analysis/edition.ts'
import type { Audience, Edition, MeasuredWave } from '../../../src/analysis/edition.ts'
import { drawResponses } from '../../../src/example/draw-answers.ts'
import { REWORDED } from '../../../src/example/planted.ts'
import { AREAS, TOWN, controlTotals } from '../../../src/example/town.ts'
import { coreEn } from '../../../src/instrument/batteries/core-en.ts'
import { coreNl } from '../../../src/instrument/batteries/core-nl.ts'
import { coreInstrument } from '../../../src/instrument/batteries/core.ts'
import { itemHashes } from '../../../src/instrument/instrument.ts'
import type { InstrumentText } from '../../../src/instrument/instrument.ts'
import { toMicrodata } from '../../../src/instrument/microdata.ts'
import { reworded } from '../../../src/instrument/reworded.ts'

const texts = (again: boolean): InstrumentText[] => (again ? [reworded(coreNl, REWORDED.item, REWORDED.nl), reworded(coreEn, REWORDED.item, REWORDED.en)] : [coreNl, coreEn])

export async function townWave(which: 0 | 1, about: { id: string; label: string; starts: string; ends: string }): Promise<MeasuredWave> {
  const published = texts(which === 1).map((text) => ({ instrument: coreInstrument, text }))
  const each = <Value>(of: (text: InstrumentText) => Value): Record<string, Value> => Object.fromEntries(published.map(({ text }) => [text.language, of(text)]))
  return {
    kind: 'measured', ...about, instrument: coreInstrument, microdata: toMicrodata(coreInstrument, drawResponses(which)),
    strata: AREAS.map(({ id, population, invited }) => ({ id, area: id, population, invited })), controlTotals: controlTotals(),
    itemHashes: Object.fromEntries(await Promise.all(published.map(async (one) => [one.text.language, await itemHashes(one)] as const))),
    optionWords: each(({ items }) => Object.fromEntries(Object.entries(items).map(([item, { options }]) => [item, options]))),
    questions: each(({ items }) => Object.fromEntries(Object.entries(items).map(([item, { question }]) => [item, question]))),
  }
}

export const BASELINE = { id: 'w1', label: 'Nulmeting 2024', starts: '2024-03-04', ends: '2024-04-08' }
export const SECOND = { id: 'w2', label: 'Meting 2026', starts: '2026-03-02', ends: '2026-04-06' }

/** The second wave against the baseline; `alone`: the baseline by itself. */
export async function townEdition({ audience = 'steering', approachStarted = '2024-06-01', alone = false }: { audience?: Audience; approachStarted?: string; alone?: boolean } = {}): Promise<Edition> {
  const baseline = await townWave(0, BASELINE)
  const areas = AREAS.map(({ id, name, role, district }) => ({ id, name, role, district }))
  return buildEdition({
    municipality: TOWN.name, wave: alone ? baseline : await townWave(1, SECOND), baseline: alone ? null : baseline, areas, boundaryYear: TOWN.boundaryYear, recipe: DEFAULT_RECIPE,
    plan: { primary: coreInstrument.primary!, approachStarted }, audience, date: '2026-05-12', earlier: [], example: true,
  })
}
