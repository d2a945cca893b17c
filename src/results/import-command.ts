// `import-baseline`: an earlier survey from files, read and sealed on this device. A bad file gets every fault and imports nothing.
import { z } from 'zod'
import { readWords, Refused } from '../cli-command.ts'
import type { Command, Terminal } from '../cli-command.ts'
import { readText } from '../cli-operator.ts'
import { sendJson } from '../cli-session.ts'
import { importedFile } from '../analysis/imported-file.ts'
import { base64url } from '../crypto/base64url.ts'
import { hex, sha256 } from '../crypto/digest.ts'
import { sealFile } from '../crypto/sealed.ts'
import type { FileFault } from '../areas/wire.ts'
import { chosenInstruments } from '../waves/questionnaire.ts'
import { readMicrodata, readTable } from './import-file.ts'
import type { Mapping } from './import-file.ts'
import type { ImportRequest, Imported, MunicipalityKeys } from './wire.ts'

const usage = 'import-baseline FILE (--mapping FILE | --label L --starts DAY --ends DAY --source S [--same ITEM,ITEM])'

/** The shape of a mapping file; what it says is checked against the file and the questionnaire afterwards. */
const day = z.iso.date()
const mappingFile: z.ZodType<Mapping> = z.object({
  label: z.string(), starts: day, ends: day, boundaryYear: z.int(), language: z.string(),
  columns: z.object({ area: z.string(), weight: z.string().exactOptional() }),
  items: z.record(z.string(), z.object({ column: z.string(), codes: z.record(z.string(), z.int()).exactOptional() })),
  sameAs: z.array(z.string()),
  areas: z.record(z.string(), z.object({ population: z.number(), invited: z.number() })),
})

function refuseFaults(path: string, faults: readonly FileFault[], { say }: Terminal): never {
  for (const { line, column, fault } of faults) say(`${path}: line ${line}${column === '' ? '' : `, column ${column}`}: ${fault}`)
  throw new Refused(`Nothing was imported: ${faults.length} places are at fault.`)
}

async function microdataRequest(path: string, mappingPath: string, terminal: Terminal): Promise<ImportRequest> {
  let mapping: Mapping
  try {
    mapping = JSON.parse(readText(mappingPath)) as Mapping
  } catch (fault) {
    throw fault instanceof Refused ? fault : new Refused(`${mappingPath} is not JSON.`)
  }
  const checked = mappingFile.safeParse(mapping)
  if (!checked.success) {
    for (const { path: [...at], message } of checked.error.issues) terminal.say(`${mappingPath}: ${at.join('.') || 'the whole'}: ${message}`)
    throw new Refused(`Nothing was imported: ${checked.error.issues.length} places in the mapping are at fault.`)
  }
  const [published] = chosenInstruments({ battery: 'core', languages: [mapping.language], primaryOutcomes: [] })
  const read = await readMicrodata(readText(path), mapping, published!)
  if ('faults' in read) refuseFaults(path, read.faults, terminal)
  const { archive } = await sendJson<MunicipalityKeys>('GET', '/api/keys')
  const plain = importedFile(read.microdata, read.weights)
  const { label, starts, ends, boundaryYear } = mapping
  return {
    kind: 'microdata', label, starts, ends, boundaryYear, n: read.microdata.n, instrument: read.instrument as unknown as { id: string }, itemHashes: read.itemHashes,
    strata: Object.entries(mapping.areas).map(([area, counts]) => ({ id: area, area, ...counts })),
    digest: hex(await sha256(plain)), sealed: base64url(await sealFile(plain, [archive.recipient])),
  }
}

export const importFile: Command = {
  name: 'import-baseline', who: 'staff', usage, does: 'imports an earlier survey: microdata with a mapping, or a published table',
  async run(given, terminal) {
    const text = { type: 'string' } as const
    const { words: [path], options } = readWords(given, usage, 1, { mapping: text, label: text, starts: text, ends: text, source: text, same: text })
    let request: ImportRequest
    if (options.mapping !== undefined) request = await microdataRequest(path!, options.mapping, terminal)
    else {
      const { label, starts, ends, source, same } = options
      if (!label || !starts || !ends || !source) throw new Refused(`Usage: ${usage}`)
      const read = readTable(readText(path!))
      if ('faults' in read) refuseFaults(path!, read.faults, terminal)
      request = { kind: 'table', label, starts, ends, source, values: read.values, sameAs: same === undefined ? [] : same.split(',') }
    }
    const { id } = await sendJson<Imported>('POST', '/api/imports', request)
    terminal.say(`Imported as ${id}.`)
  },
}
