// `npm run start:edge`: the same product on the edge runtime, all of it on this machine: libSQL servers, database host, workerd.
// For trying and testing; it keeps its databases under `data/edge` and shares the server secret with `npm start`.
import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { destroySqld } from './db/sqld.ts'
import { readSettings } from './deps.ts'
import { startEdge } from './edge-stack.ts'
import type { EdgeStack } from './edge-stack.ts'
import { emptyHosts, exampleLines, firstLinkLines } from './first-start.ts'
import { keepTicking } from './keep-ticking.ts'
import { PortTaken, serveNode } from './serve-node.ts'
import { serverSecret } from './server-secret.ts'

let ending = false

async function main(): Promise<void> {
  process.umask(0o077)
  const settings = readSettings(process.env)
  // Asked before anything starts: behind a taken port somebody else would answer, and everything would seem to be well.
  await (await serveNode(() => new Response(null, { status: 503 }), settings.port)).close()
  await startAfresh(settings.data)
  const ends: (() => unknown)[] = []
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    // From the first moment on: servers and workerd are processes of their own and would outlive this one.
    process.on(signal, () => {
      if (ending) return
      ending = true
      void starting.then(async () => { for (const end of ends) await end() }, () => undefined).then(() => process.exit(0))
    })
  }
  const { secret } = serverSecret(settings.secretFile)
  const starting = startEdge({ folder: settings.data, secret, port: settings.port, staffOrigin: settings.staffOrigin })
  const stack = await starting
  ends.push(stack.close)
  if (ending) return
  const hosts = emptyHosts(process.argv, settings.port)
  const made = process.argv.includes('--empty') ? [] : await example(stack, settings.data)
  const first = [...made, ...(await firstLinkLines(stack.deps, hosts))]
  ends.unshift(keepTicking(stack.deps))
  for (const line of [`Residents              ${stack.origin}`, `Staff                  ${stack.staffOrigin}`, ...first]) console.log(line)
}

const marker = (data: string) => join(data, 'edge', 'making-example')

/** A start that was interrupted halfway leaves no half example, and no server of it. */
async function startAfresh(data: string): Promise<void> {
  if (!existsSync(marker(data))) return
  const folder = dirname(marker(data))
  const servers = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(({ name }) => name === 'pid')
  for (const { parentPath } of servers) await destroySqld(parentPath, undefined)
  rmSync(folder, { recursive: true, force: true })
}

/** The example, through the same verbs, over HTTP into the libSQL servers. */
async function example({ deps, origin }: EdgeStack, data: string): Promise<string[]> {
  const { hasExample, makeExample } = await import('./example/make-example.ts')
  if (await hasExample(deps)) return []
  const sheet = join(dirname(resolve(data)), 'voorbeeld-sleutelblad-edge.txt')
  writeFileSync(marker(data), '')
  const made = await makeExample(deps, { residentOrigin: origin, sheet, say: (line) => console.log(line) })
  rmSync(marker(data))
  return exampleLines(made)
}

main().catch((fault: Error) => {
  // Whoever asked for the end waits until every server is gone; what it broke off is no news.
  if (ending) return
  console.error(fault instanceof PortTaken ? fault.message.replace('npm start', 'npm run start:edge') : `The edge could not start: ${fault.message}`)
  process.exit(1)
})
