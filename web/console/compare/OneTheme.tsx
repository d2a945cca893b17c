// One theme over all areas: the figure, then what may be said of each area in a whole sentence, then who gave no answer.
import type { EditionItem } from '../../../src/analysis/edition.ts'
import type { EditionParts } from '../../results/edition-parts.ts'
import { areaRows, comparisonsOf, overallRows } from '../../results/edition-parts.ts'
import { MeasureFigure } from '../../results/MeasureFigure.tsx'
import { stayersWords } from '../../results/sentences.ts'
import { Refusals } from '../../results/Refusals.tsx'

export function OneTheme({ edition, item }: { edition: EditionParts; item: EditionItem }) {
  const comparisons = comparisonsOf(edition, item)
  const stayers = comparisons.map((comparison) => stayersWords(edition, comparison)).filter((said) => said !== null)
  const rows = [...overallRows(edition, comparisons), ...areaRows(edition, comparisons)]
  const focus = new Set(edition.head.areas.filter(({ role }) => role === 'focus').map(({ name }) => name))
  const said = rows.filter(({ verdict, label }) => verdict === 'higher' || verdict === 'lower' || focus.has(label))
  return (
    <>
      <section class="card" aria-label="Het beeld"><MeasureFigure edition={edition} item={item} /></section>
      {said.length > 0 && (
        <section class="card" aria-label="In woorden">
          <h2>In woorden</h2>
          <ul class="said">{said.map((row) => <li key={row.id}>{row.sentence}</li>)}</ul>
          {stayers.length > 0 && <ul>{stayers.map((sentence) => <li key={sentence}>{sentence}</li>)}</ul>}
        </section>
      )}
      <Refusals edition={edition} item={item} />
    </>
  )
}
