// "Vraag 2 van 6": how far along somebody is. The number of questions never changes on the way.
import type { Question } from '../draft.ts'
import { questionsFor } from '../draft.ts'
import type { ReportView } from '../report-view.ts'

export function StepProgress({ view, question }: { view: ReportView; question: Question }) {
  const { channel, words } = view
  const questions = questionsFor(channel.state === 'open' ? channel.areas : [])
  const number = questions.indexOf(question) + 1
  return (
    <p class="progress">
      <label for="progress">{words.step(number, questions.length)}</label>
      <progress id="progress" value={number} max={questions.length} />
    </p>
  )
}
