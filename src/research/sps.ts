// SPSS syntax that reads the CSV: names, labels, words, missing codes, weight. For who may not open a .sav from elsewhere.
// Separate from sav.ts: the same facts as text.
import { WEIGHT } from './data-set.ts'
import type { DataSet, Variable } from './data-set.ts'

/** Syntax for the CSV of that name, written with semicolons and decimal commas. */
export function spsFile({ title, variables }: DataSet, csvName: string): string {
  const coded = variables.filter(({ words }) => Object.keys(words).length > 0)
  const missing = variables.filter((variable) => variable.missing).map(({ name }) => name)
  return [
    `* ${title.replace(/[\r\n*]/g, ' ')}.`,
    'SET DECIMAL=COMMA.',
    `GET DATA /TYPE=TXT /FILE=${quoted(csvName)} /ENCODING='UTF8' /ARRANGEMENT=DELIMITED /DELIMITERS=";" /QUALIFIER='"' /FIRSTCASE=2 /VARIABLES=`,
    ...variables.map((variable, index) => `  ${variable.name} ${formatOf(variable)}${index === variables.length - 1 ? '.' : ''}`),
    'VARIABLE LABELS',
    ...variables.map(({ name, label }, index) => `  ${name} ${quoted(label)}${index === variables.length - 1 ? '.' : ''}`),
    ...coded.map(({ name, words }) => `VALUE LABELS ${name} ${Object.entries(words).map(([code, word]) => `${code} ${quoted(word)}`).join(' ')}.`),
    ...(missing.length > 0 ? [`MISSING VALUES ${missing.join(' ')} (96 THRU 99).`] : []),
    `VARIABLE LEVEL ${(['nominal', 'ordinal', 'scale'] as const).filter((level) => variables.some((variable) => variable.level === level)).map((level) => `${variables.filter((variable) => variable.level === level).map(({ name }) => name).join(' ')} (${level.toUpperCase()})`).join(' /')}.`,
    `WEIGHT BY ${WEIGHT}.`,
    'EXECUTE.', '',
  ].join('\n')
}

function formatOf({ values }: Variable): string {
  if (values instanceof Float64Array) return 'F12.6'
  if (values instanceof Int16Array) return 'F4.0'
  return `A${Math.min(32_767, values.reduce((widest, value) => Math.max(widest, new TextEncoder().encode(value).length), 1))}`
}

/** A text between quotes, which a text may hold too; line ends would end the command. */
function quoted(value: string): string {
  return `'${value.replace(/[\r\n]+/g, ' ').replaceAll("'", "''")}'`
}
