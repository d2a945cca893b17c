// The content of one view: the answer, what it says, its figures, its sentences and its notes. Separate from the page around it, so that the memo, the page
// of everything and a specimen draw the same.
import type { EditionHead } from '../../src/analysis/edition.ts'
import { resultsText } from '../languages/results.ts'
import type { ResultsLanguage } from '../languages/results-text.ts'
import { ResultFigure } from './ResultFigure.tsx'
import { useReveal } from './use-reveal.ts'
import type { ResultView } from './view.ts'
import type { Memo } from './views/memo.ts'

export interface ViewBodyProps { view: ResultView | Memo; head: EditionHead; language: ResultsLanguage; rank?: 2 | 3 }

export function ViewBody({ view, head, language, rank = 2 }: ViewBodyProps) {
  const { page } = resultsText[language]
  // charts first, each a step; then their tables
  const shown = useReveal(2 * view.figures.length + 1)
  const tables = shown > view.figures.length
  if ('parts' in view) return <MemoBody memo={view} head={head} language={language} />
  return (
    <div class="view" data-ready={shown === 2 * view.figures.length + 1 || undefined}>
      {view.answer && <p class="answer"><strong>{view.answer.short}</strong> {view.answer.why}</p>}
      {view.lead.length === 1 && <p class="view__lead">{view.lead[0]}</p>}
      {view.lead.length > 1 && <ul class="view__lead">{view.lead.map((line) => <li key={line}>{line}</li>)}</ul>}
      {view.figures.slice(0, shown).map((figure, index) => (
        <section key={figure.id} class="card"><ResultFigure figure={figure} head={head} language={language} rank={rank} withTable={tables && index < shown - view.figures.length} /></section>
      ))}
      {view.said.length > 0 && tables && (
        <section class="card" aria-label={page.inWords}>
          <h2>{page.inWords}</h2>
          <ul class="said">{view.said.map((sentence) => <li key={sentence}>{sentence}</li>)}</ul>
        </section>
      )}
      {view.notes.map((note) => <p key={note} class="note">{note}</p>)}
    </div>
  )
}

/** Two pages: charts without tables, and in the end what cannot be said. */
function MemoBody({ memo, head, language }: { memo: Memo; head: EditionHead; language: ResultsLanguage }) {
  return (
    <div class="memo" data-ready>
      {memo.lead.map((line) => <p key={line} class="view__lead">{line}</p>)}
      {memo.answer && <p class="answer"><strong>{memo.answer.short}</strong> {memo.answer.why}</p>}
      {memo.parts.map((part) => (
        <section key={part.title} class="memo__part">
          <h2>{part.title}</h2>
          {part.lead.map((line) => <p key={line}>{line}</p>)}
          {part.figures.map((figure) => <ResultFigure key={figure.id} figure={figure} head={head} language={language} rank={3} bare />)}
          {part.said.length > 0 && <ul>{part.said.map((sentence) => <li key={sentence}>{sentence}</li>)}</ul>}
        </section>
      ))}
    </div>
  )
}
