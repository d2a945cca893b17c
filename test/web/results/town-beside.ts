// What stands beside the example town's edition: invented shapes of its areas, figures of others, and a series of four waves made of its two. Only
// to look at and to test drawing; no test of numbers rests on it.
import type { Cell, Edition } from '../../../src/analysis/edition.ts'
import { townShapes } from '../../../src/example/shapes.ts'
import { AREAS } from '../../../src/example/town.ts'
import { readAreaMap } from '../../../src/frame/area-map.ts'
import { besideEdition } from '../../../web/results/beside-edition.ts'
import type { ViewInput } from '../../../web/results/view.ts'

/** Four waves: the baseline, one in between, the second, and one that asked the item otherwise. */
export function townSeries(edition: Pick<Edition, 'head' | 'rows'>, item: string): NonNullable<ViewInput['series']> {
  const cells = (wave: string): Record<string, Cell> => Object.fromEntries(edition.rows.filter((row) => row.wave === wave && row.item === item && row.measure === 'share').map(({ domain, cell }) => [domain, cell]))
  const wave = (id: string, label: string, starts: string, from: string, mark = 'same') => ({
    wave: { id, label, starts }, boundaryYear: edition.head.boundaryYear, marks: { nl: { [item]: mark } }, response: { modes: [{ mode: 'web', percent: 100 }], languages: [{ language: 'nl', percent: 100 }] }, cells: cells(from),
  })
  return [wave('w1', 'Nulmeting 2024', '2024-03-04', 'w1'), wave('w15', 'Meting 2025', '2025-03-03', 'w1'), wave('w2', 'Meting 2026', '2026-03-02', 'w2'), wave('w3', 'Meting 2027', '2027-03-01', 'w2', 'other')]
}

export function townBeside(edition: Omit<Edition, 'exact'>): Pick<ViewInput, 'map' | 'series' | 'beside'> {
  const monitor = { id: 'vm', source: 'Veiligheidsmonitor 2023', measure: 'share' as const }
  const read = readAreaMap(JSON.stringify(townShapes()), AREAS.map(({ id }) => id))
  if ('faults' in read) throw new Error(read.faults[0]!.fault)
  return {
    map: read.map,
    series: townSeries(edition, 'unsafeHere'),
    beside: besideEdition(edition, [
      { ...monitor, topic: 'Voelt zich weleens onveilig in buurt', beside: 'unsafeHere.share.3.4', equal: { wording: false, scale: true, mode: true }, figures: [{ region: 'Limburg (PV)', value: 18, low: 17, high: 19 }, { region: 'Nederland', value: 15, low: 14, high: 16 }] },
      { ...monitor, id: 'lm', source: 'Leefmonitor 2025', topic: 'Woont met plezier in de buurt', beside: 'liveGladly.share.1.2', equal: { wording: true, scale: true, mode: true }, figures: [{ region: 'Limburg (PV)', value: 72, low: 70, high: 74 }] },
    ]),
  }
}
