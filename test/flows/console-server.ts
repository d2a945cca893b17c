// The built console with the example town on either runtime: what the console's flows walk through.
// Separate because building and planting take most of the time and every flow wants the same start.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { makeExample } from '../../src/example/make-example.ts'
import { TOWN } from '../../src/example/town.ts'
import { builtPages } from '../../src/pages-node.ts'
import { inviteStaff } from '../../src/staff/invite-staff.ts'
import { buildPages } from '../web/console/build-pages.ts'
import { startStand } from './stand.ts'
import type { Runtime, Stand } from './stand.ts'

export interface ConsoleServer extends Stand {
  /** The example's key sheet as printed. */
  sheet: { wave: string[]; archive: string[] }
  signInLink: () => Promise<string>
}

/** On Node the console is built afresh; the edge serves what `npm test` built, as it would anywhere. */
export async function startConsole(runtime: Runtime): Promise<ConsoleServer> {
  const folder = mkdtempSync(join(tmpdir(), 'nulmeting-console-'))
  if (runtime === 'Node') await buildPages('web/console', 'index.html', join(folder, 'web', 'console'))
  const stand = await startStand(runtime, builtPages(pathToFileURL(`${folder}/web/`)))
  const path = join(folder, 'sheet.txt')
  await makeExample(stand.deps, { residentOrigin: stand.origin, sheet: path, say: () => undefined })
  return {
    ...stand, sheet: wordsOf(readFileSync(path, 'utf8')),
    signInLink: () => inviteStaff(stand.deps, { municipality: TOWN.id, name: 'Voorbeeld', roles: ['coordinator', 'analyst', 'reader'] }),
    close: async () => {
      await stand.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** The two lists of 24 words, as they stand on the sheet: four lines of six. */
function wordsOf(text: string): ConsoleServer['sheet'] {
  const lines = text.split('\n').map((line) => line.trim()).filter((line) => /^(?:[a-z]+ ){5}[a-z]+$/.test(line))
  const words = lines.flatMap((line) => line.split(' '))
  if (words.length !== 48) throw new Error(`the sheet has ${words.length} words, expected 48`)
  return { wave: words.slice(0, 24), archive: words.slice(24) }
}
