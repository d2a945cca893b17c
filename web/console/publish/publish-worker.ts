// The publishing thread: reads the archive sheet, drafts an edition, keeps it with the keys until it is published or the page is left.
// The exact figures never reach the page; only what went through suppression does.
import type { Edition } from '../../../src/analysis/edition.ts'
import { editionKeyOf } from '../../../src/analysis/edition-key.ts'
import { draftEdition, publishingApi, sendEdition } from '../../../src/analysis/publish.ts'
import { readKeySheet } from '../../../src/crypto/key-sheet.ts'
import { send } from '../request.ts'
import type { Wire } from '../work/remote.ts'
import { serve } from '../work/remote.ts'
import type { BuildAsked, BuildSaid, PublishAsked, PublishSaid } from './publishing.ts'

const api = publishingApi((method, path, body) => send(method, path, body))
let drafted: { edition: Edition; archive: string } | null = null

serve(self as unknown as Wire, {
  build: async ({ wanted, sheet, archiveRecipient, editionPublicKey }: BuildAsked, onProgress): Promise<BuildSaid> => {
    const reading = await readKeySheet(sheet, archiveRecipient)
    if ('mistake' in reading) return { mistake: reading }
    onProgress({ done: 0, total: 0, what: 'open' })
    const edition = await draftEdition(api, { archive: reading.identity }, { ...wanted, onProgress: (done, total, what) => onProgress({ done, total, what }) })
    drafted = { edition, archive: reading.identity }
    const { head, rows, comparisons, did } = edition
    const derived = await editionKeyOf(reading.identity)
    return { preview: { head, rows, comparisons, did }, asksEditionKey: derived.publicKey !== editionPublicKey }
  },

  publish: async ({ editionKey }: PublishAsked): Promise<PublishSaid> => {
    if (!drafted) throw new Error('nothing is drafted')
    const key = editionKey?.replace(/\s/g, '')
    if (key !== undefined && !/^[\w-]{60,80}$/.test(key)) return { mistake: 'edition-key' }
    try {
      return { published: await sendEdition(api, { archive: drafted.archive, ...(key === undefined ? {} : { edition: key }) }, drafted.edition) }
    } catch (error) {
      // WebCrypto's refusal of something that is not an Ed25519 key.
      if (error instanceof DOMException) return { mistake: 'edition-key' }
      throw error
    }
  },
})
