// Signing a certificate as the page sees it: the typed sheet in, a signature or a mistake out. Separate because the key lives in the thread only.
import type { CertificateStatement } from '../../../src/counting/certificate-statement.ts'
import type { Mistake } from '../count/counting.ts'
import type { Wire } from '../work/remote.ts'
import { remote } from '../work/remote.ts'
import { startWorker } from '../work/trusted-workers.ts'

export interface SignAsked { statement: CertificateStatement; sheet: string; archiveRecipient: string; editionPublicKey: string }
export type SignSaid = { mistake: Mistake | 'edition-key' } | { signature: string }

/** Starts a thread, signs, ends it. */
export async function sign(asked: SignAsked): Promise<SignSaid> {
  const worker = startWorker('sign')
  const failed = new Promise<never>((_, reject) => worker.addEventListener('error', () => reject(new Error('a worker could not start'))))
  return Promise.race([remote(worker as unknown as Wire).ask<SignSaid>('sign', asked), failed]).finally(() => worker.terminate())
}
