// "U zei, wij doen" in every stage as data, for axe and for looking.
import { editionExample } from '../../results/edition-example.ts'
import type { AnswersSaid } from './AnswersView.tsx'
import { AnswersView } from './AnswersView.tsx'

const answers = [{ area: 'all', language: 'nl' as const, said: 'U wilt meer licht bij het plein. <b>x</b>', doing: 'Vanaf maart brandt er meer licht.' }]
const view = (audience: 'public' | 'steering', said: AnswersSaid = null) =>
  <AnswersView id="e2" head={{ ...editionExample.head, audience }} answers={answers} said={said} onSave={() => undefined} />

export const answersExamples = [
  { name: 'answers', signedIn: true, content: view('public', { kind: 'done' }) },
  { name: 'answers-not-public', signedIn: true, content: view('steering', { kind: 'refused', text: 'Antwoord geven kan bij een uitgave voor iedereen. Publiceer die eerst.' }) },
]
