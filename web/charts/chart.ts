// Every kind of chart as data: what a view hands over and the page draws. Separate so that a view is made and tested without a page, and
// no page can draw what is not listed here.
import type { BarsProps } from './Bars.tsx'
import type { ChangesProps } from './Changes.tsx'
import type { DumbbellProps } from './Dumbbell.tsx'
import type { MapChartProps } from './MapChart.tsx'
import type { StackProps } from './Stack.tsx'
import type { TrendProps } from './Trend.tsx'

type Kind<Name extends string, Props> = { kind: Name } & Omit<Props, 'words'>

export type Chart =
  | Kind<'dumbbell', DumbbellProps>
  | Kind<'changes', ChangesProps>
  | Kind<'stack', StackProps>
  | Kind<'bars', BarsProps>
  | Kind<'trend', TrendProps>
  | Kind<'map', MapChartProps>
