// Who did not know, or would not say: beside every question that has it, because rising silence is a finding of its own.
// Separate because it is read from other measures of the same item.
import type { EditionItem } from '../../src/analysis/edition.ts'
import { figureText } from '../charts/dumbbell.ts'
import { dumbbellRow, domainName } from '../charts/from-comparison.ts'
import { DataTable } from '../components/DataTable.tsx'
import type { EditionParts } from './edition-parts.ts'
import { baselineName, comparisonsOf, nowName } from './edition-parts.ts'

export function Refusals({ edition, item }: { edition: EditionParts; item: EditionItem }) {
  const rows = edition.head.items
    .filter((other) => other.item === item.item && (other.measure === 'dontKnow' || other.measure === 'preferNot'))
    .flatMap((other) => comparisonsOf(edition, other)
      .filter(({ domain, verdict }) => domain === 'all' || verdict === 'higher' || verdict === 'lower')
      .map((comparison) => dumbbellRow(comparison, `${domainName(comparison.domain, edition.head)}: ${other.measure === 'dontKnow' ? 'weet ik niet' : 'wil ik niet zeggen'}`, '')))
  if (rows.length === 0) return null
  const columns = [
    { heading: 'Antwoord', text: (row: typeof rows[number]) => row.label },
    { heading: nowName(edition.head), numeric: true, text: (row: typeof rows[number]) => figureText(row.now, 'points') },
    { heading: baselineName(edition.head), numeric: true, text: (row: typeof rows[number]) => figureText(row.baseline, 'points') },
    { heading: 'Verschil', text: (row: typeof rows[number]) => row.detail ? `${row.words} (${row.detail})` : row.words },
  ]
  return (
    <section class="card" aria-label="Wie gaf geen antwoord">
      <h2>Wie gaf geen antwoord?</h2>
      <DataTable caption="Mensen die het niet wisten of niet wilden zeggen; wijken alleen als er een aantoonbaar verschil is" columns={columns} rows={rows} />
    </section>
  )
}
