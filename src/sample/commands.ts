// Drawing invites and printing letters at the command line: codes and letters are made on this device; the server gets hashes only.
// The plain list lies in the folder given and nowhere else: it goes to the printer and is destroyed after the last reminder.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Refused, needed, readWords } from '../cli-command.ts'
import type { Command, Terminal } from '../cli-command.ts'
import { letterSender, senderOptions, senderUsage } from '../cli-letter-sender.ts'
import { printLetters } from '../cli-print-letters.ts'
import { send, sendJson } from '../cli-session.ts'
import { letterFrame } from '../letters/letter-sheet.ts'
import type { Phase } from '../letters/letter.ts'
import { listForNumbers, listForPeople } from '../letters/mailing.ts'
import type { MailedLetter } from '../letters/mailing.ts'
import { lettersOfMergeFile, mergeFile } from '../letters/merge-file.ts'
import { decoded, readPeople } from '../letters/people-file.ts'
import { peopleFaultText } from '../letters/people-words.ts'
import type { WaveDetail, WaveFrame } from '../waves/wire.ts'
import { CODES_PER_REQUEST } from './wire.ts'

const drawUsage = `draw-invites MEASUREMENT --out FOLDER [--people FILE] ${senderUsage}`
const printUsage = `print-letters MEASUREMENT --list FILE --phase 0|1|2 --out FOLDER ${senderUsage}`
const text = { type: 'string' } as const

export const sampleCommands: readonly Command[] = [
  {
    name: 'draw-invites', who: 'staff', usage: drawUsage, does: 'draws the codes of every group and writes letters (HTML or PDF) and a merge list (CSV)',
    async run(given, { say, progress }) {
      const { words: [wave], options, flags } = readWords(given, drawUsage, 1, { out: text, people: text, ...senderOptions })
      const folder = needed(options.out, 'out', drawUsage)
      const { detail, digest, strata, sender } = await letterSender(wave!, options, drawUsage)
      const missing = detail.strata.map(({ toInvite, invited }) => Math.max(0, toInvite - invited))
      if (missing.every((count) => count === 0)) return say('Every group has its invites.')
      const list = join(folder, `${wave}-letters.csv`)
      // Run again after a break-off, the same codes are sent once more: letters of other codes would be dead, and nobody would notice.
      const letters = existsSync(list)
        ? await lettersOfMergeFile(readFileSync(list, 'utf8'), digest, strata)
        : options.people === undefined
          ? listForNumbers(wave!, digest, strata, missing).letters
          : listForPeople(wave!, digest, strata, await peopleOf(options.people, detail, say)).letters
      mkdirSync(folder, { recursive: true, mode: 0o700 })
      // Letters first: a code the server knows and nobody has is a lost invite.
      if (!existsSync(list)) writeFileSync(list, mergeFile(sender, letters), { mode: 0o600, flag: 'wx', flush: true })
      await printLetters({
        folder, name: `${wave}-letters`, sender, frame: letterFrame(sender, 0), letters, pdf: flags.pdf === true, progress: (done, total) => progress(`${done} of ${total} letters printed`),
      })
      await sendCodes(wave!, strata, letters, progress)
      const { strata: now } = await sendJson<WaveDetail>('GET', `/api/waves/${wave}`)
      const left = now.reduce((sum, { toInvite, invited }) => sum + Math.max(0, toInvite - invited), 0)
      if (left > 0) say(`${left} invites are missing still: run this again with another folder.`)
      say(`${letters.length} letters in ${folder}. Destroy the folder after the last reminder has gone out.`)
    },
  },
  {
    name: 'print-letters', who: 'staff', usage: printUsage, does: 'prints the letters of a merge list again: the letter (0), the first reminder (1) or the last (2), same codes',
    async run(given, { say, progress }) {
      const { words: [wave], options, flags } = readWords(given, printUsage, 1, { list: text, phase: text, out: text, ...senderOptions })
      const folder = needed(options.out, 'out', printUsage)
      const [path, phase] = [needed(options.list, 'list', printUsage), needed(options.phase, 'phase', printUsage)]
      if (!/^[012]$/.test(phase)) throw new Refused(`--phase is 0, 1 or 2. Usage: ${printUsage}`)
      const { digest, strata, sender } = await letterSender(wave!, options, printUsage)
      if (!existsSync(path)) throw new Refused(`${path} cannot be read.`)
      const letters = await lettersOfMergeFile(readFileSync(path, 'utf8'), digest, strata)
      if (letters.length === 0) throw new Refused(`${path} holds no letter of this measurement.`)
      mkdirSync(folder, { recursive: true, mode: 0o700 })
      const name = `${wave}-${['letters', 'reminder-1', 'reminder-2'][Number(phase)]}`
      const files = await printLetters({
        folder, name, sender, frame: letterFrame(sender, Number(phase) as Phase), letters, pdf: flags.pdf === true,
        progress: (done, total) => progress(`${done} of ${total} letters printed`),
      })
      say(`${letters.length} letters in ${files.length} ${files.length === 1 ? 'file' : 'files'} in ${folder}.`)
    },
  },
]

/** Everybody in a file of names and addresses; Refused with every line at fault said before. */
async function peopleOf(path: string, { id, strata }: WaveDetail, say: Terminal['say']) {
  if (!existsSync(path)) throw new Refused(`${path} cannot be read.`)
  const names = new Map((await sendJson<WaveFrame>('GET', `/api/waves/${id}/frame`)).areas.map((area) => [area.id, area.name]))
  const groups = strata.map(({ id: stratum, area, toInvite }) => ({ stratum, area, areaName: names.get(area) ?? area, toInvite }))
  const { people, faults } = readPeople(decoded(readFileSync(path)), groups)
  for (const fault of faults) say(`${path}: ${peopleFaultText(fault, 'en')}`)
  if (faults.length > 0) throw new Refused(`Nobody got a code: ${faults.length} ${faults.length === 1 ? 'place' : 'places'} in ${path} at fault.`)
  return people
}

async function sendCodes(wave: string, strata: readonly string[], letters: readonly MailedLetter[], progress: Terminal['progress']): Promise<void> {
  let sent = 0
  for (const stratum of strata) {
    const codes = letters.filter((letter) => letter.stratum === stratum)
    for (let start = 0; start < codes.length; start += CODES_PER_REQUEST) {
      const part = codes.slice(start, start + CODES_PER_REQUEST).map(({ codeHash }) => codeHash).sort()
      await send('POST', `/api/waves/${wave}/invites`, { stratum, codes: part })
      progress(`${(sent += part.length)} of ${letters.length} invites`)
    }
  }
}
