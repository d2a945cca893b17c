// The screens of Meldingen in every stage, for axe and for looking, with texts and names that try to be markup. Separate from the list of all
// screens so that this room owns its own.
import type { ComponentChildren } from 'preact'
import type { Me } from '../../../src/staff/wire.ts'
import { Heading } from '../Heading.tsx'
import type { ScreenExample } from '../screen-examples.tsx'
import { CaseView } from './CaseView.tsx'
import type { CaseFile, CaseRow } from './case.ts'
import { Stopped } from './Stopped.tsx'
import { FiguresView } from './FiguresView.tsx'
import { InboxView } from './InboxView.tsx'
import { OpeningInbox } from './OpeningInbox.tsx'
import { keysExamples } from './keys-examples.tsx'
import { PartnersView } from './PartnersView.tsx'
import { ReportsNav } from './ReportsNav.tsx'
import type { ReportsPlace } from './ReportsNav.tsx'
import { ReviewForm } from './ReviewForm.tsx'
import { SignalBoard } from './SignalBoard.tsx'
import { SignalForm } from './SignalForm.tsx'
import { actingExample } from './acting-example.ts'
import { UnlockForm } from './UnlockForm.tsx'
import './reports.css'

const nothing = () => undefined
const yes = async () => true
const officer: Me['roles'] = ['report-officer']
const hostile = '</p><script>document.title="x"</script><img src=x onerror=alert(1)> <i>schuin</i> {{7*7}}'
export const areas = { LK: 'Lindenkwartier', SW: 'Sluiswijk', KB: '<i>Ketelbuurt</i>' }
const months = [{ month: '2026-03', goneBy: '2026-09-01', locked: false }, { month: '2026-02', goneBy: '2026-08-01', locked: true }]

const row = (thread: string, name: string, more: Partial<CaseRow> = {}): CaseRow => ({
  month: '2026-03', thread, name, state: 'open', received: 0, sent: 0, read: true, mergedInto: null, coding: null,
  facts: { kinds: ['threat', 'pressure'], area: 'LK', spot: 'stairwell', partOfDay: 'evening', since: 'longer', week: '2026-W10', language: 'nl' }, ...more,
})
const rows: readonly CaseRow[] = [
  row('11', 'walnoot-eiland', { read: false }),
  row('12', 'kajuit-lantaarn', { received: 2, sent: 1, coding: { area: 'LK', spot: 'entrance', behaviour: 'pressure', week: '2026-W09', seriousness: 'very-serious', note: hostile } }),
  row('13', 'kikker-zolder', { facts: null, read: false }),
  row('14', 'perzik-molen', { mergedInto: '11', coding: 'damaged' }),
  row('15', 'schelp-anker', { facts: { kinds: [], area: '', spot: 'unknown', partOfDay: 'unknown', since: 'unknown', week: '2026-W08', language: 'ar' } }),
]
const file: CaseFile = {
  row: rows[1]!, text: `Al weken staat er elke avond een groep in de hal. Ze zeggen wat wij mogen doen.\n\n${hostile}`,
  messages: [
    { from: 'officer', number: 0, status: 'read', text: 'Dank u wel. Wij kijken ernaar. Gebeurt dit elke dag?', fault: null },
    { from: 'reporter', number: 0, status: 'received', text: hostile, fault: null },
    { from: 'reporter', number: 1, status: 'received', text: '', fault: 'damaged' },
    { from: 'officer', number: 1, status: 'acting', text: '', fault: 'gap' },
    { from: 'reporter', number: 2, status: 'received', text: 'تحدث كل يوم', fault: 'moved' },
  ],
}

const at = (here: ReportsPlace, content: ComponentChildren, roles = officer, desk: 'open' | 'locked' = 'open') => <><ReportsNav roles={roles} here={here} desk={desk} onLock={nothing} />{content}</>
const gate = (stage: Parameters<typeof UnlockForm>[0]['stage'], idle = false) => at('inbox', <><Heading text="Meldingen" /><UnlockForm idle={idle} stage={stage} onUnlock={nothing} /></>, officer, 'locked')
const oneCase = (of: CaseFile, said?: string) => at('inbox', <CaseView file={of} rows={rows} areas={areas} busy={false} {...(said ? { said } : {})} onReply={yes} onCode={nothing} onState={nothing} onMerge={nothing} />)
const { answer, contactAnswer, partners, people, content, figures } = actingExample
const board = (of: typeof answer, own: string | null, roles: Me['roles']) => at('signals', <SignalBoard answer={of} partners={partners} own={own} areas={areas} may={{ write: roles.includes('report-officer'), review: roles.includes('reviewer') }} busy={false} onAgree={yes} onSettle={nothing} onReopen={nothing} onWithdraw={nothing} />, roles)
const write = (begin: typeof content, remarks: readonly string[]) => at('signals', <><Heading text="Signaal schrijven" /><SignalForm begin={{ ...begin, partners: ['p1'] }} remarks={remarks} partners={partners} areas={areas} weeks={['2026-W10', '2026-W09']} busy={false} onSend={nothing} /></>)

const example = (name: string, content_: ComponentChildren, roles = officer): ScreenExample => ({ name: `reports-${name}`, signedIn: true, screen: 'reports', roles, content: content_ })

export const reportsExamples: readonly ScreenExample[] = [
  example('locked', gate({ at: 'asking' })),
  example('wrong-words', gate({ at: 'asking', mistake: 'Deze zes woorden openen uw sleutel niet. Kijk nog eens op uw papier.' }, true)),
  example('no-key', gate({ at: 'asking', noKey: true })),
  example('unlocking', gate({ at: 'opening' })),
  example('opening', at('inbox', <><Heading text="Meldingen" /><OpeningInbox progress={{ step: 'opening', done: 1240, total: 5000 }} /></>)),
  example('inbox', at('inbox', <><Heading text="Meldingen" /><InboxView rows={rows} months={months} areas={areas} found={null} onSearch={nothing} onRefresh={nothing} /></>)),
  example('found', at('inbox', <><Heading text="Meldingen" /><InboxView rows={rows} months={[months[0]!]} areas={areas} found={new Map([['2026-03/12', 'messages']])} onSearch={nothing} onRefresh={nothing} /></>)),
  example('case', oneCase(file, 'Uw antwoord is verstuurd.')),
  example('case-damaged', oneCase({ row: rows[2]!, text: null, messages: [] })),
  example('stopped', at('inbox', <><Heading text="Melding" /><Stopped text="U opende veel meldingen in een uur. Nu stopt het lezen." /></>)),
  example('signals', board(answer, null, ['report-officer', 'reviewer'])),
  example('signals-none', board({ signals: [], today: '2026-03-12' }, null, ['reviewer']), ['reviewer']),
  example('signals-partner', board(contactAnswer, 'p1', ['partner']), ['partner']),
  example('write', write(content, [])),
  example('write-warning', write({ ...content, text: 'Kemal stond op nummer 12 en zag het vanuit mijn raam. Bel 06 12345678.' }, [])),
  example('write-again', write({ ...content, criteria: ['crime-or-disorder', 'several-areas-of-life', 'impact-on-neighbourhood', 'one-intervention-will-not-do'] }, [hostile])),
  example('review', at('signals', <><Heading text="Nakijken" /><ReviewForm content={content} remarks={['Noem de verdieping niet.']} writer="Olga" partners={['Politie', hostile]} areas={areas} busy={false} onRelease={nothing} onReturn={nothing} /></>, ['reviewer']), ['reviewer']),
  example('figures', at('figures', <FiguresView figures={figures} mayCount busy={false} onCount={nothing} />)),
  example('figures-none', at('figures', <FiguresView figures={{ agreements: [], reports: [], areas }} mayCount={false} busy={false} onCount={nothing} />)),
  example('partners', at('partners', <PartnersView answer={{ partners, people, own: null }} busy={false} onAdd={yes} onChange={nothing} onBind={nothing} onRelease={nothing} />)),
  ...keysExamples,
]
