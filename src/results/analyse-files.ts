// The verb `analyse DIR --out OUT`: a survey on disk in, tables out, no server and no key. Reads and writes; all that is
// computed is in `analysis`. Writes nothing unless every file is without fault, and then every table or none that is half.
import { mkdir, readFile, readdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { readSurvey } from '../analysis/survey-files.ts'
import type { FileFault, SourceFile } from '../analysis/survey-files.ts'
import { readSurveyInstrument } from '../analysis/survey-instrument.ts'
import { csvText, surveyTables } from '../analysis/survey-tables.ts'
import type { CsvTable } from '../analysis/survey-tables.ts'

export interface AnalyseOutput {
  print: (line: string) => void
  progress: (done: number, total: number, what: string) => void
}

export const ANALYSE_USAGE = 'analyse DIR --out OUT [--instrument FILE] [--fpc] [--unsuppressed]'

/**
 * Exit code: 0 written, 1 faults (each printed as file:line: column: fault, nothing written), 2 wrong use.
 * Without --instrument the file is DIR/instrument.json.
 */
export async function analyseFiles(args: string[], out: AnalyseOutput): Promise<number> {
  const wanted = parse(args)
  if (wanted === null) {
    out.print(`nulmeting ${ANALYSE_USAGE}`)
    return 2
  }
  const { dir, to, fpc, unsuppressed } = wanted
  const faults: FileFault[] = []
  const instrumentFile = await source(wanted.instrument ?? join(dir, 'instrument.json'), faults)
  const areas = await source(join(dir, 'areas.csv'), faults)
  const margins = await source(join(dir, 'margins.csv'), faults)
  const waves = await waveFiles(dir, faults)
  if (!instrumentFile || !areas || !margins || faults.length > 0) return refuse(faults, out)
  const instrument = readSurveyInstrument(instrumentFile.name, instrumentFile.text)
  if ('faults' in instrument) return refuse(instrument.faults, out)
  const read = readSurvey(areas, margins, waves, instrument)
  if ('faults' in read) return refuse(read.faults, out)
  let tables: Record<string, CsvTable>
  try {
    tables = surveyTables(read.survey, instrument, { fpc, unsuppressed }, out.progress)
  } catch (error) {
    // what only weighing can find: an empty class, margins without a solution
    if (error instanceof RangeError) return refuse([{ file: margins.name, line: 1, column: '', fault: error.message }], out)
    throw error
  }
  await mkdir(to, { recursive: true })
  for (const [name, table] of Object.entries(tables)) await writeFile(join(to, `${name}.part`), csvText(table))
  for (const name of Object.keys(tables)) await rename(join(to, `${name}.part`), join(to, name))
  out.print(`${Object.keys(tables).length} tables in ${to}${unsuppressed ? ', exact: not for publication' : ', suppressed and rounded; weights.csv holds no rows, because a weight tells age and sex'}`)
  return 0
}

interface Wanted { dir: string; to: string; instrument: string | null; fpc: boolean; unsuppressed: boolean }

function parse(args: readonly string[]): Wanted | null {
  const wanted: Partial<Wanted> = { instrument: null, fpc: false, unsuppressed: false }
  for (let index = 0; index < args.length; index++) {
    const arg = args[index]!
    if (arg === '--fpc') wanted.fpc = true
    else if (arg === '--unsuppressed') wanted.unsuppressed = true
    else if ((arg === '--out' || arg === '--instrument') && args[index + 1] !== undefined) wanted[arg === '--out' ? 'to' : 'instrument'] = args[++index]!
    else if (!arg.startsWith('--') && wanted.dir === undefined) wanted.dir = arg
    else return null
  }
  return wanted.dir !== undefined && wanted.to !== undefined ? (wanted as Wanted) : null
}

/** wave0.csv, wave1.csv.gz ... in the order of their numbers. */
async function waveFiles(dir: string, faults: FileFault[]): Promise<(SourceFile & { id: string })[]> {
  const names = await readdir(dir).catch(() => [])
  const found = names.flatMap((name) => {
    const match = /^wave(\d+)\.csv(\.gz)?$/.exec(name)
    return match ? [{ id: match[1]!, name }] : []
  }).sort((a, b) => Number(a.id) - Number(b.id))
  if (found.length === 0) faults.push({ file: dir, line: 1, column: '', fault: 'there is no wave0.csv or wave0.csv.gz' })
  found.forEach(({ id, name }, index) => {
    if (found[index - 1]?.id === id) faults.push({ file: name, line: 1, column: '', fault: `wave ${id} is there twice` })
  })
  const files: (SourceFile & { id: string })[] = []
  for (const { id, name } of found) {
    const file = await source(join(dir, name), faults)
    if (file) files.push({ ...file, id })
  }
  return files
}

async function source(path: string, faults: FileFault[]): Promise<SourceFile | null> {
  const name = path.split(/[\\/]/).pop()!
  try {
    const bytes = await readFile(path)
    return { name, text: (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8') }
  } catch {
    faults.push({ file: name, line: 1, column: '', fault: 'this file is missing or cannot be read' })
    return null
  }
}

function refuse(faults: readonly FileFault[], out: AnalyseOutput): number {
  for (const { file, line, column, fault } of faults) out.print(`${file}:${line}: ${column === '' ? '' : `${column}: `}${fault}`)
  out.print(`${faults.length} ${faults.length === 1 ? 'fault' : 'faults'}; nothing was written`)
  return 1
}
