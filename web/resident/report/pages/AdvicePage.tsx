// A page of advice as the municipality wrote it: headings, lists and paragraphs made of text alone, numbers of help to tap.
import type { AdvicePage as Advice } from '../../../../src/advice/wire.ts'
import { BackLink } from '../../pages/BackLink.tsx'
import { adviceBlocks, withNumbers } from '../advice.ts'
import type { ReportView } from '../report-view.ts'

export function AdvicePage({ view, page }: { view: ReportView; page: Advice }) {
  return (
    <>
      <BackLink text={view.text} />
      <h1 tabIndex={-1} dir="auto">{page.title}</h1>
      {adviceBlocks(page.body).map((block, i) => {
        if ('heading' in block) return <h2 key={i} dir="auto">{block.heading}</h2>
        if ('list' in block) return <ul key={i} class="points">{block.list.map((item, j) => <li key={j} dir="auto"><Numbers text={item} /></li>)}</ul>
        return <p key={i} dir="auto"><Numbers text={block.paragraph} /></p>
      })}
    </>
  )
}

function Numbers({ text }: { text: string }) {
  return (
    <>
      {withNumbers(text).map((part, i) => (
        part.dial ? <a key={i} class="utrecht-link utrecht-link--html-a" href={`tel:${part.dial}`}>{part.text}</a> : <span key={i}>{part.text}</span>
      ))}
    </>
  )
}
