// Reads how an item or scale is reported from JSON, noting every fault. Apart from read-instrument.ts to keep each short.
import { list, members, oneOf, text } from './shape.ts'
import type { Faults } from './shape.ts'

/** Notes faults of a summary; `options` are the categories a share may name (none for a scale). */
export function checkSummary(faults: Faults, where: string, value: unknown, options: readonly number[]): void {
  if (value === undefined) return
  const summary = members(faults, where, value, ['report', 'label', 'base?', 'better', 'sensitive'])
  if (summary === undefined) return
  checkLabel(faults, `${where}.label`, summary.label)
  checkLabel(faults, `${where}.base`, summary.base)
  oneOf(faults, `${where}.better`, summary.better, ['lower', 'higher', 'neither'])
  oneOf(faults, `${where}.sensitive`, summary.sensitive, [true, false])
  const report = members(faults, `${where}.report`, summary.report, ['as', 'categories?'])
  if (report === undefined) return
  oneOf(faults, `${where}.report.as`, report.as, ['share', 'mean', 'each'])
  if ((report.as === 'share') !== (report.categories !== undefined)) {
    faults.add(`${where}.report`, 'names categories exactly when it is a share')
  }
  for (const code of list(faults, `${where}.report.categories`, report.categories, 1, 95)) {
    if (!options.includes(code as number)) faults.add(`${where}.report.categories`, `${String(code)} is no option`)
  }
}

function checkLabel(faults: Faults, where: string, value: unknown): void {
  if (value === undefined || typeof value !== 'object' || value === null || Array.isArray(value)) {
    if (value !== undefined) faults.add(where, 'should be words per language')
    return
  }
  for (const language of ['nl', 'en']) if (!Object.hasOwn(value, language)) faults.add(where, `lacks "${language}"`)
  for (const [language, words] of Object.entries(value)) text(faults, `${where}.${language}`, words, 200)
}
