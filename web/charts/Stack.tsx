// Answers as 100% bars: agreement and disagreement to either side of the middle (ColorBrewer PuOr, readable by who sees no red or green), don't
// know and the like in grey columns beside it. The value stands in each part that is wide enough; the table has them all.
import type { ResultsText } from '../languages/results-text.ts'
import { Lines } from './Lines.tsx'
import { useRoving } from './roving.ts'
import type { StackRow, StackShape } from './stack.ts'
import { layoutStack, tonesOf } from './stack.ts'
import { useWidth } from './use-width.ts'

export interface StackProps extends StackShape {
  rows: readonly StackRow[]
  diverging?: boolean
  label: string
  words: ResultsText
}

const BAR = 26

export function Stack({ rows, names, apart, diverging = true, label, words }: StackProps) {
  const { box, width } = useWidth()
  const layout = layoutStack(rows, { names, apart }, width, diverging)
  const roving = useRoving(rows.length)
  const tones = tonesOf(names.length)
  // around a middle orange and purple; from little to much, one colour that darkens
  const look = diverging ? '' : 's'
  return (
    <div class="chart" ref={box}>
      <ul class="legend" aria-label={words.chart.signs}>
        {names.map((name, index) => (
          <li key={name}><svg class="legend__sign" width={22} height={16} viewBox="0 0 22 16" aria-hidden="true"><rect class={`stack__part stack__part--${look}${tones[index]}`} x={1} y={1} width={20} height={14} /><text class={`stack__value stack__value--${look}${tones[index]}`} x={11} y={12.5} text-anchor="middle">{index + 1}</text></svg> {name}</li>
        ))}
      </ul>
      <svg class="chart__drawing" viewBox={`0 0 ${width} ${layout.height}`} width={width} height={layout.height} role="group" aria-label={label} onKeyDown={roving.onKeyDown}>
        <g class="chart__axis" aria-hidden="true">
          {diverging && <line class="chart__zero" x1={layout.centre} x2={layout.centre} y1={layout.top - 4} y2={layout.height - 8} />}
          {layout.columns.map(({ x, width: column, heading }) => (
            <Lines key={x} at={{ x: x + column / 2, y: layout.top - 8 - 14 * (heading.length - 1), lines: heading }} step={14} look="chart__tick" anchor="middle" />
          ))}
        </g>
        {layout.rows.map(({ row, y, height, bar, label: at, count, parts }, index) => (
          <g key={row.id} class="chart__row" role="img" aria-label={row.sentence} {...roving.row(index)}>
            <rect class="chart__ground" x={1} y={y + 1} width={width - 2} height={height - 2} rx={4} />
            <line class="chart__rule" x1={0} x2={width} y1={y + height} y2={y + height} />
            <Lines at={at} step={17} look="chart__label" />
            <text class="chart__count" x={count.x} y={count.y} text-anchor={layout.narrow ? 'end' : undefined}>{row.count}</text>
            {row.parts === null && <text class="chart__note" x={layout.rows[0]!.parts[0]?.x ?? at.x + 4} y={bar + 17}>{words.chart.tooFew}</text>}
            {parts.map((part, place) => part.value > 0 && (
              <g key={place}>
                <rect class={`stack__part stack__part--${look}${part.tone}`} x={part.x} y={bar} width={part.width} height={BAR} />
                {part.width >= 30 && <text class={`stack__value stack__value--${look}${part.tone}`} x={part.x + part.width / 2} y={bar + 17.5} text-anchor="middle">{part.value}%</text>}
              </g>
            ))}
            {row.parts !== null && layout.columns.map(({ x, width: column }, place) => {
              const value = row.apart[place] ?? null
              return (
                <g key={x}>
                  {value !== null && <rect class="stack__apart" x={x + 4} y={bar} width={Math.max(1, ((column - 8) * value) / 100)} height={BAR} />}
                  <text class="chart__detail" x={x + column - 6} y={bar + 17.5} text-anchor="end">{value === null ? '–' : `${value}%`}</text>
                </g>
              )
            })}
          </g>
        ))}
      </svg>
    </div>
  )
}
