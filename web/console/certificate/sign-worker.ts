// The signing thread: reads the archive sheet, signs one certificate, ends. The key never reaches the page.
import { editionKeyOf } from '../../../src/analysis/edition-key.ts'
import { signStatement } from '../../../src/crypto/certificate-seal.ts'
import { readKeySheet } from '../../../src/crypto/key-sheet.ts'
import type { Wire } from '../work/remote.ts'
import { serve } from '../work/remote.ts'
import type { SignAsked, SignSaid } from './signing.ts'

serve(self as unknown as Wire, {
  sign: async ({ statement, sheet, archiveRecipient, editionPublicKey }: SignAsked): Promise<SignSaid> => {
    const reading = await readKeySheet(sheet, archiveRecipient)
    if ('mistake' in reading) return { mistake: reading }
    const { privateKey, publicKey } = await editionKeyOf(reading.identity)
    // A municipality with an edition key of its own signs at the command line, where that key lies.
    return publicKey === editionPublicKey ? { signature: await signStatement(statement, privateKey) } : { mistake: 'edition-key' }
  },
})
