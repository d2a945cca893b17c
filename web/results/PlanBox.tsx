// What was fixed beforehand, beside every result: the evaluation plan in force, its changes since, and the paragraph on regression to the mean. Separate
// because no page may show a result without it; brief on pages that must stay one or two sheets of paper.
import type { EditionHead } from '../../src/analysis/edition.ts'
import { planStatement } from '../../src/analysis/plan-statement.ts'
import type { ResultsLanguage } from '../languages/results-text.ts'
import { dayIn } from './day-in.ts'

export function PlanBox({ head, language = 'nl' }: { head: EditionHead; language?: ResultsLanguage }) {
  const { title, fixed, parts, amendments, afterStart, regression } = planStatement(head, language, (day) => dayIn(day, language))
  return (
    <section class="card plan" aria-label={title}>
      <h2>{title}</h2>
      <p>{fixed}</p>
      {parts.length > 0 && <dl class="plan__parts">{parts.map(({ name, text }) => <div key={name}><dt>{name}</dt><dd>{text}</dd></div>)}</dl>}
      {amendments.length > 0 && <ul class="plan__changes">{amendments.map((line) => <li key={line}>{line}</li>)}</ul>}
      {afterStart && <p><strong>{afterStart}</strong></p>}
      <p>{regression}</p>
    </section>
  )
}
