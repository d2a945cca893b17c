// Where an operator verb works: the data folder of a Node server, or, with the Worker's own bindings in the environment (OFFICE_URL and what
// goes with it), the databases of the edge. Separate because backup and restore need both ways to copy, and no other process does.
import { dirname, join, resolve } from 'node:path'
import { tmpdir } from 'node:os'
import { fileCopies, remoteCopies } from './db/copies.ts'
import type { Copies } from './db/copies.ts'
import { forgottenFile } from './db/forgotten.ts'
import { hostedAddress } from './db/worker.ts'
import { forgottenPath, nodeDeps } from './deps-node.ts'
import { remoteDeps } from './deps-remote.ts'
import { readBindings, readSettings } from './deps.ts'
import type { Deps } from './deps.ts'

export interface OperatorPlace {
  open: () => Promise<{ deps: Deps; close: () => void | Promise<void> }>
  copies: Copies
  /** What was destroyed here, without opening anything. */
  forgotten: () => Promise<readonly { kind: string; name: string }[]>
  /** Where plain copies may lie for a moment: with the databases they are of. */
  working: string
}

/** Throws Error with a sentence when the environment is at fault. */
export function operatorPlace(): OperatorPlace {
  if (process.env.OFFICE_URL !== undefined) {
    const settings = readBindings(process.env)
    const deps = remoteDeps(settings)
    return {
      open: async () => ({ deps, close: () => deps.office.close() }),
      copies: remoteCopies(settings.office, deps.databases, (kind, name) => hostedAddress(settings.databaseHost, settings.databaseHostSecret, kind, name)),
      forgotten: () => deps.databases.forgotten(),
      working: tmpdir(),
    }
  }
  const settings = readSettings(process.env)
  return {
    open: () => nodeDeps(settings),
    copies: fileCopies(settings.data),
    forgotten: async () => forgottenFile(forgottenPath(settings)).all(),
    working: dirname(resolve(settings.data)),
  }
}

/** Runs with everything open and closes it again. */
export async function withDeps(use: (deps: Deps) => Promise<void>): Promise<void> {
  const { deps, close } = await operatorPlace().open()
  try {
    await use(deps)
  } finally {
    await close()
  }
}
