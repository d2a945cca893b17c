// Reads figures of town and country from a file in StatLine's shape: one line per region, period and margin (value, lower and upper limit), one column
// per topic; as CSV, or as the JSON of its open data. Pure: text in; either every topic that can stand beside one's own figures, or
// every place at fault and nothing. A file without limits is read as context: its figures are shown and never tested. Codes: opendata.cbs.nl, 85146NED (MW00000 value, MOG0095 lower, MBG0095 upper limit of 95%).
import Papa from 'papaparse'
import type { BenchmarkFigure } from './benchmark.ts'

export interface BenchmarkFault { line: number; column: string; nl: string; en: string }

export interface BenchmarkTopic {
  topic: string
  period: string
  figures: readonly BenchmarkFigure[]
}

export type BenchmarkRead = { topics: BenchmarkTopic[] } | { faults: BenchmarkFault[] }

const VALUE = 'MW00000'
const LOWER = 'MOG0095'
const UPPER = 'MBG0095'
const COLUMNS = { region: /^(regios|regio'?s|region)$/i, period: /^(perioden|period)$/i, margin: /^(marges|margins)$/i }
/** Keys that are no topics. */
const OTHERS = /^(id|regios|regio'?s|region|perioden|period|marges|margins)$/i
/** Country, part of the country, province, municipality. */
const REGIONS = /^(NL|LD|PV|GM)\d{2,4}$/
const LONGEST = 200
/** How StatLine says that there is no figure. */
const ABSENT = ['', '.', '-', 'x']

interface Line { line: number; cells: Readonly<Record<string, string>> }

export function readBenchmarks(file: string): BenchmarkRead {
  const read = file.trimStart().startsWith('{') ? fromJson(file) : fromCsv(file)
  if (read !== null && 'damaged' in read) return { faults: [{ line: 1, column: '', nl: `dit bestand is beschadigd en niet te lezen (${read.damaged})`, en: `this file is damaged and cannot be read (${read.damaged})` }] }
  if (read === null || read.lines.length === 0) return { faults: [{ line: 1, column: '', nl: 'dit bestand heeft geen regels met cijfers', en: 'this file has no lines with figures' }] }
  const faults: BenchmarkFault[] = []
  const at = (line: number, column: string, nl: string, en: string): void => void faults.push({ line, column, nl, en })
  const column = Object.fromEntries(Object.entries(COLUMNS).map(([name, pattern]) => [name, read.columns.find((each) => pattern.test(each.trim()))])) as Record<keyof typeof COLUMNS, string | undefined>
  if (!column.region) at(1, 'RegioS', 'de kolom RegioS ontbreekt', 'column RegioS is missing')
  if (!column.period) at(1, 'Perioden', 'de kolom Perioden ontbreekt', 'column Perioden is missing')
  const topics = read.columns.filter((each) => !OTHERS.test(each.trim()))
  for (const topic of topics) if (topicName(topic).length > LONGEST || /\p{Cc}/u.test(topic)) at(1, topic.slice(0, 40), `gebruik een naam van hoogstens ${LONGEST} tekens`, `use a name of at most ${LONGEST} characters`)
  if (topics.length === 0) at(1, '', 'er is geen kolom met een onderwerp', 'there is no column with a topic')
  if (faults.length > 0) return { faults }
  const found = new Map<string, { topic: string; period: string; region: string; line: number; value?: number; low?: number; high?: number }>()
  const broken = new Set<string>()
  for (const { line, cells } of read.lines) {
    const [region, period] = [column.region!, column.period!].map((name) => (cells[name] ?? '').trim())
    const margin = column.margin === undefined ? VALUE : (cells[column.margin] ?? '').trim()
    if (!REGIONS.test(region!)) at(line, column.region!, `${region} is geen land, landsdeel, provincie of gemeente`, `${region} is no country, part of the country, province or municipality`)
    if (!/^\d{4}[A-Z0-9]{0,4}$/.test(period!)) at(line, column.period!, `gebruik een jaar, zoals 2023JJ00 (hier staat: ${period})`, `use a year, as 2023JJ00 (found: ${period})`)
    if (![VALUE, LOWER, UPPER].includes(margin)) { at(line, column.margin ?? '', `gebruik ${VALUE}, ${LOWER} of ${UPPER} (hier staat: ${margin})`, `use ${VALUE}, ${LOWER} or ${UPPER} (found: ${margin})`); continue }
    for (const topic of topics) {
      const text = (cells[topic] ?? '').trim()
      const key = `${topic}\n${period}\n${region}`
      if (ABSENT.includes(text)) continue
      if (/^-?\d+,\d+$/.test(text)) { at(line, topic, `gebruik een punt, geen komma: ${text.replace(',', '.')} (hier staat: ${text})`, `use a point, not a comma: ${text.replace(',', '.')} (found: ${text})`); broken.add(key); continue }
      const number = Number(text)
      if (!/^\d+(\.\d+)?$/.test(text) || number > 100) { at(line, topic, `gebruik een getal van 0 tot 100 (hier staat: ${text})`, `use a number from 0 to 100 (found: ${text})`); broken.add(key); continue }
      const entry = found.get(key) ?? { topic, period: period!, region: region!, line }
      const part = margin === VALUE ? 'value' : margin === LOWER ? 'low' : 'high'
      if (entry[part] !== undefined) at(line, topic, `dit cijfer staat er twee keer (${region}, ${period}, ${margin})`, `this figure is there twice (${region}, ${period}, ${margin})`)
      found.set(key, { ...entry, [part]: number })
    }
  }
  for (const [key, { topic, region, line, value, low, high }] of found) {
    // one cell at fault is said once
    if (broken.has(key)) continue
    if (value === undefined) at(line, topic, `van ${region} staan er marges zonder cijfer`, `${region} has limits without a figure`)
    else if (low === undefined && high === undefined) continue
    else if (low === undefined || high === undefined) at(line, topic, `van ${region} ontbreekt de ${low === undefined ? 'ondergrens' : 'bovengrens'}`, `${region} lacks its ${low === undefined ? 'lower' : 'upper'} limit`)
    else if (!(low <= value && value <= high)) at(line, topic, `van ${region} ligt het cijfer buiten zijn marges`, `the figure of ${region} lies outside its limits`)
  }
  if (faults.length > 0) return { faults: faults.sort((a, b) => a.line - b.line) }
  if (found.size === 0) return { faults: [{ line: 1, column: '', nl: 'er staat geen enkel cijfer in', en: 'there is not a single figure in it' }] }
  const byTopic = new Map<string, BenchmarkTopic>()
  for (const { topic, period, region, value, low, high } of found.values()) {
    const name = `${topic}\n${period}`
    const figures = [...(byTopic.get(name)?.figures ?? []), { region: regionName(region), value: value!, low: low ?? null, high: high ?? null }]
    byTopic.set(name, { topic: topicName(topic), period: periodName(period), figures })
  }
  return { topics: [...byTopic.values()] }
}

function fromCsv(file: string): { columns: string[]; lines: Line[] } | null {
  const { data } = Papa.parse<string[]>(file.replace(/^\ufeff/, ''), { delimitersToGuess: [';', ',', '\t'], skipEmptyLines: false })
  const header = data.findIndex((cells) => cells.some((cell) => COLUMNS.region.test(cell.trim()) || COLUMNS.margin.test(cell.trim()) || COLUMNS.period.test(cell.trim())))
  if (header < 0) return data.length > 1 ? { columns: data[0] ?? [], lines: [{ line: 2, cells: {} }] } : null
  const columns = data[header]!.map((name) => name.trim())
  const lines = data.slice(header + 1).map((cells, index) => ({ line: header + 2 + index, cells: Object.fromEntries(columns.map((name, at) => [name, cells[at] ?? ''])) }))
  return { columns, lines: lines.filter(({ cells }) => Object.values(cells).some((cell) => cell.trim() !== '')) }
}

function fromJson(file: string): { columns: string[]; lines: Line[] } | { damaged: string } | null {
  try {
    const { value } = JSON.parse(file) as { value?: unknown }
    if (!Array.isArray(value)) return null
    const rows = value.filter((row): row is Record<string, unknown> => typeof row === 'object' && row !== null)
    return { columns: [...new Set(rows.flatMap((row) => Object.keys(row)))], lines: rows.map((row, index) => ({ line: index + 1, cells: Object.fromEntries(Object.entries(row).map(([name, cell]) => [name, cell === null ? '' : String(cell)])) })) }
  } catch (error) {
    return { damaged: error instanceof Error ? error.message.slice(0, 100) : 'JSON' }
  }
}

/** Names of the country and its provinces; a municipality keeps its code. */
const NAMES: Readonly<Record<string, string>> = {
  NL01: 'Nederland', LD01: 'Noord-Nederland', LD02: 'Oost-Nederland', LD03: 'West-Nederland', LD04: 'Zuid-Nederland', PV20: 'Groningen (PV)', PV21: 'Fryslân (PV)', PV22: 'Drenthe (PV)', PV23: 'Overijssel (PV)', PV24: 'Flevoland (PV)',
  PV25: 'Gelderland (PV)', PV26: 'Utrecht (PV)', PV27: 'Noord-Holland (PV)', PV28: 'Zuid-Holland (PV)', PV29: 'Zeeland (PV)', PV30: 'Noord-Brabant (PV)', PV31: 'Limburg (PV)',
}

const regionName = (code: string): string => NAMES[code] ?? code
/** "2023JJ00" is 2023. */
const periodName = (period: string): string => /^(\d{4})JJ00$/.exec(period)?.[1] ?? period
/** "VoeltZichWeleensOnveiligInBuurt_42" without the number that shifts between versions, in words. */
const topicName = (topic: string): string => topic.replace(/_\d+$/, '').replace(/([a-z])([A-Z])/g, (_, before: string, after: string) => `${before} ${after.toLowerCase()}`)
