// Volgen in every state as data, for axe and for looking: a full town, the first day, after the close, a mistake in the form, and who may only look.
import type { ProgressAnswer } from '../../../src/mailings/wire.ts'
import type { WaveDetail } from '../../../src/waves/wire.ts'
import type { ScreenExample } from '../screen-examples.tsx'
import type { ReturnsForm } from './FollowView.tsx'
import { FollowView } from './FollowView.tsx'

const nothing = () => undefined
const day = (after: number) => new Date(Date.UTC(2026, 9, 26 + after)).toISOString().slice(0, 10)

const areas: ProgressAnswer['areas'] = [
  ['Lindenkwartier', 1400, 210, 12, 4, 3], ['Sluiswijk', 1350, 95, 0, 0, 0], ['Ketelbuurt', 1400, 15, 31, 6, 1], ['Molenveld', 700, 0, 2, 0, 0], ['<script>document.title="x"</script>', 60, 5, 0, 0, 0],
].map(([name, invited, received, undelivered, ineligible, replaced], i) => ({ area: `a${i}`, name, invited, received, undelivered, ineligible, replaced })) as unknown as ProgressAnswer['areas']
const full: ProgressAnswer = {
  asOf: day(14), areas, days: Array.from({ length: 15 }, (_, i) => ({ day: day(i), received: 5 * Math.round((65 * i) / 14) })),
  runs: [{ number: 1, phase: 0, day: day(0), letters: 4910, by: 'Sam' }, { number: 2, phase: 1, day: day(10), letters: 4910, by: 'Noor' }],
  earlier: { name: 'Meting 2025', shares: [{ after: 7, share: 0.4 }, { after: 14, share: 0.62 }, { after: 35, share: 1 }] },
}
const form: ReturnsForm = { area: '', undelivered: '0', ineligible: '0', busy: false, saved: false, onArea: nothing, onUndelivered: nothing, onIneligible: nothing, onSave: nothing }

/** `detail`: a wave of the examples in a state. */
export const followExamples = (detail: (state: WaveDetail['state']) => WaveDetail): readonly ScreenExample[] => {
  const show = (name: string, state: WaveDetail['state'], progress: ProgressAnswer, with_: Partial<ReturnsForm> | null = {}): ScreenExample =>
    ({ name, signedIn: true, content: <FollowView wave={detail(state)} progress={progress} form={with_ === null ? undefined : { ...form, ...with_ }} /> })
  return [
    show('follow', 'field', full),
    show('follow-first-day', 'field', { ...full, asOf: null, days: [], earlier: null, areas: areas.map((area) => ({ ...area, received: null })) }),
    show('follow-mistake', 'field', { ...full, earlier: null }, { area: 'a0', undelivered: 'veel', mistake: { field: 'returns-undelivered', text: 'Vul een aantal in, 0 of meer.' } }),
    show('follow-closed', 'closed', full, { saved: true }),
    show('follow-only-looking', 'field', full, null),
    show('follow-not-yet', 'ready', { ...full, asOf: null, days: [], runs: [] }),
  ]
}
