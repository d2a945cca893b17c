// Exports at the command line, over HTTP with a staff session: the same acts as in the console, and the technical account as a file.
// The archive key is read from its sheet for as long as the command runs; the plain data are written where they are asked for, nowhere else.
import { writeFileSync } from 'node:fs'
import { chromiumForPdf, printedPdf } from '../cli-chromium.ts'
import { needed, readWords, Refused } from '../cli-command.ts'
import type { Command } from '../cli-command.ts'
import { identityFrom } from '../cli-key-sheet.ts'
import { send, sendJson } from '../cli-session.ts'
import { publishingApi } from '../analysis/publish.ts'
import { exportWave } from '../research/export-wave.ts'
import { zipFile } from '../research/zip.ts'
import type { EditionDetail, MunicipalityKeys } from '../results/wire.ts'
import type { ExportAsked, ExportRow } from './wire.ts'

const text = { type: 'string' } as const
const askUsage = 'ask-export MEASUREMENT --reason TEXT [--with-area]'
const exportUsage = 'export EXPORT --archive-sheet FILE --out FILE.zip [--edition EDITION]'
const accountUsage = 'account EDITION --out FILE.html [--language nl|en] [--pdf]'

export const exportCommands: readonly Command[] = [
  {
    name: 'ask-export', who: 'staff', usage: askUsage, does: 'asks for an export of microdata; with areas a colleague agrees first',
    async run(given, { say }) {
      const { words: [wave], options, flags } = readWords(given, askUsage, 1, { reason: text, 'with-area': { type: 'boolean' } })
      const asked = await sendJson<ExportAsked>('POST', `/api/waves/${wave}/exports`, { withArea: flags['with-area'] ?? false, reason: needed(options.reason, 'reason', askUsage) })
      say(asked.export)
    },
  },
  {
    name: 'exports', who: 'staff', usage: 'exports', does: 'lists exports: asked, agreed, taken',
    async run(given, { say }) {
      readWords(given, 'exports', 0)
      for (const { id, waveName, withArea, askedBy, askedOn, agreedBy, state, reason } of await sendJson<ExportRow[]>('GET', '/api/exports')) {
        say(`${id}  ${state}  ${waveName}${withArea ? ', with area' : ''}, ${askedBy}, ${askedOn}${agreedBy ? `, agreed by ${agreedBy}` : ''}: ${reason}`)
      }
    },
  },
  {
    name: 'agree-export', who: 'staff', usage: 'agree-export EXPORT', does: 'agrees, as a second person, that areas leave',
    async run(given, { say }) {
      await send('POST', `/api/exports/${readWords(given, 'agree-export EXPORT', 1).words[0]}/agree`, {})
      say('Agreed.')
    },
  },
  {
    name: 'export', who: 'staff', usage: exportUsage, does: 'takes an export: SPSS, CSV, syntax, Parquet, and with areas the R script of an edition',
    async run(given, { say }) {
      const { words: [id], options } = readWords(given, exportUsage, 1, { 'archive-sheet': text, out: text, edition: text })
      const out = needed(options.out, 'out', exportUsage)
      const row = (await sendJson<ExportRow[]>('GET', '/api/exports')).find((one) => one.id === id)
      if (!row) throw new Refused('There is no such export. "exports" lists what there is.')
      const { archive: { recipient } } = await sendJson<MunicipalityKeys>('GET', '/api/keys')
      const archive = await identityFrom(needed(options['archive-sheet'], 'archive-sheet', exportUsage), recipient)
      const edition = options.edition === undefined ? undefined : await sendJson<EditionDetail>('GET', `/api/editions/${options.edition}`)
      const files = await exportWave(publishingApi(send), archive, { wave: row.wave, withArea: row.withArea, made: new Date(), ...(edition ? { edition } : {}) })
      await send('POST', `/api/exports/${id}/take`, {})
      writeFileSync(out, zipFile(files), { flag: 'wx', mode: 0o600 })
      say(`${out}: ${files.map(({ name }) => name).join(', ')}`)
    },
  },
  {
    name: 'account', who: 'staff', usage: accountUsage, does: 'writes the technical account of an edition, as a page or a PDF',
    async run(given, { say }) {
      const { words: [edition], options, flags } = readWords(given, accountUsage, 1, { out: text, language: text, pdf: { type: 'boolean' } })
      const out = needed(options.out, 'out', accountUsage)
      writeFileSync(out, await (await send('GET', `/api/editions/${edition}/account/${options.language ?? 'nl'}`)).text(), { flag: 'wx' })
      if (!flags.pdf) return say(out)
      const pdf = out.replace(/\.html$/, '.pdf')
      await printedPdf(chromiumForPdf(), out, pdf)
      say(pdf)
    },
  },
]
