// Deps on Node: embedded files under the data folder, migrated before anything reads them; the server secret beside the folder.
// Separate from node.ts because the server, the command line and the example all begin with exactly this.
import { dirname, join } from 'node:path'
import { forgottenFile } from './db/forgotten.ts'
import { nodeDatabases, openFile } from './db/node.ts'
import type { Deps, Settings } from './deps.ts'
import { bucketing, nodeAddress } from './http/caller-bucket.ts'
import { newGate } from './http/gate.ts'
import { builtPages } from './pages-node.ts'
import { serverSecret } from './server-secret.ts'
import { nodeSigner, nodeVerifier } from './signer-node.ts'

/** The list of what was destroyed: beside the secret, for the same reason. A backup of the data folder that held it would bring back what was destroyed. */
export function forgottenPath({ secretFile }: Pick<Settings, 'secretFile'>): string {
  return join(dirname(secretFile), '.nulmeting-forgotten')
}

/** Opens everything; `close` closes every database. */
export async function nodeDeps(settings: Settings): Promise<{ deps: Deps; newSecret: boolean; close: () => Promise<void> }> {
  const { secret, isNew } = serverSecret(settings.secretFile)
  const office = await openFile(join(settings.data, 'office.db'), 'wal', 'office')
  const databases = nodeDatabases(settings.data, forgottenFile(forgottenPath(settings)))
  await databases.migrateAll()
  const bucketOf = bucketing(Date.now)
  const deps: Deps = {
    office, databases, secret, ...builtPages(),
    signer: nodeSigner(),
    verifier: nodeVerifier(),
    staffOrigin: settings.staffOrigin,
    restorePointDays: settings.restorePointDays,
    runtime: 'node',
    clock: () => new Date(),
    gate: newGate(Date.now),
    bucket: (_, env) => bucketOf(nodeAddress(env)),
    log: (line) => console.error(line),
  }
  return { deps, newSecret: isNew, close: async () => void (await Promise.all([databases.close(), office.close()])) }
}
