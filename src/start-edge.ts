// `npm run start:edge`: the same product on the edge runtime, all of it on this machine: libSQL servers, database host, workerd.
// For trying and testing; it keeps its databases under `data/edge` and shares the server secret with `npm start`.
import { readSettings } from './deps.ts'
import { startEdge } from './edge-stack.ts'
import { serverSecret } from './server-secret.ts'

async function main(): Promise<void> {
  process.umask(0o077)
  const settings = readSettings(process.env)
  const { secret } = serverSecret(settings.secretFile)
  const stack = await startEdge({ folder: settings.data, secret, port: settings.port, staffOrigin: settings.staffOrigin })
  console.log(`Residents      ${stack.origin}`)
  console.log(`Staff          ${stack.staffOrigin}`)
  console.log(`Database host  ${stack.host.url}`)
  let ending = false
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      if (ending) return
      ending = true
      void stack.close().then(() => process.exit(0))
    })
  }
}

main().catch((fault: Error) => {
  console.error(`The edge could not start: ${fault.message}`)
  process.exit(1)
})
