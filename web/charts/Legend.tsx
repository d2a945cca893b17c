// What the signs mean, above the chart: only the signs that occur. Separate because print and screen show it in one place and the
// two little drawings must be the marks themselves.
import type { ResultsText } from '../languages/results-text.ts'
import type { DumbbellRow } from './dumbbell.ts'

export interface LegendProps {
  rows: readonly DumbbellRow[]
  baselineName: string
  nowName: string
  words: ResultsText
}

export function Legend({ rows, baselineName, nowName, words: { chart } }: LegendProps) {
  const figures = rows.flatMap((row) => [row.now, row.baseline])
  const some = (kind: string) => figures.some((figure) => figure.kind === kind)
  return (
    <ul class="legend" aria-label={chart.signs}>
      {rows.some(({ baseline }) => baseline.kind !== 'absent' && baseline.kind !== 'none') && <li><Sign when="baseline" /> {baselineName}</li>}
      <li><Sign when="now" /> {nowName}</li>
      <li class="legend__plain">{chart.margin}</li>
      {some('wide') && <li><Sign when="wide" /> {chart.wide}</li>}
      {some('limit') && <li class="legend__plain">{chart.limit}</li>}
      {some('bare') && <li class="legend__plain">{chart.bare}</li>}
      {rows.some((row) => row.verdict === 'break') && <li><Sign when="break" /> {chart.break}</li>}
    </ul>
  )
}

function Sign({ when }: { when: 'baseline' | 'now' | 'wide' | 'break' }) {
  return (
    <svg class="legend__sign" width={36} height={18} viewBox="0 0 36 18" aria-hidden="true">
      {when === 'baseline' && <g class="dumbbell__lane dumbbell__lane--baseline"><rect class="dumbbell__bar" x={2} y={6.5} width={32} height={5} rx={1} /><circle class="dumbbell__point" cx={18} cy={9} r={6} /></g>}
      {when === 'now' && <g class="dumbbell__lane dumbbell__lane--now"><rect class="dumbbell__bar" x={2} y={4} width={32} height={10} rx={2} /><path class="dumbbell__point" d="M18 1l8 8l-8 8l-8-8z" /></g>}
      {when === 'wide' && <g class="dumbbell__lane dumbbell__lane--now dumbbell__lane--wide"><rect class="dumbbell__bar" x={2} y={4} width={22} height={10} rx={2} /><text class="dumbbell__wide" x={27} y={14}>≈</text></g>}
      {when === 'break' && <path class="dumbbell__break" d="M11 16l6 -14M18 16l6 -14" />}
    </svg>
  )
}
