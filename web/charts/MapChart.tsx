// One figure on a map of the areas: darker is more, hatched is too few answers, and the value stands in every area that has room for it, so that
// no colour has to be told from another. No tiles, no third party. A ranked table stands beside it, as beside every chart.
import type { AreaMap } from '../../src/frame/area-map.ts'
import type { ResultsText } from '../languages/results-text.ts'
import type { Figure, Unit } from './dumbbell.ts'
import { written } from './dumbbell.ts'
import { layoutMap, toneOf, tonesOfValues } from './map.ts'
import { useRoving } from './roving.ts'
import { useWidth } from './use-width.ts'

export interface MapArea { id: string; name: string; figure: Figure; focus: boolean; sentence: string }

export interface MapChartProps {
  map: AreaMap
  areas: readonly MapArea[]
  unit: Unit
  label: string
  words: ResultsText
}

/** Of five tones, those used when there are fewer: always with the darkest. */
const TONES: Readonly<Record<number, readonly number[]>> = { 1: [2], 2: [1, 4], 3: [0, 2, 4], 4: [0, 1, 3, 4], 5: [0, 1, 2, 3, 4] }

export function MapChart({ map, areas, unit, label, words }: MapChartProps) {
  const { box, width: room } = useWidth()
  const width = Math.min(room, 640)
  const { height, shapes } = layoutMap(map, width)
  const byId = new Map(areas.map((area) => [area.id, area]))
  // in the order of the table beside it, so that arrows walk from high to low
  const ordered = areas.flatMap((area) => shapes.find(({ id }) => id === area.id) ?? [])
  const others = shapes.filter(({ id }) => !byId.has(id))
  const tones = tonesOfValues(areas.flatMap(({ figure }) => valueOf(figure) ?? []), unit === 'points' ? 5 : 0.5)
  const looks = TONES[tones.length] ?? TONES[5]!
  const roving = useRoving(ordered.length)
  return (
    <div class="chart" ref={box}>
      <ul class="legend" aria-label={words.chart.signs}>
        {tones.map(({ from, to }, index) => <li key={from}><Swatch tone={looks[index]!} /> {written(from, unit, words.language)}–{written(to, unit, words.language)}</li>)}
        {areas.some(({ figure }) => figure.kind === 'hidden') && <li><Swatch tone={null} /> {words.chart.tooFew}</li>}
        {areas.some(({ focus }) => focus) && <li><svg class="legend__sign" width={22} height={16} viewBox="0 0 22 16" aria-hidden="true"><rect class="map__focus" x={2} y={2} width={18} height={12} /></svg> {words.chart.focus}</li>}
      </ul>
      <svg class="chart__drawing map" viewBox={`0 0 ${width} ${height}`} width={width} height={height} role="group" aria-label={label} onKeyDown={roving.onKeyDown}>
        <Hatch />
        {others.map(({ id, path }) => <path key={id} class="map__none" d={path} aria-hidden="true" />)}
        {ordered.map((shape, index) => {
          const { figure, focus, name, sentence } = byId.get(shape.id)!
          const value = valueOf(figure)
          const tone = value === null ? null : looks[toneOf(tones, value)]!
          return (
            <g key={shape.id} class={`chart__row map__area${focus ? ' map__area--focus' : ''}`} role="img" aria-label={sentence} {...roving.row(index)}>
              <path class={tone === null ? 'map__hidden' : `map__tone map__tone--${tone}`} d={shape.path} {...(tone === null ? { fill: 'url(#hatch)' } : {})} />
              {shape.across > 34 && <text class={`map__value${tone === null ? '' : ` map__value--${tone}`}`} x={shape.x} y={shape.y + 4} text-anchor="middle">{text(figure, unit, words)}</text>}
              {shape.across > 7 * name.length && <text class={`map__name${tone === null ? '' : ` map__value--${tone}`}`} x={shape.x} y={shape.y + 19} text-anchor="middle">{name}</text>}
            </g>
          )
        })}
        {ordered.filter(({ id }) => byId.get(id)!.focus).map(({ id, path }) => <path key={id} class="map__focus" d={path} aria-hidden="true" />)}
      </svg>
    </div>
  )
}

function valueOf(figure: Figure): number | null {
  return 'value' in figure ? figure.value : figure.kind === 'limit' ? figure.bound : null
}

function text(figure: Figure, unit: Unit, { language }: ResultsText): string {
  if (figure.kind === 'limit') return `${figure.side === 'atMost' ? '≤' : '≥'} ${written(figure.bound, unit, language)}`
  if (!('value' in figure)) return '–'
  return `${figure.kind === 'wide' ? '≈ ' : ''}${written(figure.value, unit, language)}`
}

function Hatch() {
  return (
    <defs>
      <pattern id="hatch" width={7} height={7} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect class="map__ground" width={7} height={7} />
        <line class="map__stripe" x1={0} y1={0} x2={0} y2={7} />
      </pattern>
    </defs>
  )
}

function Swatch({ tone }: { tone: number | null }) {
  return (
    <svg class="legend__sign" width={22} height={16} viewBox="0 0 22 16" aria-hidden="true">
      <rect class={tone === null ? 'map__ground' : `map__tone map__tone--${tone}`} x={1} y={1} width={20} height={14} />
      {tone === null && <path class="map__stripe" d="M1 9L9 1M4 15L18 1M12 15L21 6" />}
    </svg>
  )
}
