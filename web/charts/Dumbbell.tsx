// The comparison chart: per area (or item) a hollow circle for the baseline, a filled diamond for now, a bar for each margin, and
// words beside it. Drawn at the real width of its box, so that text stays 12 px or more on a phone. Every row can be reached by
// keyboard (one tab stop, then the arrows) and is read as a whole sentence. Colours and strokes stand in charts.css.
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { DumbbellRow, Unit } from './dumbbell.ts'
import { sorted } from './dumbbell.ts'
import { layoutDumbbell } from './dumbbell-layout.ts'
import { DumbbellRowMarks } from './DumbbellRowMarks.tsx'
import { Legend } from './Legend.tsx'

export interface DumbbellProps {
  rows: readonly DumbbellRow[]
  /** Shown first, in this order, on the same scale: all areas together. */
  pinned?: readonly DumbbellRow[]
  unit: Unit
  /** Names the drawing for who hears it. */
  label: string
  /** Legend words, e.g. "nulmeting (2024)" and "nu (2026)". */
  baselineName: string
  nowName: string
}

export function Dumbbell({ rows, pinned = [], unit, label, baselineName, nowName }: DumbbellProps) {
  const box = useRef<HTMLDivElement>(null)
  const [width, setWidth] = useState(720)
  const [current, setCurrent] = useState(0)
  useLayoutEffect(() => {
    const element = box.current!
    const measure = () => setWidth(Math.max(280, Math.floor(element.clientWidth)))
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [])

  const layout = layoutDumbbell([...pinned, ...sorted(rows)], width, unit)
  const move = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step === undefined) return
    event.preventDefault()
    const next = Math.min(layout.rows.length - 1, Math.max(0, current + step))
    setCurrent(next)
    box.current?.querySelectorAll<SVGElement>('.dumbbell__row')[next]?.focus()
  }

  return (
    <div class="dumbbell" ref={box}>
      <Legend rows={[...pinned, ...rows]} baselineName={baselineName} nowName={nowName} />
      <svg class="dumbbell__drawing" viewBox={`0 0 ${layout.width} ${layout.height}`} width={layout.width} height={layout.height} role="group" aria-label={label} onKeyDown={move}>
        <g class="dumbbell__axis" aria-hidden="true">
          {layout.ticks.map((tick) => (
            <g key={tick.x}>
              <line class="dumbbell__grid" x1={tick.x} x2={tick.x} y1={layout.plot.top - 4} y2={layout.plot.bottom} />
              <text class="dumbbell__tick" x={tick.x} y={layout.plot.top - 12} text-anchor="middle">{tick.label}</text>
            </g>
          ))}
        </g>
        {pinned.length > 0 && rows.length > 0 && <line class="dumbbell__divide" x1={0} x2={layout.width} y1={layout.rows[pinned.length]!.top} y2={layout.rows[pinned.length]!.top} />}
        {layout.rows.map((row, index) => (
          <DumbbellRowMarks key={row.row.id} layout={row} width={layout.width} unit={unit} reachable={index === current} onFocus={() => setCurrent(index)} />
        ))}
      </svg>
    </div>
  )
}
