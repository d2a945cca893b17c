// A municipality's plain text as elements: headings, lists, paragraphs (web/languages/laid-out.ts). Whatever was typed stays text.
// Separate because preview and specimens show the same, and because the rank of its headings follows from where it stands.
import { laidOut } from '../languages/laid-out.ts'

export interface PlainTextProps {
  text: string
  /** Of headings in the text: one below the heading it stands under. */
  rank?: 3 | 4
  language?: string
}

export function PlainText({ text, rank = 3, language }: PlainTextProps) {
  const Title = `h${rank}` as 'h3' | 'h4'
  return (
    <div class="plain-text" {...(language ? { lang: language, dir: 'auto' as const } : {})}>
      {laidOut(text).map((block, index) => {
        if (block.kind === 'heading') return <Title key={index}>{block.text}</Title>
        if (block.kind === 'list') return <ul key={index}>{block.items.map((item, at) => <li key={at}>{item}</li>)}</ul>
        return <p key={index}>{block.lines.map((line, at) => (at === 0 ? line : [<br key={at} />, line]))}</p>
      })}
    </div>
  )
}
