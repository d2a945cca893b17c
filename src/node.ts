// The Node entry: environment -> deps -> app, listening. Migrates at start, completes what a crash left open, ticks every few minutes.
// `--empty [HOST...]` starts without the example municipality, and prints a link for the first coordinator.
import { addLocalHost } from './areas/add-local-host.ts'
import { createApp } from './app.ts'
import { nodeDeps } from './deps-node.ts'
import { readSettings } from './deps.ts'
import { emptyHosts, firstLinkLines, firstStart } from './first-start.ts'
import { codeOf } from './http/on-error.ts'
import { keepTicking } from './keep-ticking.ts'
import { PortTaken, serveNode } from './serve-node.ts'

async function main(): Promise<void> {
  // Databases are for the account that runs the server, nobody else.
  process.umask(0o077)
  const settings = readSettings(process.env)
  let answer = (_: Request, __?: object): Response | Promise<Response> => new Response('Starting\n', { status: 503, headers: { 'retry-after': '5' } })
  // The port first: whoever cannot have it should not wait for an example.
  const serving = await serveNode((request, env) => answer(request, env), settings.port)
  const hosts = emptyHosts(process.argv, serving.port)
  const example = process.argv.includes('--empty') ? [] : await firstStart(settings, serving.port, (line) => console.log(line))
  const { deps, newSecret, close } = await nodeDeps(settings)
  await addLocalHost(deps, serving.port)
  const first = [...example, ...(await firstLinkLines(deps, hosts))]
  answer = createApp(deps).fetch
  const stopTicking = keepTicking(deps)
  if (newSecret) console.log(`Made a new server secret in ${settings.secretFile}. Keep it out of backups of the data folder.`)
  for (const line of [`Residents              http://127.0.0.1:${serving.port}`, `Staff                  ${settings.staffOrigin}`, ...first]) console.log(line)

  let ending = false
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      if (ending) return
      ending = true
      stopTicking()
      void serving.close().then(close).then(() => process.exit(0))
    })
  }
}

main().catch((fault: unknown) => {
  // What is known gets its sentence; of anything else only the code, because messages may hold parameters.
  const known = fault instanceof PortTaken || (fault instanceof Error && /^(Setting|The server secret) /.test(fault.message))
  console.error(known ? (fault as Error).message : `The server could not start (${codeOf(fault)}).`)
  process.exit(1)
})
