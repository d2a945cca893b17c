// The comparison chart: per area (or item) a hollow circle for the baseline, a filled diamond for now, a bar for each margin, and
// words beside it. Drawn at the real width of its box, so that text stays 12 px or more on a phone. Every row can be reached by
// keyboard (one tab stop, then the arrows) and is read as a whole sentence. Colours and strokes stand in charts.css.
import type { ResultsText } from '../languages/results-text.ts'
import type { DumbbellRow, Unit } from './dumbbell.ts'
import { sorted } from './dumbbell.ts'
import { layoutDumbbell } from './dumbbell-layout.ts'
import { DumbbellRowMarks } from './DumbbellRowMarks.tsx'
import { Legend } from './Legend.tsx'
import { useRoving } from './roving.ts'
import { useWidth } from './use-width.ts'

export interface DumbbellProps {
  rows: readonly DumbbellRow[]
  /** Shown first, in this order, on the same scale: all areas together. */
  pinned?: readonly DumbbellRow[]
  /** In the order given instead of by value. */
  ordered?: boolean
  /** Lower rows, for a page that has to hold many. */
  compact?: boolean
  unit: Unit
  /** Names the drawing for who hears it. */
  label: string
  /** Legend words, e.g. "nulmeting (2024)" and "nu (2026)". */
  baselineName: string
  nowName: string
  words: ResultsText
}

export function Dumbbell({ rows, pinned = [], ordered = false, compact = false, unit, label, baselineName, nowName, words }: DumbbellProps) {
  const { box, width } = useWidth()
  const layout = layoutDumbbell([...pinned, ...(ordered ? rows : sorted(rows))], width, unit, words, compact)
  const roving = useRoving(layout.rows.length)
  return (
    <div class="chart" ref={box}>
      <Legend rows={[...pinned, ...rows]} baselineName={baselineName} nowName={nowName} words={words} />
      <svg class="chart__drawing" viewBox={`0 0 ${layout.width} ${layout.height}`} width={layout.width} height={layout.height} role="group" aria-label={label} onKeyDown={roving.onKeyDown}>
        <g class="chart__axis" aria-hidden="true">
          {layout.ticks.map((tick) => (
            <g key={tick.x}>
              <line class="chart__grid" x1={tick.x} x2={tick.x} y1={layout.plot.top - 4} y2={layout.plot.bottom} />
              <text class="chart__tick" x={tick.x} y={layout.plot.top - 12} text-anchor="middle">{tick.label}</text>
            </g>
          ))}
        </g>
        {pinned.length > 0 && rows.length > 0 && <line class="chart__divide" x1={0} x2={layout.width} y1={layout.rows[pinned.length]!.top} y2={layout.rows[pinned.length]!.top} />}
        {layout.rows.map((row, index) => <DumbbellRowMarks key={row.row.id} layout={row} width={layout.width} unit={unit} words={words} roving={roving.row(index)} />)}
      </svg>
    </div>
  )
}
