// One figure of a view on a page: what it says, the drawing, the table that opens below it, and ways to take it along (copy, CSV, SVG, PNG). Separate so
// that no figure can be shown without its sentence, its table and its source.
import { useRef, useState } from 'preact/hooks'
import { csvText } from '../../src/analysis/csv-text.ts'
import type { EditionHead } from '../../src/analysis/edition.ts'
import { Drawing } from '../charts/Drawing.tsx'
import { CopyButton } from '../components/CopyButton.tsx'
import { DataTable, tableText } from '../components/DataTable.tsx'
import { resultsText } from '../languages/results.ts'
import type { ResultsLanguage } from '../languages/results-text.ts'
import { drawingFile } from './drawing-file.ts'
import { paint } from './paint.ts'
import { fileName, saveFile } from './save-file.ts'
import type { ResultFigure as Figure } from './view.ts'

export interface ResultFigureProps {
  figure: Figure
  head: EditionHead
  language: ResultsLanguage
  rank?: 2 | 3
  /** False while the page is still being filled: the table follows. */
  withTable?: boolean
  /** Nothing to take along: on a page that is made to be printed. */
  bare?: boolean
}

export function ResultFigure({ figure, head, language, rank = 2, withTable = true, bare = false }: ResultFigureProps) {
  const { id, title, sentence, chart, table } = figure
  const words = resultsText[language]
  const place = useRef<HTMLElement>(null)
  const Title = `h${rank}` as 'h2' | 'h3'
  const columns = table.columns.map((column, index) => ({ ...column, text: (row: readonly string[]) => row[index] ?? '' }))
  const drawn = <DataTable caption={table.caption} columns={columns} rows={table.rows} />
  return (
    <figure class="figure" aria-labelledby={`t-${id}`} ref={place} data-figure={id}>
      <figcaption class="figure__caption">
        <Title class="figure__title" id={`t-${id}`}>{title}</Title>
        {sentence && <p class="figure__sentence">{sentence}</p>}
      </figcaption>
      {chart && <Drawing chart={chart} words={words} />}
      {!bare && withTable && (
        <div class="figure__below">
          {chart ? <details class="figure__table"><summary>{words.table.show}</summary>{drawn}</details> : drawn}
          <Take figure={figure} head={head} language={language} place={() => place.current} copy={() => tableText(columns, table.rows)} />
        </div>
      )}
    </figure>
  )
}

/** Copy the table, save it, save the drawing. */
function Take({ figure, head, language, place, copy }: { figure: Figure; head: EditionHead; language: ResultsLanguage; place: () => Element | null; copy: () => string }) {
  const [said, say] = useState('')
  const { table, head: heads } = resultsText[language]
  const name = (ending: string) => fileName([head.municipality, head.date, figure.id], ending)
  const saved = (ending: string, type: string, content: string | Blob) => {
    saveFile(name(ending), type, content)
    say(table.saved(name(ending)))
  }
  const waves = head.baseline ? `${head.wave.label}, ${head.baseline.label}` : head.wave.label
  const drawing = () => drawingFile(place()!, { title: figure.title, sentence: figure.sentence, source: `${heads.source(head.municipality, waves)}${head.example ? ` ${heads.example}` : ''}` })
  return (
    <div class="take no-print">
      <CopyButton label={table.copy} text={copy} done={table.copied} refused={table.notCopied} />
      <button type="button" class="take__one" onClick={() => saved('csv', 'text/csv;charset=utf-8', csvText(figure.csv, language === 'nl' ? 'semicolon' : 'comma'))}>{table.csv}</button>
      {figure.chart && <button type="button" class="take__one" onClick={() => saved('svg', 'image/svg+xml', new XMLSerializer().serializeToString(drawing()))}>{table.svg}</button>}
      {figure.chart && <button type="button" class="take__one" onClick={() => paint(drawing(), 2).toBlob((blob) => { if (blob) saved('png', 'image/png', blob) }, 'image/png')}>{table.png}</button>}
      <span class="take__said" role="status">{said}</span>
    </div>
  )
}
