// Draws a chart that is given as data. Separate from the charts so that a page knows one component.
import type { ResultsText } from '../languages/results-text.ts'
import { Bars } from './Bars.tsx'
import type { Chart } from './chart.ts'
import { Changes } from './Changes.tsx'
import { Dumbbell } from './Dumbbell.tsx'
import { MapChart } from './MapChart.tsx'
import { Stack } from './Stack.tsx'
import { Trend } from './Trend.tsx'

export function Drawing({ chart, words }: { chart: Chart; words: ResultsText }) {
  switch (chart.kind) {
    case 'dumbbell': return <Dumbbell {...chart} words={words} />
    case 'changes': return <Changes {...chart} words={words} />
    case 'stack': return <Stack {...chart} words={words} />
    case 'bars': return <Bars {...chart} words={words} />
    case 'trend': return <Trend {...chart} words={words} />
    case 'map': return <MapChart {...chart} words={words} />
  }
}
