// `npm run start:edge`: the same product on the edge runtime, all of it on this machine: libSQL servers, database host, workerd.
// For trying and testing; it keeps its databases under `data/edge` and shares the server secret with `npm start`.
import { dirname, join, resolve } from 'node:path'
import { readSettings } from './deps.ts'
import { startEdge } from './edge-stack.ts'
import type { EdgeStack } from './edge-stack.ts'
import { exampleLines } from './first-start.ts'
import { keepTicking } from './keep-ticking.ts'
import { serverSecret } from './server-secret.ts'

async function main(): Promise<void> {
  process.umask(0o077)
  const settings = readSettings(process.env)
  const { secret } = serverSecret(settings.secretFile)
  const stack = await startEdge({ folder: settings.data, secret, port: settings.port, staffOrigin: settings.staffOrigin })
  const first = process.argv.includes('--empty') ? [] : await example(stack, settings.data)
  const stopTicking = keepTicking(stack.deps)
  for (const line of [`Residents              ${stack.origin}`, `Staff                  ${stack.staffOrigin}`, ...first]) console.log(line)
  let ending = false
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      if (ending) return
      ending = true
      stopTicking()
      void stack.close().then(() => process.exit(0))
    })
  }
}

/** The example, through the same verbs, over HTTP into the libSQL servers. */
async function example({ deps, origin }: EdgeStack, data: string): Promise<string[]> {
  const { hasExample, makeExample } = await import('./example/make-example.ts')
  if (await hasExample(deps)) return []
  const sheet = join(dirname(resolve(data)), 'voorbeeld-sleutelblad-edge.txt')
  return exampleLines(await makeExample(deps, { residentOrigin: origin, sheet, say: (line) => console.log(line) }))
}

main().catch((fault: Error) => {
  console.error(`The edge could not start: ${fault.message}`)
  process.exit(1)
})
