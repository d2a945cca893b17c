// A reporter looks whether there is an answer. Nothing is written, and the answer is one block, whatever the words are.
import { POLL_REQUEST_BYTES } from '../crypto/report-requests.ts'
import type { Deps } from '../deps.ts'
import { blockFor, findThread } from './find-thread.ts'
import { taken } from './receive-report.ts'

/** Throws invalid-body, reports-closed. */
export async function pollThread(deps: Pick<Deps, 'office' | 'databases' | 'clock'>, municipality: string, body: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
  const [locator, authentication, page] = taken(body, 32, 32, POLL_REQUEST_BYTES - 65)
  return blockFor(await findThread(deps, municipality, locator!, authentication!), page![0])
}
