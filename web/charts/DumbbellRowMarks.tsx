// One row of the dumbbell: label and n, two lanes of marks, the words. Separate from the chart because here every kind of figure is
// drawn; what is not known is written, never left as a gap.
import type { ResultsText } from '../languages/results-text.ts'
import type { Figure, Unit } from './dumbbell.ts'
import type { Lane, RowLayout } from './dumbbell-layout.ts'
import { written } from './dumbbell.ts'
import { Lines } from './Lines.tsx'
import type { Roving } from './roving.ts'

export interface DumbbellRowMarksProps {
  layout: RowLayout
  width: number
  unit: Unit
  words: ResultsText
  roving: ReturnType<Roving['row']>
}

export function DumbbellRowMarks({ layout, width, unit, words, roving }: DumbbellRowMarksProps) {
  const { row, top, height, baseline, now } = layout
  const joined = row.verdict !== 'break' && row.verdict !== 'context' && baseline.point !== null && now.point !== null
  return (
    <g class={`chart__row dumbbell__row dumbbell__row--${row.verdict}`} role="img" aria-label={row.sentence} {...roving}>
      <rect class="chart__ground" x={1} y={top + 1} width={width - 2} height={height - 2} rx={4} />
      <line class="chart__rule" x1={0} x2={width} y1={top + height} y2={top + height} />
      <Lines at={layout.label} step={layout.label.step} look={layout.label.step < 17 ? 'chart__label chart__label--small' : 'chart__label'} />
      <text class="chart__count" x={layout.count.x} y={layout.count.y}>{countText(row.now, row.baseline, words)}</text>
      {joined && <line class="dumbbell__joint" x1={baseline.point!} y1={baseline.y} x2={now.point!} y2={now.y} />}
      {row.verdict === 'break' && baseline.bar && <BreakSign x={layout.breakX} y={(baseline.y + now.y) / 2} />}
      {row.baseline.kind !== 'none' && !(baseline.note && baseline.note.text === now.note?.text) && <LaneMarks lane={baseline} figure={row.baseline} unit={unit} words={words} when="baseline" />}
      <LaneMarks lane={now} figure={row.now} unit={unit} words={words} when="now" />
      <Lines at={layout.words} step={17} look="chart__words" />
      <Lines at={layout.detail} step={16} look="chart__detail" />
    </g>
  )
}

function LaneMarks({ lane, figure, unit, words, when }: { lane: Lane; figure: Figure; unit: Unit; words: ResultsText; when: 'baseline' | 'now' }) {
  if (lane.note) return <text class="chart__note" x={lane.note.x} y={lane.y + 4}>{when === 'baseline' ? words.chart.then(lane.note.text) : lane.note.text}</text>
  const half = when === 'now' ? 5 : 2.5
  const { from, to } = lane.bar ?? { from: lane.point!, to: lane.point! }
  const wide = figure.kind === 'wide'
  return (
    <g class={`dumbbell__lane dumbbell__lane--${when}${wide ? ' dumbbell__lane--wide' : ''}${figure.kind === 'bare' ? ' dumbbell__lane--bare' : ''}`}>
      {lane.bar && <rect class="dumbbell__bar" x={from} y={lane.y - half} width={Math.max(2, to - from)} height={2 * half} rx={half > 3 ? 2 : 1} />}
      {figure.kind === 'limit' && <LimitSign x={figure.side === 'atMost' ? to : from} y={lane.y} side={figure.side} text={written(figure.bound, unit, words.language)} />}
      {lane.value && 'value' in figure && (
        <text class="dumbbell__value" x={lane.value.x} y={lane.y + 4} text-anchor={lane.value.anchor}>{wide ? '≈ ' : ''}{written(figure.value, unit, words.language)}</text>
      )}
      {lane.point !== null && (when === 'baseline'
        ? <circle class="dumbbell__point" cx={lane.point} cy={lane.y} r={6} />
        : <path class="dumbbell__point" d={`M${lane.point} ${lane.y - 8}l8 8l-8 8l-8-8z`} />)}
    </g>
  )
}

/** A bound without a point: a stop at the bound and an arrow towards where the value lies. */
function LimitSign({ x, y, side, text }: { x: number; y: number; side: 'atMost' | 'atLeast'; text: string }) {
  const inward = side === 'atMost' ? -1 : 1
  return (
    <g class="dumbbell__limit">
      <path d={`M${x} ${y - 8}v16`} />
      <text x={x - inward * 6} y={y + 4} text-anchor={side === 'atMost' ? 'start' : 'end'}>{side === 'atMost' ? `≤ ${text}` : `≥ ${text}`}</text>
    </g>
  )
}

/** Two slanted strokes, as on a broken axis. */
function BreakSign({ x, y }: { x: number; y: number }) {
  return <path class="dumbbell__break" d={`M${x} ${y + 12}l8 -24M${x + 7} ${y + 12}l8 -24`} />
}

function countText(now: Figure, baseline: Figure, { chart, locale }: ResultsText): string {
  const n = (figure: Figure) => 'n' in figure && figure.n > 0 ? new Intl.NumberFormat(locale).format(figure.n) : null
  return chart.n(n(now), n(baseline))
}
