// Figures of town and country in every stage as data, for axe and for looking.
import type { BenchmarkRead } from '../../../src/analysis/benchmark-file.ts'
import { ElsewhereView } from './ElsewhereView.tsx'

const nothing = () => undefined
const ours = [{ key: 'unsafeHere.share.3.4', label: 'Voelt zich soms of vaak onveilig in de buurt', mean: false }, { key: 'liveMark.mean', label: 'Rapportcijfer voor het wonen in de buurt', mean: true }]
const figures = [{ region: 'Nederland', value: 15.4, low: 14.9, high: 15.9 }, { region: 'Limburg (PV)', value: 18.1, low: null, high: null }, { region: 'GM0935', value: 22, low: 19, high: 25 }]
const there = [
  { id: 'b1', source: 'Veiligheidsmonitor 2023', topic: '<b>Voelt zich weleens onveilig in buurt</b>', beside: 'unsafeHere.share.3.4', measure: 'share' as const, equal: { wording: false, scale: true, mode: true }, figures },
  { id: 'b2', source: 'Leefmonitor 2025', topic: 'Woont met plezier in de buurt', beside: 'liveMark.mean', measure: 'mean' as const, equal: { wording: true, scale: true, mode: true }, figures: [{ region: 'Nederland', value: 7.4, low: 7.3, high: 7.5 }] },
]
const view = (reading: BenchmarkRead | null, more: { there?: typeof there; ours?: typeof ours; mayWrite?: boolean } = {}) =>
  <ElsewhereView there={there} ours={ours} read={reading && { name: 'statline <i>.csv', reading }} busy={false} refused={null} mayWrite onFile={nothing} onForget={nothing} onStore={nothing} onRemove={nothing} {...more} />

export const elsewhereExamples = [
  { name: 'elsewhere', signedIn: true, content: view(null) },
  { name: 'elsewhere-none', signedIn: true, content: view(null, { there: [], ours: [] }) },
  { name: 'elsewhere-reader', signedIn: true, content: view(null, { mayWrite: false }) },
  { name: 'elsewhere-read', signedIn: true, content: view({ topics: [{ topic: 'Voelt zich weleens onveilig in buurt', period: '2023', figures }, { topic: 'Mijdt plekken', period: '2023', figures }] }) },
  { name: 'elsewhere-faults', signedIn: true, content: view({ faults: [{ line: 12, column: '<i>Onderwerp', nl: 'gebruik een punt, geen komma: 15.4 (hier staat: 15,4)', en: '' }, { line: 13, column: '', nl: 'BU09350101 is geen land, landsdeel, provincie of gemeente', en: '' }] }) },
]
