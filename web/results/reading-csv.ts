// Comparisons as numbers for a file: one line a figure, with margins, n, effective n and what may be said. Separate from tables on a page, which are
// text. Column names are the same in both languages, so that a script reads either.
import type { Cell, EditionItem } from '../../src/analysis/edition.ts'
import type { CsvCell, CsvTable } from '../../src/analysis/csv-text.ts'
import { domainName } from '../charts/from-comparison.ts'
import { resultsText } from '../languages/results.ts'
import type { ResultsLanguage } from '../languages/results-text.ts'
import type { EditionParts, Reading } from './edition-parts.ts'
import { labelIn } from './edition-parts.ts'

const FIGURE = ['value', 'lower', 'upper', 'n', 'effective_n', 'sign'] as const

const COLUMNS = [
  'municipality', 'item', 'measure', 'answers', 'label', 'area_code', 'area', 'wave', ...FIGURE, 'baseline_wave', ...FIGURE.map((name) => `baseline_${name}`),
  'difference', 'difference_lower', 'difference_upper', 'verdict', 'visible_from', 'break',
]

/** One line a comparison, in the order given. */
export function readingCsv({ head }: EditionParts, list: readonly { item: EditionItem; reading: Reading }[], language: ResultsLanguage): CsvTable {
  const { chart } = resultsText[language]
  return {
    columns: COLUMNS,
    rows: list.map(({ item, reading }): CsvCell[] => {
      const { measure, categories, domain, now, baseline, difference, verdict, detectable, reasons, alone } = reading
      const then = alone || reasons.includes('absent') ? FIGURE.map(() => null) : cellCsv(baseline, chart.tooFew)
      return [
        head.municipality, item.item, measure, categories.join(' '), labelIn(item, language), domain, domainName(domain, head, language), head.wave.label, ...cellCsv(now, chart.tooFew),
        alone ? null : head.baseline?.label ?? null, ...then, difference?.value ?? null, difference?.low ?? null, difference?.high ?? null, alone ? null : verdict, detectable, reasons.join(' '),
      ]
    }),
  }
}

/** A cell as numbers and its sign: 'wide', 'at most', or that there are too few answers. Hidden numbers are empty, never zero. */
export function cellCsv(cell: Cell, tooFew: string): CsvCell[] {
  if ('hidden' in cell) return [null, null, null, null, null, tooFew]
  const { value, low, high, n, effectiveN, limit, reliability } = cell
  return [value, low, high, n, effectiveN, limit ? (limit === 'atMost' ? 'at most' : 'at least') : reliability === 'wide' ? 'wide' : '']
}
