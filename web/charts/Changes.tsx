// Changes beside each other: per row the difference with its margin, against a line at no change. For areas that changed together or apart, and
// for one change looked at in several ways. Separate from the dumbbell, which draws two levels; this draws what lies between them.
import { scaleLinear } from 'd3-scale'
import type { ResultsText } from '../languages/results-text.ts'
import type { Unit } from './dumbbell.ts'
import { wrap } from './dumbbell-layout.ts'
import { Lines } from './Lines.tsx'
import { useRoving } from './roving.ts'
import { useWidth } from './use-width.ts'

export interface ChangeRow {
  id: string
  label: string
  /** null: nothing may be said; then `words` say why. */
  change: { value: number; low: number; high: number } | null
  /** What is drawn: areas of the approach, areas beside it, others. */
  look: 'focus' | 'comparison' | 'other'
  words: string
  detail?: string
  sentence: string
}

export interface ChangesProps {
  rows: readonly ChangeRow[]
  unit: Unit
  label: string
  /** A second line, e.g. the mean change of the comparison areas, and what it is called. */
  reference?: { value: number; name: string }
  words: ResultsText
}

export function Changes({ rows, unit, label, reference, words }: ChangesProps) {
  const { box, width } = useWidth()
  const layout = layoutChanges(rows, width, reference?.value)
  const roving = useRoving(rows.length)
  const { x, left, right, narrow, top, bottom } = layout
  const looks = (['focus', 'comparison', 'other'] as const).filter((look) => rows.some((row) => row.look === look && row.change))
  return (
    <div class="chart" ref={box}>
      <ul class="legend" aria-label={words.chart.signs}>
        {looks.length > 1 && looks.map((look) => <li key={look}><svg class="legend__sign" width={36} height={18} viewBox="0 0 36 18" aria-hidden="true"><Mark look={look} x={18} y={9} from={2} to={34} /></svg> {words.chart[look]}</li>)}
        <li class="legend__plain">{words.chart.margin}</li>
        {reference && <li class="legend__plain">{reference.name}</li>}
      </ul>
      <svg class="chart__drawing" viewBox={`0 0 ${width} ${bottom + 8}`} width={width} height={bottom + 8} role="group" aria-label={label} onKeyDown={roving.onKeyDown}>
        <g class="chart__axis" aria-hidden="true">
          {x.ticks(narrow ? 4 : 6).map((value) => (
            <g key={value}>
              <line class={value === 0 ? 'chart__zero' : 'chart__grid'} x1={x(value)} x2={x(value)} y1={top - 4} y2={bottom} />
              <text class="chart__tick" x={x(value)} y={top - 12} text-anchor="middle">{signed(value, unit, words)}</text>
            </g>
          ))}
          {reference && <line class="chart__reference" x1={x(reference.value)} x2={x(reference.value)} y1={top - 4} y2={bottom} />}
        </g>
        {layout.rows.map(({ row, y, height, label: labelLines, said, detail }, index) => (
          <g key={row.id} class="chart__row" role="img" aria-label={row.sentence} {...roving.row(index)}>
            <rect class="chart__ground" x={1} y={y + 1} width={width - 2} height={height - 2} rx={4} />
            <line class="chart__rule" x1={0} x2={width} y1={y + height} y2={y + height} />
            <Lines at={labelLines} step={17} look="chart__label" />
            {row.change && <Mark look={row.look} x={x(row.change.value)} y={narrow ? labelLines.y + 17 * labelLines.lines.length + 4 : y + height / 2} from={x(row.change.low)} to={x(row.change.high)} />}
            <Lines at={said} step={17} look="chart__words" />
            <Lines at={detail} step={16} look="chart__detail" />
          </g>
        ))}
        <line class="chart__divide" x1={left} x2={right} y1={top - 4} y2={top - 4} />
      </svg>
    </div>
  )
}

/** A diamond for the approach, a circle beside it, a square for others: told apart by shape first. */
function Mark({ look, x, y, from, to }: { look: ChangeRow['look']; x: number; y: number; from: number; to: number }) {
  return (
    <g class={`changes__mark changes__mark--${look}`}>
      <rect class="changes__bar" x={from} y={y - 3} width={Math.max(2, to - from)} height={6} rx={2} />
      {look === 'focus' ? <path class="changes__point" d={`M${x} ${y - 8}l8 8l-8 8l-8-8z`} /> : look === 'comparison' ? <circle class="changes__point" cx={x} cy={y} r={6} />
        : <rect class="changes__point" x={x - 5.5} y={y - 5.5} width={11} height={11} />}
    </g>
  )
}

/** "+5", "−5", "0": a change on the axis, with a real minus sign. */
function signed(value: number, unit: Unit, { language }: ResultsText): string {
  const size = unit === 'points' ? String(Math.abs(value)) : language === 'nl' ? Math.abs(value).toFixed(1).replace('.', ',') : Math.abs(value).toFixed(1)
  return value === 0 ? '0' : `${value > 0 ? '+' : '−'}${size}`
}

const AXIS = 30

/** Where every row stands. Under 620 px the label stands above its mark. */
export function layoutChanges(rows: readonly ChangeRow[], width: number, reference?: number) {
  const narrow = width < 620
  const left = narrow ? 14 : Math.min(220, Math.round(width * 0.26))
  const right = narrow ? width - 14 : width - Math.min(216, Math.max(192, Math.round(width * 0.25)))
  const ends = rows.flatMap(({ change }) => (change ? [change.low, change.high] : [])).concat(reference ?? [], 0)
  const x = scaleLinear([Math.min(...ends), Math.max(...ends)], [left, right]).nice(narrow ? 4 : 6)
  let y = AXIS
  const laid = rows.map((row) => {
    const words = wrap(row.words, Math.floor((narrow ? width - 20 : width - right - 24) / 7))
    const detail = row.detail ? wrap(row.detail, Math.floor((narrow ? width - 20 : width - right - 24) / 6.4)) : []
    const label = wrap(row.label, narrow ? Math.floor((width - 24) / 9.8) : Math.floor((left - 16) / 8))
    const at = y
    if (!narrow) {
      const height = Math.max(44, 14 + 17 * label.length, 12 + 17 * words.length + 16 * detail.length)
      y += height
      const wordsY = at + height / 2 + 5 - (17 * (words.length - 1) + 16 * detail.length) / 2
      return {
        row, y: at, height, label: { x: 0, y: at + height / 2 + 5 - (17 * (label.length - 1)) / 2, lines: label },
        said: { x: right + 24, y: wordsY, lines: words }, detail: { x: right + 24, y: wordsY + 17 * words.length, lines: detail },
      }
    }
    const labelY = at + 20
    const wordsY = labelY + 17 * label.length + (row.change ? 26 : 4)
    const height = wordsY - at + 17 * (words.length - 1) + 16 * detail.length + 14
    y += height
    return { row, y: at, height, label: { x: 10, y: labelY, lines: label }, said: { x: 10, y: wordsY, lines: words }, detail: { x: 10, y: wordsY + 17 * words.length, lines: detail } }
  })
  return { x, left, right, narrow, top: AXIS, bottom: y, rows: laid }
}
