// The real app with the built console and the example town on a port of its own: what the console's flows walk through.
// Separate because building and planting take most of the time and every flow wants the same start.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { getRequestListener } from '@hono/node-server'
import { makeExample } from '../../src/example/make-example.ts'
import { TOWN } from '../../src/example/town.ts'
import { builtPages } from '../../src/pages-node.ts'
import { inviteStaff } from '../../src/staff/invite-staff.ts'
import { startServer } from '../support/server.ts'
import type { TestServer } from '../support/server.ts'
import { buildPages } from '../web/console/build-pages.ts'

export interface ConsoleServer {
  staffOrigin: string
  residentOrigin: string
  server: TestServer
  /** The example's key sheet as printed. */
  sheet: { wave: string[]; archive: string[] }
  signInLink: () => Promise<string>
  close: () => Promise<void>
}

export async function startConsole(): Promise<ConsoleServer> {
  const folder = mkdtempSync(join(tmpdir(), 'nulmeting-console-'))
  await buildPages('web/console', 'index.html', join(folder, 'web', 'console'))
  let answer: ReturnType<typeof getRequestListener> | undefined
  const listener = createServer((request, response) => void answer?.(request, response))
  await new Promise<void>((resolve) => listener.listen(0, resolve))
  const { port } = listener.address() as AddressInfo
  const staffOrigin = `http://localhost:${port}`
  const residentOrigin = `http://127.0.0.1:${port}`
  const server = await startServer({ municipalities: false, deps: { staffOrigin, ...builtPages(pathToFileURL(`${folder}/web/`)) } })
  answer = getRequestListener(server.app.fetch)
  const path = join(folder, 'sheet.txt')
  await makeExample(server.deps, { residentOrigin, sheet: path, say: () => undefined })
  return {
    staffOrigin, residentOrigin, server, sheet: wordsOf(readFileSync(path, 'utf8')),
    signInLink: () => inviteStaff(server.deps, { municipality: TOWN.id, name: 'Voorbeeld', roles: ['coordinator', 'analyst', 'reader'] }),
    close: async () => {
      listener.closeAllConnections()
      await new Promise((resolve) => listener.close(resolve))
      await server.close()
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
