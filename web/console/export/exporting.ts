// Making the files of an export as the page sees it: one question to a thread of its own. Separate from the screen because the thread lives here.
import type { Mistake } from '../count/counting.ts'
import { remote } from '../work/remote.ts'
import type { Wire } from '../work/remote.ts'
import { startWorker } from '../work/trusted-workers.ts'

export interface ExportAsk { id: string; wave: string; withArea: boolean; edition: string | null; sheet: string; archiveRecipient: string }
export type ExportSaid = { mistake: Mistake } | { zip: Uint8Array<ArrayBuffer> }

/** Starts the thread; `stop` ends it, and with it the plain data. */
export function startExport(asked: ExportAsk): { outcome: Promise<ExportSaid>; stop: () => void } {
  const worker = startWorker('export')
  const failed = new Promise<never>((_, reject) => worker.addEventListener('error', () => reject(new Error('a worker could not start'))))
  failed.catch(() => undefined)
  const outcome = Promise.race([remote(worker as unknown as Wire).ask<ExportSaid>('make', asked), failed])
  outcome.finally(() => worker.terminate()).catch(() => undefined)
  return { outcome, stop: () => worker.terminate() }
}

/** Hands a file to the browser's downloads. */
export function download(name: string, bytes: Uint8Array<ArrayBuffer>, type: string): void {
  const address = URL.createObjectURL(new Blob([bytes], { type }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
