// Publishing as the page sees it: prepare (with progress), look, publish. Separate from the screen because the thread lives here: it
// keeps the exact figures between the two steps and ends with the screen.
import type { Audience, Level } from '../../../src/analysis/edition.ts'
import type { Mistake } from '../count/counting.ts'
import type { EditionPublished } from '../../../src/results/wire.ts'
import type { EditionParts } from '../../results/edition-parts.ts'
import type { Wire } from '../work/remote.ts'
import { remote } from '../work/remote.ts'
import { startWorker } from '../work/trusted-workers.ts'

/** What somebody wants published. `baseline`: a counted or imported meting, an imported table, or nothing to compare with. */
export interface Wanted { wave: string; baseline: string | null; audience: Audience; date: string; finest?: Readonly<Record<string, Level>> }

export interface BuildAsked { wanted: Wanted; sheet: string; archiveRecipient: string; editionPublicKey: string }
export type BuildSaid = { mistake: Mistake } | { preview: EditionParts; asksEditionKey: boolean }
/** Without a key, the one that follows from the archive key signs. */
export interface PublishAsked { editionKey?: string }
export type PublishSaid = { mistake: 'edition-key' } | { published: EditionPublished }
export interface BuildProgress { done: number; total: number; what: string }

export interface Publishing {
  build: (asked: BuildAsked, onProgress: (progress: BuildProgress) => void) => Promise<BuildSaid>
  publish: (asked: PublishAsked) => Promise<PublishSaid>
  /** Ends the thread; what was prepared is gone. */
  stop: () => void
}

/** Starts the publishing thread. */
export function startPublishing(): Publishing {
  const worker = startWorker('publish')
  const asker = remote(worker as unknown as Wire)
  const failed = new Promise<never>((_, reject) => worker.addEventListener('error', () => reject(new Error('a worker could not start'))))
  failed.catch(() => undefined)
  return {
    build: (asked, onProgress) => Promise.race([asker.ask<BuildSaid>('build', asked, onProgress as (progress: never) => void), failed]),
    publish: (asked) => Promise.race([asker.ask<PublishSaid>('publish', asked), failed]),
    stop: () => worker.terminate(),
  }
}
