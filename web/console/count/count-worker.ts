// The thread that counts: reads the key sheet, fetches the sealed rows, hands batches to the pool, freezes, uploads, reads back, destroys.
// The page only shows progress, so that it never stands still; cancelling ends this thread and the pool, and a new run gives the same.
import type { CountWaveOptions } from '../../../src/counting/count-wave.ts'
import { countWave } from '../../../src/counting/count-wave.ts'
import { countingApi } from '../../../src/counting/counting-api.ts'
import { certificateText } from '../../../src/counting/certificate-text.ts'
import type { RowReading } from '../../../src/counting/open-row.ts'
import { readKeySheet } from '../../../src/crypto/key-sheet.ts'
import { send } from '../request.ts'
import type { Remote, Wire } from '../work/remote.ts'
import { remote, serve } from '../work/remote.ts'
import type { CountAsked, CountSaid } from './counting.ts'

const pool: Remote[] = []

serve(self as unknown as Wire, {
  connect: (port: MessagePort) => { pool.push(remote(port)) },

  count: async ({ wave, recipient, sheet, letter, archive, how }: CountAsked, onProgress): Promise<CountSaid> => {
    const reading = await readKeySheet(sheet, recipient)
    if ('mistake' in reading) return { mistake: reading }
    let turn = 0
    const options: CountWaveOptions = {
      parallel: pool.length,
      onPhase: (phase, done, total) => onProgress({ phase, done, total }),
      // Lanes are as many as workers; taking turns keeps each one busy.
      openBatch: (rows, keys) => pool[turn++ % pool.length]!.ask<RowReading[]>('open', { rows, keys }),
      ...(letter.trim() === '' ? {} : { letter }),
      ...(archive.trim() === '' ? {} : { archive }),
      ...(how === 'check' ? { checkOnly: true } : how === 'keep' ? { keepIntake: true } : {}),
    }
    const api = countingApi((method, path, body) => send(method, path, body), wave)
    const { frozen } = await api.wave()
    const counted = await countWave(api, reading.identity, options)
    return { counted, earlier: frozen?.digest ?? null, text: counted.certificate && certificateText(counted.certificate, 'nl') }
  },
})
