// One figure over all waves there are: a point and a margin per wave, a line only between waves that asked the same, a break sign where they
// did not. Separate from the dumbbell, which sets two waves side by side.
import { scaleLinear } from 'd3-scale'
import type { ResultsText } from '../languages/results-text.ts'
import type { Figure, Unit } from './dumbbell.ts'
import { figureText, written } from './dumbbell.ts'
import { wrap } from './dumbbell-layout.ts'
import { Lines } from './Lines.tsx'
import { useRoving } from './roving.ts'
import { useWidth } from './use-width.ts'

export interface TrendPoint {
  id: string
  /** Name of the wave, and its first day. */
  label: string
  day: string
  figure: Figure
  /** Why it does not compare with the wave before; null where it does, and for the first. */
  break: string | null
  sentence: string
}

export interface TrendProps {
  points: readonly TrendPoint[]
  /** Day on which the approach began; drawn as a line. */
  start: { day: string; name: string } | null
  unit: Unit
  label: string
  words: ResultsText
}

const HEIGHT = 300

export function Trend({ points, start, unit, label, words }: TrendProps) {
  const { box, width } = useWidth()
  const roving = useRoving(points.length)
  const days = points.map(({ day }) => Date.parse(day))
  const begun = start ? [Date.parse(start.day)] : []
  const x = scaleLinear([Math.min(...days, ...begun), Math.max(...days, ...begun)], [54, width - 60])
  const [low, high] = rangeOf(points, unit)
  const y = scaleLinear([low, high], [HEIGHT - 62, 26]).clamp(true)
  const across = (index: number): number => (points.length === 1 ? width / 2 : x(days[index]!))
  const seen = points.map(({ figure }) => (figure.kind === 'ok' || figure.kind === 'wide' ? figure : null))
  const names = points.map((point) => wrap(point.label, Math.max(8, Math.floor(Math.min(120, (width - 80) / points.length) / 6.8))))
  // A name of more than two lines makes the drawing longer, never cuts it off.
  const whole = HEIGHT + 15 * Math.max(0, Math.max(...names.map((lines) => lines.length)) - 2)
  return (
    <div class="chart" ref={box}>
      <svg class="chart__drawing" viewBox={`0 0 ${width} ${whole}`} width={width} height={whole} role="group" aria-label={label} onKeyDown={roving.onKeyDown}>
        <g class="chart__axis" aria-hidden="true">
          {y.ticks(5).map((value) => (
            <g key={value}>
              <line class="chart__grid" x1={44} x2={width - 8} y1={y(value)} y2={y(value)} />
              <text class="chart__tick" x={38} y={y(value) + 4} text-anchor="end">{Number.isInteger(value) && unit === 'mark' ? value : written(value, unit, words.language)}</text>
            </g>
          ))}
          {start && (
            <g>
              <line class="chart__reference" x1={x(begun[0]!)} x2={x(begun[0]!)} y1={22} y2={HEIGHT - 62} />
              <text class="chart__tick" x={x(begun[0]!)} y={14} text-anchor="middle">{start.name}</text>
            </g>
          )}
          {points.map((point, index) => {
            const [before, here] = [seen[index - 1], seen[index]]
            if (index === 0) return null
            if (point.break !== null) {
              const middle = (across(index - 1) + across(index)) / 2
              return <path key={point.id} class="dumbbell__break" d={`M${middle - 5} ${HEIGHT / 2 + 6}l8 -24M${middle + 3} ${HEIGHT / 2 + 6}l8 -24`} />
            }
            return before && here ? <line key={point.id} class="trend__line" x1={across(index - 1)} y1={y(before.value)} x2={across(index)} y2={y(here.value)} /> : null
          })}
        </g>
        {points.map((point, index) => {
          const { figure } = point
          const at = across(index)
          const shown = seen[index]
          const name = names[index]!
          return (
            <g key={point.id} class="chart__row" role="img" aria-label={point.sentence} {...roving.row(index)}>
              <rect class="chart__ground" x={at - 30} y={20} width={60} height={HEIGHT - 22} rx={4} />
              {shown && (
                <g class={`dumbbell__lane dumbbell__lane--now${shown.kind === 'wide' ? ' dumbbell__lane--wide' : ''}`}>
                  <rect class="dumbbell__bar" x={at - 5} y={y(shown.upper)} width={10} height={Math.max(2, y(shown.lower) - y(shown.upper))} rx={2} />
                  <path class="dumbbell__point" d={`M${at} ${y(shown.value) - 8}l8 8l-8 8l-8-8z`} />
                  <text class="dumbbell__value" x={at + 11} y={y(shown.value) + 4}>{shown.kind === 'wide' ? '≈ ' : ''}{written(shown.value, unit, words.language)}</text>
                </g>
              )}
              {!shown && <Lines at={{ x: at, y: HEIGHT / 2, lines: wrap(figureText(figure, unit, words), 11) }} step={14} look="chart__note" anchor="middle" />}
              <Lines at={{ x: at, y: HEIGHT - 40, lines: name }} step={15} look="chart__count" anchor="middle" />
            </g>
          )
        })}
      </svg>
    </div>
  )
}

/** From 0 for percentages; whole marks around what there is. */
function rangeOf(points: readonly TrendPoint[], unit: Unit): [number, number] {
  const ends = points.flatMap(({ figure }) => (figure.kind === 'ok' || figure.kind === 'wide' ? [figure.lower, figure.upper] : []))
  if (unit === 'points') return [0, Math.min(100, Math.max(20, Math.ceil(Math.max(0, ...ends) / 10) * 10))]
  if (ends.length === 0) return [0, 10]
  return [Math.max(0, Math.floor(Math.min(...ends)) - 1), Math.min(10, Math.ceil(Math.max(...ends)) + 1)]
}
