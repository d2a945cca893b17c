// The papers' screen in its stages, as data: for axe and for looking.
import type { Paper, PapersAnswer } from '../../../src/papers/wire.ts'
import type { ScreenExample } from '../screen-examples.tsx'
import { PapersView } from './PapersView.tsx'
import type { PapersViewProps } from './PapersView.tsx'

const paper = (kind: Paper['kind'], title: string, missing: readonly string[] = [], language: Paper['language'] = 'nl'): Paper => ({
  kind, title, missing, language, sections: [
    { heading: '', blocks: ['De gemeente Voorbeeldstad houdt dit onderzoek.', '"><script>document.title="x"</script>'] },
    { heading: 'Hoe beschermen wij uw antwoord?', blocks: [{ list: ['Uw telefoon zet uw antwoord op slot.', 'Wij bewaren geen IP-adres, geen cookies en geen tijd.'] }] },
    { heading: 'Bewaartermijnen', blocks: [{ table: { columns: ['Onderdeel', 'Inhoud'], rows: [['Codes', 'Tot Veldwerk sluiten'], ['Telling', '10 jaar']] } }] },
  ],
})
const answer: PapersAnswer = {
  papers: [
    paper('privacy', 'Privacyverklaring', ['Wie de server beheert', 'Hoeveel jaar u een telling bewaart']), paper('dpia', 'Gegevensbeschermingseffectbeoordeling (concept)'), paper('register', 'Verwerkingsregister: buurtonderzoek'),
    paper('accessibility', 'Toegankelijkheidsverklaring', ['Status van toegankelijkheid']), paper('limits', 'Wat wij niet kunnen beloven'), paper('limits', 'What we cannot promise', [], 'en'),
  ],
  fields: [
    { field: 'host', label: 'Wie de server beheert', hint: 'De organisatie, zoals die in de verwerkersovereenkomst staat.' },
    { field: 'archiveYears', label: 'Hoeveel jaar u een telling bewaart', hint: 'Een heel getal. Een telling bevat geen namen en geen codes.' },
    { field: 'accessibilityStatus', label: 'Status van toegankelijkheid', hint: 'Zonder onderzoek is het C of lager.', choices: [{ value: 'B', label: 'B: voldoet gedeeltelijk' }, { value: 'C', label: 'C: eerste maatregelen genomen' }] },
  ],
  values: { accessibilityStatus: 'C' },
}
const view = (more: Partial<PapersViewProps> = {}) => <PapersView answer={answer} chosen={undefined} mayWrite said={null} onKeep={() => undefined} {...more} />

export const papersExamples: readonly ScreenExample[] = [
  { name: 'papers', signedIn: true, content: view() },
  { name: 'papers-mistake', signedIn: true, content: view({ said: { field: 'archiveYears', text: 'Vul een heel getal in.', mistake: true } }) },
  { name: 'papers-analyst', signedIn: true, content: view({ mayWrite: false }) },
  { name: 'papers-one', signedIn: true, content: view({ chosen: 'privacy-nl' }) },
]
