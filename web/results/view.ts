// What a view is, whatever it shows: a title, what it says, figures with chart, table and numbers for a file, and notes. Separate so that
// every view is made as data, tested as data, and drawn, copied, saved and printed by one page.
import type { Beside } from '../../src/analysis/benchmark.ts'
import type { CsvTable } from '../../src/analysis/csv-text.ts'
import type { SeriesWave } from '../../src/analysis/series.ts'
import type { AreaMap } from '../../src/frame/area-map.ts'
import type { Chart } from '../charts/chart.ts'
import type { ResultsLanguage, ViewName } from '../languages/results-text.ts'
import type { EditionParts } from './edition-parts.ts'

export interface ResultTable {
  caption: string
  /** The first column heads its row. */
  columns: readonly { heading: string; numeric?: boolean }[]
  rows: readonly (readonly string[])[]
}

export interface ResultFigure {
  /** Part of file names and of the address of the figure on its page. */
  id: string
  title: string
  sentence: string
  chart: Chart | null
  table: ResultTable
  csv: CsvTable
}

export interface ResultView {
  name: ViewName
  title: string
  /** The answer in a few words, and what stands behind it. */
  answer?: { short: string; why: string }
  lead: readonly string[]
  figures: readonly ResultFigure[]
  /** Sentences under the figures, a list. */
  said: readonly string[]
  notes: readonly string[]
}

/** What a person chose: a measure's key, an area's id (or 'all', 'focus', 'comparison'). */
export interface Choice { item?: string; area?: string }

export interface ViewInput {
  edition: EditionParts
  choice: Choice
  language: ResultsLanguage
  /** Shapes of the areas, when there are any. */
  map?: AreaMap | null
  /** The chosen measure in every wave that was published, oldest first. */
  series?: readonly SeriesWave[] | null
  /** Figures of others, tested where they may be (`beside-edition`). */
  beside?: readonly Beside[]
}
