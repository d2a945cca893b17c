// The real edge for a test: libSQL servers, database host, workerd; ended and removed whole afterwards.
// `deps` reaches the same databases from Node, for verbs that prepare a test and for looking afterwards.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '../../src/db/sqld.ts'
import type { Deps } from '../../src/deps.ts'
import { startEdge } from '../../src/edge-stack.ts'

export interface TestEdge {
  origin: string
  staffOrigin: string
  deps: Deps
  folder: string
  close: () => Promise<void>
}

/** `staffOrigin`: where staff pages answer, when something stands in front of the Worker. */
export async function startTestEdge(options: { staffOrigin?: string } = {}): Promise<TestEdge> {
  const folder = mkdtempSync(join(tmpdir(), 'nulmeting-edge-'))
  const secret = crypto.getRandomValues(new Uint8Array(32))
  const stack = await startEdge({ folder, secret, port: await freePort(), ...options })
  return {
    origin: stack.origin, staffOrigin: stack.staffOrigin, deps: stack.deps, folder,
    async close() {
      await stack.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
