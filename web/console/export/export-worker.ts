// The exporting thread: reads the archive sheet, tells the server that the export is taken, opens the counted meting and writes every file.
// Separate because opening and writing take seconds, and because the key and the plain data stay in this thread until they are one file.
import { publishingApi } from '../../../src/analysis/publish.ts'
import { readKeySheet } from '../../../src/crypto/key-sheet.ts'
import { exportWave } from '../../../src/research/export-wave.ts'
import { zipFile } from '../../../src/research/zip.ts'
import type { EditionDetail } from '../../../src/results/wire.ts'
import { send, sendJson } from '../request.ts'
import type { Wire } from '../work/remote.ts'
import { serve } from '../work/remote.ts'
import type { ExportAsk, ExportSaid } from './exporting.ts'

const api = publishingApi((method, path, body) => send(method, path, body))

serve(self as unknown as Wire, {
  make: async ({ id, wave, withArea, edition, sheet, archiveRecipient }: ExportAsk): Promise<ExportSaid> => {
    const reading = await readKeySheet(sheet, archiveRecipient)
    if ('mistake' in reading) return { mistake: reading }
    const published = edition ? await sendJson<EditionDetail>('GET', `/api/editions/${encodeURIComponent(edition)}`) : undefined
    const files = await exportWave(api, reading.identity, { wave, withArea, made: new Date(), ...(published ? { edition: published } : {}) })
    // Only now: a mistyped sheet must not use the export up.
    await send('POST', `/api/exports/${encodeURIComponent(id)}/take`, {})
    return { zip: zipFile(files) }
  },
})
