// Open data of an edition for everybody: one CSV with every published figure and its margin, and the Frictionless description of it.
// Separate from the pages: programs read these. A figure that is not shown has no number, only a sign.
import { inert } from '../analysis/csv-text.ts'
import type { EditionDetail } from '../results/wire.ts'
import type { PublishedRow } from '../analysis/edition.ts'

const FIELDS = [
  { name: 'measurement', type: 'string', description: 'Name of the measurement' },
  { name: 'starts', type: 'date', description: 'First day of fieldwork' },
  { name: 'domain', type: 'string', description: "Area code, 'district:NAME', 'focus', 'comparison' or 'all'; 'stayers:' or 'newcomers:' before one of the last three" },
  { name: 'domainName', type: 'string', description: 'Name of the area' },
  { name: 'item', type: 'string', description: 'Question or scale' },
  { name: 'label', type: 'string', description: 'What the figure says, in Dutch' },
  { name: 'measure', type: 'string', description: 'share, answer or among: percent; mean: 0 to 10; dontKnow, preferNot: percent' },
  { name: 'categories', type: 'string', description: 'Answer codes that make up a share, with a plus between' },
  { name: 'value', type: 'number', description: 'Percentage or mark; empty when there are too few answers' },
  { name: 'lower', type: 'number', description: 'Lower limit, 95%' },
  { name: 'upper', type: 'number', description: 'Upper limit, 95%' },
  { name: 'respondents', type: 'integer', description: 'Rounded to 5' },
  { name: 'effectiveN', type: 'integer', description: 'Rounded to 5' },
  { name: 'sign', type: 'string', description: 'ok, wide (read with care), atMost, atLeast, or hidden: too few answers' },
] as const

/** The CSV, comma and point, UTF-8. Texts a person wrote are guarded against being read as formulas. */
export function openDataCsv({ head, rows }: Pick<EditionDetail, 'head' | 'rows'>): string {
  const labels = new Map(head.items.map((item) => [keyOf(item), item.label.nl ?? item.item]))
  const names = new Map(head.areas.map(({ id, name }) => [id, name]))
  const waves = new Map([head.wave, ...(head.baseline ? [head.baseline] : [])].map((wave) => [wave.id, wave]))
  const lines = rows.map((row) => {
    const { cell } = row
    const wave = waves.get(row.wave)
    const figures = 'hidden' in cell ? ['', '', '', '', '', 'hidden'] : [cell.value, cell.low, cell.high, cell.n, cell.effectiveN, cell.limit ?? cell.reliability]
    return [wave?.label ?? row.wave, wave?.starts ?? '', row.domain, names.get(row.domain) ?? '', row.item, labels.get(keyOf(row)) ?? row.item, row.measure, row.categories.join('+'), ...figures]
  })
  return `${[FIELDS.map(({ name }) => name), ...lines].map((line) => line.map((value) => cellText(String(value))).join(',')).join('\r\n')}\r\n`
}

/** `datapackage.json` (Frictionless Data Package 1). */
export function dataPackage({ head, root, signature, publicKey }: Pick<EditionDetail, 'head' | 'root' | 'signature' | 'publicKey'>): object {
  return {
    profile: 'tabular-data-package', name: `nulmeting-${head.wave.id}-${head.date}`, title: `${head.municipality}: ${head.wave.label}`, created: `${head.date}T00:00:00Z`,
    description: 'Published figures with 95% limits. Small groups are hidden; percentages and limits are rounded to whole points, marks to one decimal.',
    licenses: [{ name: 'CC-BY-4.0', title: 'Creative Commons Attribution 4.0', path: 'https://creativecommons.org/licenses/by/4.0/' }],
    seal: { merkleRoot: root, signature, publicKey, algorithm: 'Ed25519 over head and SHA-256 Merkle root (RFC 6962)' },
    resources: [{ profile: 'tabular-data-resource', name: 'figures', path: 'data.csv', format: 'csv', mediatype: 'text/csv', encoding: 'utf-8', schema: { fields: FIELDS, missingValues: [''] } }],
  }
}

const keyOf = ({ item, measure, categories }: Pick<PublishedRow, 'item' | 'measure' | 'categories'>) => `${item}|${measure}|${categories.join('+')}`

function cellText(value: string): string {
  const guarded = /^-?\d+(?:\.\d+)?$/.test(value) ? value : inert(value)
  return /[",\r\n]/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded
}
