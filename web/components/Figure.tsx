// A chart with what it says: heading, the sentence, the drawing, and the same figures as a table that opens below it.
// Separate so that no chart can be shown without its sentence and its table. In print the table is always open (console.css).
import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'

export interface FigureProps {
  title: string
  /** What the figure says, as one or two whole sentences. */
  sentence: string
  /** The drawing. */
  children: ComponentChildren
  table: ComponentChildren
  /** Which heading rank the title takes on its screen. */
  rank?: 2 | 3
}

export function Figure({ title, sentence, children, table, rank = 3 }: FigureProps) {
  const id = useId()
  const Title = `h${rank}` as 'h2' | 'h3'
  return (
    <figure class="figure" aria-labelledby={id}>
      <figcaption class="figure__caption">
        <Title class="figure__title" id={id}>{title}</Title>
        <p class="figure__sentence">{sentence}</p>
      </figcaption>
      {children}
      <details class="figure__table">
        <summary>Bekijk de tabel</summary>
        {table}
      </details>
    </figure>
  )
}
