// From a frozen wave to the files a researcher takes home, on the analyst's device: open, weigh, write every format, and with area the script
// that makes an edition again. The same in console and command line; nothing here fetches. What it makes was asked for and agreed to before.
import { measuredWave } from '../analysis/publish.ts'
import type { Frame, PublishingApi } from '../analysis/publish.ts'
import { DEFAULT_RECIPE } from '../analysis/edition.ts'
import type { Edition, MeasuredWave } from '../analysis/edition.ts'
import { weigh } from '../analysis/weigh.ts'
import { utf8 } from '../crypto/digest.ts'
import { codebookFile, csvFile } from './csv.ts'
import { dataSet } from './data-set.ts'
import type { DataSet } from './data-set.ts'
import { parquetFile } from './parquet.ts'
import { rScript } from './r-script.ts'
import { savFile } from './sav.ts'
import { spsFile } from './sps.ts'
import type { NamedFile } from './zip.ts'

export interface ExportOptions {
  wave: string
  /** Agreed to by a second person. */
  withArea: boolean
  /** The edition the R script makes again; only with area. */
  edition?: Pick<Edition, 'head' | 'rows' | 'comparisons'>
  /** The day, for the header of the SPSS file. */
  made: Date
}

type Needs = Pick<PublishingApi, 'frame' | 'frozen'>

/** The files; the plain data of the edition's baseline go along when it was measured here. Throws RangeError and what opening throws. */
export async function exportWave(api: Needs, archiveIdentity: string, { wave, withArea, edition, made }: ExportOptions): Promise<NamedFile[]> {
  const opened = await open(api, wave, archiveIdentity, withArea, edition)
  const files = filesOf(opened.set, wave, made)
  if (!withArea || !edition) return files
  const baseline = edition.head.baseline
  const before = baseline && !baseline.imported ? await open(api, baseline.id, archiveIdentity, true, edition) : null
  const waves = [opened, ...(before ? [before] : [])]
  const script = rScript(edition, waves.map((one) => ({ wave: one.wave, file: pointsName(one.wave.id) })))
  return [
    ...files,
    ...waves.map((one) => ({ name: pointsName(one.wave.id), bytes: utf8(csvFile(one.set, { decimal: '.' })) })),
    ...Object.entries(script).map(([name, text]) => ({ name, bytes: utf8(text) })),
  ]
}

interface Opened { wave: MeasuredWave; set: DataSet }

async function open(api: Needs, id: string, archiveIdentity: string, withArea: boolean, edition: ExportOptions['edition']): Promise<Opened> {
  const frame = await api.frame(id)
  const wave = await measuredWave(api, frame, archiveIdentity)
  const { design: { weights } } = weigh(wave, edition?.head.recipe ?? DEFAULT_RECIPE)
  return { wave, set: dataSet(wave, weights, textOf(frame), { withArea, areaNames: Object.fromEntries(frame.areas.map((area) => [area.id, area.name])) }) }
}

function filesOf(set: DataSet, id: string, made: Date): NamedFile[] {
  const csv = `${id}.csv`
  return [
    { name: `${id}.sav`, bytes: savFile(set, made) },
    { name: csv, bytes: utf8(csvFile(set, { decimal: ',' })) },
    { name: `${id}-codebook.csv`, bytes: utf8(codebookFile(set, { decimal: ',' })) },
    { name: `${id}.sps`, bytes: utf8(spsFile(set, csv)) },
    { name: `${id}.parquet`, bytes: parquetFile(set) },
  ]
}

/** Decimal points, for programs. */
const pointsName = (id: string): string => `${id}-points.csv`

/** Dutch words where the questionnaire has them. */
function textOf({ instruments }: Frame) {
  const found = instruments.find(({ text }) => text.language === 'nl') ?? instruments[0]
  if (!found) throw new RangeError('exportWave requires a questionnaire with its words; imported microdata go back to where they came from')
  return found.text
}
