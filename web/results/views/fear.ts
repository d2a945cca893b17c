// V6. Fear that helps and fear that harms: the four kinds of functional fear (Gray, Jackson and Farrall 2011) as parts of everybody, and what people
// did when they were afraid.
import type { Cell } from '../../../src/analysis/edition.ts'
import { cellWords } from '../../../src/analysis/sentence-words.ts'
import { fearSentence } from '../../../src/analysis/view-sentences.ts'
import { functionalFearItem, functionalFearOptions } from '../../../src/instrument/functional-fear.ts'
import { countText } from '../../charts/dumbbell.ts'
import { domainName, figureOf } from '../../charts/from-comparison.ts'
import type { StackRow } from '../../charts/stack.ts'
import { resultsText } from '../../languages/results.ts'
import type { ResultsLanguage } from '../../languages/results-text.ts'
import type { EditionParts } from '../edition-parts.ts'
import { TOGETHER, baselineName, domainOf, nowName } from '../edition-parts.ts'
import { cellCsv } from '../reading-csv.ts'
import { sharesFigure } from '../shares-figure.ts'
import type { ResultFigure, ResultView, ViewInput } from '../view.ts'

export function fear({ edition, choice, language }: ViewInput): ResultView {
  const words = resultsText[language]
  const domain = domainOf(edition, choice.area)
  const said = fearSentence(edition, edition.head.wave.id, language, domain)
  const classes = classesFigure(edition, language)
  const did = sharesFigure(edition, {
    id: 'angst-gedaan', title: words.fear.did, sentence: words.fear.didSay, domain, items: edition.head.items.filter(({ item, measure }) => item === 'fearDid' && measure === 'among'),
  }, language)
  return {
    name: 'angst', title: words.views.angst.name, lead: said ? [said] : [words.fear.none], figures: [...(classes ? [classes] : []), ...(did ? [did] : [])], said: [],
    notes: classes ? [words.fear.about] : [],
  }
}

function classesFigure({ head, rows, comparisons }: EditionParts, language: ResultsLanguage): ResultFigure | null {
  const words = resultsText[language]
  const codes = functionalFearItem.options
  const names = codes.map((code) => functionalFearOptions[language]![String(code)]!)
  const broken = comparisons.find(({ item }) => item === functionalFearItem.id)?.verdict === 'break'
  const waves = [{ id: head.wave.id, name: nowName(head, language) }, ...(head.baseline && !broken ? [{ id: head.baseline.id, name: baselineName(head, language) }] : [])]
  const lines = TOGETHER.flatMap((domain) => waves.flatMap(({ id, name }) => {
    const cells = codes.map((code) => rows.find((row) => row.wave === id && row.domain === domain && row.item === functionalFearItem.id && row.categories[0] === code)?.cell ?? null)
    return cells.some((cell) => cell !== null) ? [{ id: `${domain} ${id}`, domain, wave: name, label: `${domainName(domain, head, language)}, ${name}`, cells }] : []
  }))
  if (lines.length === 0) return null
  const value = (cell: Cell | null): number | null => (cell === null || 'hidden' in cell ? null : cell.limit === 'atMost' ? 0 : cell.value)
  const n = (cells: readonly (Cell | null)[]): string => {
    const shown = cells.find((cell) => cell !== null && !('hidden' in cell))
    return shown ? countText(figureOf(shown), words) : ''
  }
  return {
    id: 'angst-soorten', title: words.fear.classes, sentence: words.fear.classesSay,
    chart: {
      kind: 'stack', names, apart: [], diverging: false, label: words.fear.classes,
      rows: lines.map(({ id, label, cells }): StackRow => ({
        id, label, count: `n = ${n(cells)}`, apart: [], parts: cells.every((cell) => value(cell) !== null) ? names.map((name, index) => ({ name, value: value(cells[index]!)! })) : null,
        sentence: `${label}: ${names.map((name, index) => `${cells[index] ? cellWords('share', cells[index]!, language) : '–'} ${name}`).join('; ')}.`,
      })),
    },
    table: {
      caption: words.table.caption(words.fear.classes), columns: [{ heading: words.table.group }, ...names.map((heading) => ({ heading, numeric: true })), { heading: words.table.n(''), numeric: true }],
      rows: lines.map(({ label, cells }) => [label, ...cells.map((cell) => (cell ? cellWords('share', cell, language) : '–')), n(cells)]),
    },
    csv: {
      columns: ['municipality', 'item', 'class', 'label', 'area_code', 'area', 'wave', 'value', 'lower', 'upper', 'n', 'effective_n', 'sign'],
      rows: lines.flatMap(({ domain, wave, cells }) => cells.flatMap((cell, index) => (cell ? [[head.municipality, functionalFearItem.id, codes[index]!, names[index]!, domain, domainName(domain, head, language), wave, ...cellCsv(cell, words.chart.tooFew)]] : []))),
    },
  }
}
