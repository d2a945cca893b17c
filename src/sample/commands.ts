// Drawing invites at the command line: codes and letters are made on this device; the server gets hashes only.
// The plain list lies in the folder given and nowhere else: it goes to the printer and is destroyed after the last reminder.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { needed, readWords, Refused } from '../cli-command.ts'
import type { Command } from '../cli-command.ts'
import { send, sendJson } from '../cli-session.ts'
import { newCodes } from '../crypto/draw-codes.ts'
import { manifestDigest, manifestFingerprint, manifestReference } from '../crypto/manifest.ts'
import type { Me } from '../staff/wire.ts'
import type { WaveDetail } from '../waves/wire.ts'
import { lettersOfMergeFile, lettersPage, mergeFile, numbered } from './letter.ts'
import type { LetterSender } from './letter.ts'
import { CODES_PER_REQUEST } from './wire.ts'

const usage = 'draw-invites MEASUREMENT --out FOLDER --host https://HOST --phone NUMBER'

export const sampleCommands: readonly Command[] = [
  {
    name: 'draw-invites', who: 'staff', usage, does: 'draws the codes of every group and writes letters (HTML) and a merge list (CSV)',
    async run(given, { say, progress }) {
      const text = { type: 'string' } as const
      const { words: [wave], options } = readWords(given, usage, 1, { out: text, host: text, phone: text })
      const folder = needed(options.out, 'out', usage)
      const detail = await sendJson<WaveDetail>('GET', `/api/waves/${wave}`)
      if (!detail.manifest) throw new Refused('Fix the letters\' contents first: freeze-manifest')
      const { municipality } = await sendJson<Me>('GET', '/api/staff/session')
      const digest = await manifestDigest(detail.manifest)
      const sender: LetterSender = {
        municipality: municipality.name, host: needed(options.host, 'host', usage), phone: needed(options.phone, 'phone', usage), label: detail.label,
        reference: manifestReference(digest), fingerprint: manifestFingerprint(digest), until: inDutch(detail.ends),
      }
      const missing = detail.strata.map(({ toInvite, invited }) => Math.max(0, toInvite - invited))
      if (missing.every((count) => count === 0)) return say('Every group has its invites.')
      const strata = detail.strata.map(({ id }) => id)
      const [list, page] = ['csv', 'html'].map((kind) => join(folder, `${wave}-letters.${kind}`)) as [string, string]
      // Run again after a break-off, the same codes are sent once more: letters of other codes would be dead, and nobody would notice.
      const letters = existsSync(list)
        ? await lettersOfMergeFile(readFileSync(list, 'utf8'), digest, strata)
        : numbered(newCodes(digest, missing).flatMap((codes, i) => codes.map((code) => ({ ...code, stratum: strata[i]! }))))
      mkdirSync(folder, { recursive: true, mode: 0o700 })
      // Letters first: a code the server knows and nobody has is a lost invite.
      if (!existsSync(list)) writeFileSync(list, mergeFile(sender, letters), { mode: 0o600, flag: 'wx', flush: true })
      writeFileSync(page, lettersPage(sender, letters), { mode: 0o600 })
      let sent = 0
      for (const stratum of strata) {
        const codes = letters.filter((letter) => letter.stratum === stratum)
        for (let start = 0; start < codes.length; start += CODES_PER_REQUEST) {
          const part = codes.slice(start, start + CODES_PER_REQUEST).map(({ codeHash }) => codeHash).sort()
          await send('POST', `/api/waves/${wave}/invites`, { stratum, codes: part })
          progress(`${(sent += part.length)} of ${letters.length} invites`)
        }
      }
      const { strata: now } = await sendJson<WaveDetail>('GET', `/api/waves/${wave}`)
      const left = now.reduce((sum, { toInvite, invited }) => sum + Math.max(0, toInvite - invited), 0)
      if (left > 0) say(`${left} invites are missing still: run this again with another folder.`)
      say(`${letters.length} letters in ${folder}. Destroy the folder after the last reminder has gone out.`)
    },
  },
]

function inDutch(day: string): string {
  return new Intl.DateTimeFormat('nl-NL', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`))
}
