// Bestanden voor onderzoekers in every stage as data, for axe and for looking.
import type { ExportRow } from '../../../src/exports/wire.ts'
import { editionExample } from '../../results/edition-example.ts'
import type { ExportStage } from './ExportView.tsx'
import { ExportView } from './ExportView.tsx'

const row = (more: Partial<ExportRow>): ExportRow => ({
  id: 'e1', wave: 'w2', waveName: 'Meting 2026', withArea: true, reason: 'Promotieonderzoek naar wonen <b>x</b>', askedBy: 'Noor', mine: false, askedOn: '2026-11-20', agreedBy: null, takenOn: null, state: 'to-agree', ...more,
})
const rows = [row({}), row({ id: 'e2', withArea: false, mine: true, askedBy: 'Sam', state: 'to-take' }), row({ id: 'e3', state: 'taken', agreedBy: 'Sam', takenOn: '2026-11-02' }), row({ id: 'e4', state: 'lapsed' })]
const nothing = () => undefined
const view = (stage: ExportStage, state: 'sealed' | 'field' = 'sealed') => (
  <ExportView wave={{ id: 'w2', name: 'Meting 2026', state, pilot: false }} exports={rows} editions={[{ id: 'e2', head: editionExample.head }]} archive="B7XN 4T9D" mayAsk stage={stage}
    onAsk={nothing} onAgree={nothing} onOpen={nothing} onTake={nothing} onBack={nothing} />
)

export const exportExamples = [
  { name: 'export-list', signedIn: true, content: view({ at: 'list', done: 'U gaf akkoord.' }) },
  { name: 'export-sheet', signedIn: true, content: view({ at: 'sheet', export: rows[0]!, mistake: 'Woord 7, ‘zeeba’, staat niet in de lijst. Bedoelt u: zebra?' }) },
  { name: 'export-making', signedIn: true, content: view({ at: 'making', export: rows[0]! }) },
  { name: 'export-too-early', signedIn: true, content: view({ at: 'list' }, 'field') },
]
