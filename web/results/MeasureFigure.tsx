// One measure of an edition: the count sentence over areas, the dumbbell per area, the whole municipality and the focus areas above it,
// and the table. Separate because the console's comparison and the reader's page show exactly the same figure.
import type { EditionItem } from '../../src/analysis/edition.ts'
import { Dumbbell } from '../charts/Dumbbell.tsx'
import { DumbbellTable } from '../charts/DumbbellTable.tsx'
import { measureName, unitOf } from '../charts/from-comparison.ts'
import { Figure } from '../components/Figure.tsx'
import type { EditionParts } from './edition-parts.ts'
import { areaRows, baselineName, comparisonsOf, districtRows, nowName, overallRows } from './edition-parts.ts'
import { didWords, sayAreas } from './sentences.ts'

export interface MeasureFigureProps {
  edition: EditionParts
  item: EditionItem
  rank?: 2 | 3
}

export function MeasureFigure({ edition, item, rank = 2 }: MeasureFigureProps) {
  const comparisons = comparisonsOf(edition, item)
  const rows = areaRows(edition, comparisons)
  const overall = overallRows(edition, comparisons)
  const chart = { unit: unitOf(item), baselineName: baselineName(edition.head), nowName: nowName(edition.head) }
  const label = measureName(item)
  const name = unitOf(item) === 'mark' && !label.includes('0 tot 10') ? `${label} (0 tot 10)` : label
  return (
    <Figure title={name} rank={rank} sentence={[sayAreas(comparisons), didWords(edition, comparisons)].filter(Boolean).join(' ')} table={<DumbbellTable {...chart} rows={rows} pinned={[...overall, ...districtRows(edition, comparisons)]} label={name} />}>
      {rows.length + overall.length > 0 && <Dumbbell {...chart} rows={rows} pinned={overall} label={`${name}, per wijk`} />}
      {rows.length === 0 && <p>{finestWords(item)}</p>}
    </Figure>
  )
}

function finestWords(item: EditionItem): string {
  return item.finest === 'all' ? 'Deze uitgave toont dit alleen voor de hele gemeente.' : 'Deze uitgave toont dit niet per wijk.'
}
