// Checking at the command line: an edition, its wave and the audit chain from public files, by anybody; with the archive key every figure once
// more, by staff. Also the files themselves, the certificate's signature and what was destroyed by hand.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { needed, readWords, Refused } from '../cli-command.ts'
import type { Command, Terminal } from '../cli-command.ts'
import { editionKeyFrom, identityFrom } from '../cli-key-sheet.ts'
import { readText } from '../cli-operator.ts'
import { send, sendJson } from '../cli-session.ts'
import { editionKeyOf } from '../analysis/edition-key.ts'
import type { ChainFile } from '../audit/wire.ts'
import { signStatement } from '../crypto/certificate-seal.ts'
import { asOfNow } from '../counting/certificate-statement.ts'
import { certificateText } from '../counting/certificate-text.ts'
import { firstDifference, recomputed } from './recompute-edition.ts'
import { firstFault } from './verify-files.ts'
import type { Files } from './verify-files.ts'
import type { CertificateAnswer, EditionDetail, MunicipalityKeys, WaveFile } from './wire.ts'

const text = { type: 'string' } as const
const verifyUsage = 'verify FILE... | verify EDITION [--host ORIGIN] [--edition-key KEY] [--audit-head NUMBER:DIGEST] [--with-key ARCHIVE-SHEET]'

/** What a JSON file is, by its form; Refused when it is none of the three. */
function filesIn(paths: readonly string[]): Files {
  const files: Files = {}
  for (const path of paths) {
    let value: Record<string, unknown> | null = null
    try {
      value = JSON.parse(readText(path)) as Record<string, unknown> | null
    } catch (fault) {
      if (fault instanceof Refused) throw fault
    }
    if (value?.['format'] === 'nulmeting wave 1') files.wave = value as unknown as WaveFile
    else if (value?.['format'] === 'nulmeting audit 1') files.audit = value as unknown as ChainFile
    else if (value && isEdition(value)) files.edition = value as unknown as EditionDetail
    else throw new Refused(`${path} is not an edition, a measurement's file or an audit file.`)
  }
  return files
}

function isEdition({ head, rows, comparisons, did, root, signature, publicKey }: Record<string, unknown>): boolean {
  return typeof head === 'object' && head !== null && [rows, comparisons, did].every(Array.isArray) && [root, signature, publicKey].every((one) => typeof one === 'string')
}

/** The three files of an edition, from a municipality's public host, or as staff when none is named. */
async function filesOf(edition: string, host: string | undefined): Promise<Files> {
  const get = async <T>(path: string): Promise<T> => {
    if (host === undefined) return sendJson<T>('GET', path.replace('/api/public/editions', '/api/editions').replace('/api/public/audit', '/api/audit/file').replace(/^\/api\/public\/(waves\/.*)$/, '/api/$1/file'))
    const answer = await fetch(new URL(path, host)).catch(() => null)
    if (!answer?.ok) throw new Refused(answer ? `${host} has no ${path}.` : `${host} does not answer.`)
    return (await answer.json()) as T
  }
  const found = await get<EditionDetail>(`/api/public/editions/${edition}`)
  return { edition: found, wave: await get<WaveFile>(`/api/public/waves/${found.head.wave.id}`), audit: await get<ChainFile>('/api/public/audit') }
}

async function verify(given: string[], { say, progress }: Terminal): Promise<void> {
  const { words, options } = readWords(given, verifyUsage, [1, 3], { host: text, 'edition-key': text, 'audit-head': text, 'with-key': text })
  const fromFiles = words.some((word) => existsSync(word))
  const files = fromFiles ? filesIn(words) : await filesOf(words[0]!, options.host)
  const [seq, digest] = options['audit-head']?.split(':') ?? []
  const fault = await firstFault({
    ...files, ...(options['edition-key'] === undefined ? {} : { editionKey: options['edition-key'] }), ...(digest === undefined ? {} : { head: { seq: Number(seq), digest } }),
  }).catch(() => 'a file is not of the form it says')
  if (fault !== null) throw new Refused(`Does not fit: ${fault}.`)
  const { edition, wave, audit } = files
  if (edition) say(`Edition: ${edition.rows.length} figures, ${edition.comparisons.length} comparisons, root ${edition.root}, signed.`)
  if (wave) say(`Measurement: ${certificateText(asOfNow(wave.statement), 'en')}${wave.signed.length === 0 ? ' Nobody signed this.' : ` Signed (${wave.signed[0]!.statement.date}).`}`)
  if (audit) say(`Audit: ${audit.head.seq} entries, head ${audit.head.seq}:${audit.head.digest}`)
  const missing = [!edition && 'an edition', !wave && 'the file of the measurement', !audit && 'the audit'].filter((one) => one !== false)
  if (missing.length > 0) say(`Not looked at, because not given: ${missing.join(', ')}.`)
  say(`Signed with ${edition?.publicKey ?? wave?.keys.edition.publicKey ?? 'no key'}: compare it with the key that the municipality made public.`)
  if (options['with-key'] === undefined) return say('Everything fits.')
  if (!edition) throw new Refused('--with-key needs an edition.')
  const { archive: { recipient } } = await sendJson<MunicipalityKeys>('GET', '/api/keys')
  const archive = await identityFrom(options['with-key'], recipient)
  const again = await recomputed(send, edition, archive, (done, total, what) => progress(`${what} ${done} of ${total}`))
  const difference = firstDifference(again, edition)
  if (difference !== null) throw new Refused(`Does not fit: recomputed from the frozen measurement, ${difference}.`)
  say('Everything fits, and every figure follows from the frozen measurement.')
}

async function exportFiles(given: string[], { say }: Terminal): Promise<void> {
  const usage = 'export-files EDITION --out FOLDER'
  const { words: [edition], options } = readWords(given, usage, 1, { out: text })
  const folder = needed(options.out, 'out', usage)
  const files = await filesOf(edition!, undefined)
  mkdirSync(folder, { recursive: true })
  for (const [name, file] of Object.entries(files)) writeFileSync(join(folder, `${name}.json`), `${JSON.stringify(file, null, 1)}\n`)
  say(`edition.json, wave.json and audit.json in ${folder}. Check: nulmeting verify ${Object.keys(files).map((name) => join(folder, `${name}.json`)).join(' ')}`)
}

async function sign(given: string[], { say }: Terminal): Promise<void> {
  const usage = 'sign-certificate MEASUREMENT --archive-sheet FILE'
  const { words: [wave], options } = readWords(given, usage, 1, { 'archive-sheet': text })
  const sheet = needed(options['archive-sheet'], 'archive-sheet', usage)
  const { archive: { recipient } } = await sendJson<MunicipalityKeys>('GET', '/api/keys')
  const archive = await identityFrom(sheet, recipient)
  const { statement } = await sendJson<CertificateAnswer>('GET', `/api/waves/${wave}/certificate`)
  say(certificateText(asOfNow(statement), 'en'))
  const privateKey = editionKeyFrom(sheet) ?? (await editionKeyOf(archive)).privateKey
  const { number } = (await (await send('POST', `/api/waves/${wave}/certificate/signatures`, { statement, signature: await signStatement(statement, privateKey) })).json()) as { number: number }
  say(`Signed: certificate ${number}.`)
}

export const verifyCommands: readonly Command[] = [
  { name: 'verify', who: 'files', usage: verifyUsage, does: 'checks an edition, its measurement and the audit from public files and names the first thing that does not fit; with the archive key every figure', run: verify },
  { name: 'export-files', who: 'staff', usage: 'export-files EDITION --out FOLDER', does: 'writes the public files of an edition, for verify', run: exportFiles },
  { name: 'sign-certificate', who: 'staff', usage: 'sign-certificate MEASUREMENT --archive-sheet FILE', does: 'signs the certificate of a counted measurement', run: sign },
  {
    name: 'record-destruction', who: 'staff', usage: 'record-destruction MEASUREMENT codeList|mergeFile|waveKey|keySheets DAY', does: 'records what was destroyed by hand, for the certificate',
    async run(given, { say }) {
      const { words: [wave, thing, goneOn] } = readWords(given, 'record-destruction MEASUREMENT codeList|mergeFile|waveKey|keySheets DAY', 3)
      await send('POST', `/api/waves/${wave}/destructions`, { thing, goneOn })
      say('Recorded. The certificate names it.')
    },
  },
]
