// Deps over HTTP from a process that is no Worker: operator verbs on the edge's databases, the edge on one machine, and its tests.
// Separate from worker.ts, which has no Node, and from deps-node.ts, which has no HTTP.
import { openRemote, remoteDatabases } from './db/worker.ts'
import type { Deps, EdgeSettings } from './deps.ts'
import { nodeSigner, nodeVerifier } from './signer-node.ts'

/** The same databases a Worker with these settings uses; it serves no pages. */
export function remoteDeps({ office, databaseHost, databaseHostSecret, secret, staffOrigin, restorePointDays }: EdgeSettings): Deps {
  return {
    office: openRemote(office), databases: remoteDatabases(databaseHost, databaseHostSecret), signer: nodeSigner(), verifier: nodeVerifier(),
    secret, staffOrigin, restorePointDays, runtime: 'edge',
    clock: () => new Date(), page: async () => null, log: (line) => console.error(line),
  }
}
