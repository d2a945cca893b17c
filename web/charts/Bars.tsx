// Single figures as bars from zero, with a line for the margin where there is one and a line for what is usual. For steps, reasons and who
// answered. Separate from the dumbbell because nothing earlier stands beside them.
import { scaleLinear } from 'd3-scale'
import type { ResultsText } from '../languages/results-text.ts'
import { wrap } from './dumbbell-layout.ts'
import { Lines } from './Lines.tsx'
import { useRoving } from './roving.ts'
import { useWidth } from './use-width.ts'

export interface BarRow {
  id: string
  label: string
  /** null: too few answers; then `text` says so. */
  value: number | null
  /** Null where nothing was sampled. */
  limits: { low: number; high: number } | null
  wide?: boolean
  /** "58% (53–63)". */
  text: string
  detail?: string
  sentence: string
}

export interface BarsProps {
  rows: readonly BarRow[]
  label: string
  /** The scale ends here at least. */
  most: number
  reference?: { value: number; name: string }
  words: ResultsText
}

export function Bars({ rows, label, most, reference, words }: BarsProps) {
  const { box, width } = useWidth()
  const narrow = width < 620
  const roving = useRoving(rows.length)
  const left = narrow ? 4 : Math.min(280, Math.round(width * 0.36))
  const right = narrow ? width - 4 : width - 150
  const end = Math.max(most, ...rows.flatMap(({ value, limits }) => [value ?? 0, limits?.high ?? 0]))
  const x = scaleLinear([0, end], [left, right])
  let y = reference ? 22 : 6
  const laid = rows.map((row) => {
    const lines = wrap(row.label, Math.floor((narrow ? width - 110 : left - 16) / (narrow ? 8.4 : 7.8)))
    const details = row.detail ? wrap(row.detail, Math.floor((narrow ? width - 16 : left - 16) / 6.6)) : []
    const at = y
    const height = (narrow ? 46 : 22) + 17 * (lines.length - 1) + 16 * details.length + (narrow ? 0 : 14)
    y += height
    return { row, at, height, lines, details, bar: narrow ? at + 22 + 17 * (lines.length - 1) + 16 * details.length : at + height / 2 - 8 }
  })
  return (
    <div class="chart" ref={box}>
      <svg class="chart__drawing" viewBox={`0 0 ${width} ${y + 6}`} width={width} height={y + 6} role="group" aria-label={label} onKeyDown={roving.onKeyDown}>
        {laid.map(({ row, at, height, lines, details, bar }, index) => (
          <g key={row.id} class="chart__row" role="img" aria-label={row.sentence} {...roving.row(index)}>
            <rect class="chart__ground" x={1} y={at + 1} width={width - 2} height={height - 2} rx={4} />
            <line class="chart__rule" x1={0} x2={width} y1={at + height} y2={at + height} />
            <Lines at={{ x: narrow ? 4 : 0, y: narrow ? at + 17 : at + height / 2 + 5 - (17 * (lines.length - 1) + 16 * details.length) / 2, lines }} step={17} look="chart__label" />
            <Lines at={{ x: narrow ? 4 : 0, y: narrow ? at + 34 + 17 * (lines.length - 1) - 1 : at + height / 2 + 21 + (17 * (lines.length - 1) - 16 * details.length) / 2, lines: details }} step={16} look="chart__detail" />
            {row.value !== null && <rect class={`bars__bar${row.wide ? ' bars__bar--wide' : ''}`} x={left} y={bar} width={Math.max(1, x(row.value) - left)} height={16} rx={2} />}
            {row.limits && row.value !== null && <path class="bars__limits" d={`M${x(row.limits.low)} ${bar + 3}v10M${x(row.limits.low)} ${bar + 8}H${x(row.limits.high)}M${x(row.limits.high)} ${bar + 3}v10`} />}
            <Lines at={{ x: narrow ? width - 4 : right + 10, y: narrow ? at + 17 : at + height / 2 + 5, lines: wrap(row.text, narrow ? 40 : 20) }} step={17} look={row.value === null ? 'chart__note' : 'bars__text'} {...(narrow ? { anchor: 'end' as const } : {})} />
          </g>
        ))}
        {reference && (
          <g aria-hidden="true">
            <line class="chart__reference" x1={x(reference.value)} x2={x(reference.value)} y1={14} y2={y} />
            <text class="chart__tick" x={Math.min(x(reference.value), right - 60)} y={11} text-anchor={narrow ? 'end' : 'middle'}>{reference.name}</text>
          </g>
        )}
      </svg>
    </div>
  )
}
