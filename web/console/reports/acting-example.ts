// Signals, agreements, partners and figures as data for the specimens: each state once, and names that try to be markup.
import type { PartnersAnswer, SignalContent, SignalFigures, SignalView, SignalsAnswer } from '../../../src/signals/wire.ts'

const hostile = '"><script>document.title="x"</script><i>x</i>'
const content: SignalContent = {
  area: 'LK', spot: 'entrance', behaviour: 'pressure', week: '2026-W10', seriousness: 'serious', criteria: [],
  text: 'In meerdere portieken worden bewoners aangesproken op wie er bij hen langskomt. Mensen mijden de hal in de avond.',
}
const partners = [
  { id: 'p1', name: 'Politie, basisteam Noord', network: false, active: true, contacts: [{ staff: 's1', name: 'Pim' }] },
  { id: 'p2', name: hostile, network: false, active: true, contacts: [] },
  { id: 'p3', name: 'Zorg- en Veiligheidshuis', network: true, active: true, contacts: [] },
  { id: 'p4', name: 'Jongerenwerk', network: false, active: false, contacts: [] },
]
const people: PartnersAnswer['people'] = [{ staff: 's2', name: 'Hanna' }, { staff: 's3', name: hostile }]

const team = (more: Partial<NonNullable<SignalView['team']>> = {}): SignalView['team'] => ({ writer: 'Olga', reviewer: null, mine: false, reviewedOn: null, commitment: 'a'.repeat(64), draft: 'x', ...more })
const signal = (id: string, more: Partial<SignalView>): SignalView => ({ id, kind: 'signal', state: 'draft', writtenOn: '2026-03-09', visibleOn: null, partners: ['p1', 'p2'], agreements: [], content: null, team: team(), ...more })
const agreement = (id: string, state: SignalView['agreements'][number]['state'], more: Partial<SignalView['agreements'][number]> = {}) =>
  ({ id, partner: 'p1', what: 'Twee keer per week langslopen, ook in de avond', madeOn: '2026-03-02', dueOn: '2026-03-20', doneOn: null, state, ...more })
const released = { state: 'released' as const, content, visibleOn: '2026-03-16', team: team({ reviewer: 'Remco', reviewedOn: '2026-03-10', draft: null }) }

const answer: SignalsAnswer = {
  today: '2026-03-12',
  signals: [
    signal('1', {}), signal('2', { state: 'returned', team: team({ mine: true, reviewer: 'Remco', reviewedOn: '2026-03-10' }) }),
    signal('3', { ...released, agreements: [agreement('a', 'open'), agreement('b', 'kept', { doneOn: '2026-03-10', dueOn: '2026-03-11' }), agreement('c', 'missed', { what: null })] }),
    signal('4', { ...released, kind: 'referral', partners: ['p3'], content: { ...content, text: hostile, criteria: ['crime-or-disorder', 'several-areas-of-life', 'impact-on-neighbourhood', 'one-intervention-will-not-do'] } }),
    signal('5', { state: 'withdrawn', team: team({ draft: null }) }),
  ],
}
const contactAnswer: SignalsAnswer = {
  today: '2026-03-18',
  signals: [signal('3', { ...released, team: null, partners: ['p1'], agreements: [agreement('a', 'open'), agreement('d', 'overdue', { dueOn: '2026-03-17', what: hostile }), agreement('e', 'late', { dueOn: '2026-03-09', doneOn: '2026-03-12' })] })],
}
const figures: SignalFigures = {
  agreements: [
    { partner: 'Politie, basisteam Noord', quarter: '2026-Q1', due: 9, kept: 7, late: 1, missed: 1 }, { partner: hostile, quarter: '2026-Q1', due: 3, kept: 1, late: 0, missed: 2 },
    { partner: 'Politie, basisteam Noord', quarter: '2025-Q4', due: 12, kept: 12, late: 0, missed: 0 },
  ],
  reports: [{ quarter: '2025-Q4', area: 'LK', reports: 23 }, { quarter: '2025-Q4', area: 'SW', reports: null }, { quarter: '2025-Q4', area: 'KB', reports: 5 }],
  areas: { LK: 'Lindenkwartier', SW: 'Sluiswijk', KB: '<i>Ketelbuurt</i>' },
}

export const actingExample = { answer, contactAnswer, partners, people, content, figures }
