// The Worker entry: bindings -> deps -> app, one set of clients for each request. No node: import.
// Separate from node.ts because nothing survives a request here: no file, no timer, no shared connection; truth stays in libSQL.
import journal from '../migrations/office/meta/_journal.json'
import { createApp } from './app.ts'
import { appliedMigrations, openRemote, remoteDatabases } from './db/worker.ts'
import type { Deps } from './deps.ts'
import { readBindings } from './deps.ts'
import { logLine } from './http/log-line.ts'
import { bucketing, workerAddress } from './http/caller-bucket.ts'
import { newGate } from './http/gate.ts'
import { codeOf } from './http/on-error.ts'
import { headers } from './http/privacy.ts'
import { problem, problemBody } from './problem.ts'
import { workerSigner, workerVerifier } from './signer-worker.ts'
import { tick } from './waves/tick.ts'

interface Bindings {
  ASSETS: { fetch: (request: Request) => Promise<Response> }
  [name: string]: unknown
}

const signer = workerSigner()
const verifier = workerVerifier()
/** Per isolate: a limit on load, never an authorisation. */
const gate = newGate(Date.now)
const bucketOf = bucketing(Date.now)
/** Whether this isolate has seen a database that is new enough. */
let migrated = false

function depsOf(bindings: Bindings): Deps {
  const settings = readBindings(bindings)
  const built = async (name: string) => {
    const answer = await bindings.ASSETS.fetch(new Request(`http://assets.invalid/${name}`))
    return answer.ok ? answer : null
  }
  return {
    office: openRemote(settings.office),
    databases: remoteDatabases(settings.databaseHost, settings.databaseHostSecret),
    signer,
    verifier,
    secret: settings.secret,
    staffOrigin: settings.staffOrigin,
    restorePointDays: settings.restorePointDays,
    runtime: 'edge',
    clock: () => new Date(),
    page: async (name) => (await (await built(name))?.text()) ?? null,
    asset: async (name) => (await built(name))?.body ?? null,
    gate,
    bucket: (request) => bucketOf(workerAddress(request)),
    log: (line) => console.error(line),
  }
}

async function schemaIsOlder({ office }: Deps): Promise<boolean> {
  migrated ||= (await appliedMigrations(office)) >= journal.entries.length
  return !migrated
}

function notReady(): Response {
  const refusal = problem('schema-older-than-code')
  return Response.json(problemBody(refusal), { status: refusal.status, headers: { ...headers, 'cache-control': 'no-store', 'content-type': 'application/problem+json' } })
}

export default {
  async fetch(request: Request, bindings: Bindings): Promise<Response> {
    try {
      const deps = depsOf(bindings)
      return (await schemaIsOlder(deps)) ? notReady() : await createApp(deps).fetch(request)
    } catch (fault) {
      // Only what comes before the app: bindings at fault, named and never shown. Nobody is told but the operator.
      console.error(fault instanceof Error && fault.message.startsWith('Bindings at fault') ? fault.message : logLine({ code: codeOf(fault), route: 'start', status: 503 }))
      return notReady()
    }
  },

  /** The trigger of wrangler.toml: the same idempotent verb as the timer on Node. */
  async scheduled({ scheduledTime }: { scheduledTime: number }, bindings: Bindings): Promise<void> {
    const deps = depsOf(bindings)
    if (!(await schemaIsOlder(deps))) await tick(deps, new Date(scheduledTime)).catch((fault: unknown) => deps.log?.(logLine({ code: codeOf(fault), route: 'tick' })))
  },
}
