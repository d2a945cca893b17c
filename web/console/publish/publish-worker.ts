// The publishing thread: reads the archive sheet, prepares an edition, keeps it until it is published or the page is left. The exact
// figures never reach the page; only what went through suppression does.
import type { Edition } from '../../../src/analysis/edition.ts'
import { readKeySheet } from '../../../src/crypto/key-sheet.ts'
import { send } from '../request.ts'
import type { Wire } from '../work/remote.ts'
import { serve } from '../work/remote.ts'
import { prepareEdition, publishEdition } from './prepare-edition.ts'
import type { BuildAsked, BuildSaid, PublishAsked, PublishSaid } from './publishing.ts'

let prepared: { edition: Edition; archiveRecipient: string } | null = null

serve(self as unknown as Wire, {
  build: async ({ wanted, sheet, archiveRecipient }: BuildAsked, onProgress): Promise<BuildSaid> => {
    const reading = await readKeySheet(sheet, archiveRecipient)
    if ('mistake' in reading) return { mistake: reading }
    const edition = await prepareEdition((method, path, body) => send(method, path, body), wanted, reading.identity, (done, total, what) => onProgress({ done, total, what }))
    prepared = { edition, archiveRecipient }
    const { head, rows, comparisons, did } = edition
    return { preview: { head, rows, comparisons, did } }
  },

  publish: async ({ editionKey }: PublishAsked): Promise<PublishSaid> => {
    if (!prepared) throw new Error('nothing is prepared')
    const key = editionKey.replace(/\s/g, '')
    if (!/^[\w-]{60,80}$/.test(key)) return { mistake: 'edition-key' }
    try {
      return { published: await publishEdition((method, path, body) => send(method, path, body), prepared.edition, { archiveRecipient: prepared.archiveRecipient, editionKey: key }) }
    } catch (error) {
      // WebCrypto's refusal of something that is not an Ed25519 key.
      if (error instanceof DOMException) return { mistake: 'edition-key' }
      throw error
    }
  },
})
