// Drawing invites at the command line: codes and letters are made on this device; the server gets hashes only.
// The plain list lies in the folder given and nowhere else: it goes to the printer and is destroyed after the last reminder.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { needed, readWords, Refused } from '../cli-command.ts'
import type { Command } from '../cli-command.ts'
import { send, sendJson } from '../cli-session.ts'
import { newCodes } from '../crypto/draw-codes.ts'
import { manifestDigest, manifestFingerprint, manifestReference } from '../crypto/manifest.ts'
import type { Me } from '../staff/wire.ts'
import type { WaveDetail } from '../waves/wire.ts'
import { lettersPage, mergeFile, numbered } from './letter.ts'
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
      // What is missing only: run again after a break-off, the groups that are whole stay as they are.
      const drawn = newCodes(digest, detail.strata.map(({ toInvite, invited }) => Math.max(0, toInvite - invited)))
      const letters = numbered(drawn.flatMap((codes, i) => codes.map((code) => ({ ...code, stratum: detail.strata[i]!.id }))))
      if (letters.length === 0) return say('Every group has its invites.')
      mkdirSync(folder, { recursive: true, mode: 0o700 })
      // Letters first: a code the server knows and nobody has is a lost invite.
      writeFileSync(join(folder, `${wave}-letters.html`), lettersPage(sender, letters), { mode: 0o600, flag: 'wx' })
      writeFileSync(join(folder, `${wave}-letters.csv`), mergeFile(sender, letters), { mode: 0o600, flag: 'wx' })
      let sent = 0
      for (const [i, codes] of drawn.entries()) {
        for (let start = 0; start < codes.length; start += CODES_PER_REQUEST) {
          const part = codes.slice(start, start + CODES_PER_REQUEST).map(({ codeHash }) => codeHash).sort()
          await send('POST', `/api/waves/${wave}/invites`, { stratum: detail.strata[i]!.id, codes: part })
          progress(`${(sent += part.length)} of ${letters.length} invites`)
        }
      }
      say(`${letters.length} letters in ${folder}. Destroy the folder after the last reminder has gone out.`)
    },
  },
]

function inDutch(day: string): string {
  return new Intl.DateTimeFormat('nl-NL', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`))
}
