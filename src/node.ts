// The Node entry: environment -> deps -> app, listening. Migrates at start, completes what a crash left open, ticks once an hour.
// `--empty` starts without the example municipality.
import { createApp } from './app.ts'
import { nodeDeps } from './deps-node.ts'
import { readSettings } from './deps.ts'
import { PortTaken, serveNode } from './serve-node.ts'

async function main(): Promise<void> {
  // Databases are for the account that runs the server, nobody else.
  process.umask(0o077)
  const settings = readSettings(process.env)
  const { deps, newSecret, close } = await nodeDeps(settings)
  const app = createApp(deps)
  const serving = await serveNode(app.fetch, settings.port)
  if (newSecret) console.log(`Made a new server secret in ${settings.secretFile}. Keep it out of backups of the data folder.`)
  console.log(`Residents  http://127.0.0.1:${serving.port}`)
  console.log(`Staff      ${settings.staffOrigin}`)
  let ending = false
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      if (ending) return
      ending = true
      void serving.close().then(() => (close(), process.exit(0)))
    })
  }
}

main().catch((fault: unknown) => {
  // What is known gets its sentence; of anything else only the code, because messages may hold parameters.
  const known = fault instanceof PortTaken || (fault instanceof Error && /^(Setting|The server secret) /.test(fault.message))
  console.error(known ? (fault as Error).message : `The server could not start (${(fault as { code?: string }).code ?? (fault as Error).name}).`)
  process.exit(1)
})
