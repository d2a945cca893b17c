// The printing house's side: a key of its own, opening what the console sealed to it, merging names there, printing. Files only: it asks no
// server and has no session. The paper questionnaire stands here too, because whoever prints letters prints it.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Refused, needed, readWords } from '../cli-command.ts'
import type { Command, Terminal } from '../cli-command.ts'
import { chromiumForPdf, printedPdf } from '../cli-chromium.ts'
import { printLetters } from '../cli-print-letters.ts'
import { sendJson } from '../cli-session.ts'
import { unhex } from '../crypto/digest.ts'
import { readReminderList } from '../crypto/reminder-list.ts'
import { CannotOpen, newIdentity, openFile } from '../crypto/sealed.ts'
import { bookletOf } from '../letters/booklet.ts'
import { bookletPage } from '../letters/booklet-page.ts'
import { letterFrame } from '../letters/letter-sheet.ts'
import type { Phase } from '../letters/letter.ts'
import { mergeFile } from '../letters/merge-file.ts'
import type { MailedLetter, MailingList } from '../letters/mailing.ts'
import { decoded, readPeople } from '../letters/people-file.ts'
import { peopleFaultText } from '../letters/people-words.ts'
import { openPack, withPeople } from '../letters/printer-pack.ts'
import type { PrinterPack } from '../letters/printer-pack.ts'
import type { WaveDetail, WaveFrame } from '../waves/wire.ts'

const text = { type: 'string' } as const
const keyUsage = 'printer-key --out FILE'
const sealedUsage = 'print-sealed FILE --key FILE --phase 0|1|2 --out FOLDER [--people FILE] [--unused FILE] [--pdf]'
const bookletUsage = 'booklet MEASUREMENT --out FILE.html [--language nl] [--pdf]'
const NAMES = ['letters', 'reminder-1', 'reminder-2'] as const

export const printerCommands: readonly Command[] = [
  {
    name: 'printer-key', who: 'files', usage: keyUsage, does: 'makes the key of a printing house: the file stays there, the line that is printed goes to the municipality',
    async run(given, { say }) {
      const { options } = readWords(given, keyUsage, 0, { out: text })
      const { identity, recipient } = await newIdentity()
      writeFileSync(needed(options.out, 'out', keyUsage), `${identity}\n`, { mode: 0o600, flag: 'wx', flush: true })
      say(recipient)
    },
  },
  {
    name: 'print-sealed', who: 'files', usage: sealedUsage, does: 'at the printing house: opens a sealed list, merges names, writes letters (HTML or PDF) and a merge list (CSV)',
    async run(given, { say, progress }) {
      const { words: [path], options, flags } = readWords(given, sealedUsage, 1, { key: text, phase: text, out: text, people: text, unused: text, pdf: { type: 'boolean' } })
      const [key, phase, folder] = [needed(options.key, 'key', sealedUsage), needed(options.phase, 'phase', sealedUsage), needed(options.out, 'out', sealedUsage)]
      if (!/^[012]$/.test(phase)) throw new Refused(`--phase is 0, 1 or 2. Usage: ${sealedUsage}`)
      if (options.unused !== undefined && phase === '0') throw new Refused('--unused is for reminders: the letter itself goes to everybody.')
      const identity = read(key).toString('utf8').trim()
      const pack = await opened(path!, () => openPack(read(path!), identity))
      const list = options.people === undefined ? pack.list : merged(pack, options.people, say)
      const letters = options.unused === undefined ? list.letters : await unusedOf(list, options.unused, identity)
      if (letters.length === 0) return say('Every code is used: there is no reminder to print.')
      mkdirSync(folder, { recursive: true, mode: 0o700 })
      const name = `${list.wave}-${NAMES[Number(phase) as Phase]}`
      writeFileSync(join(folder, `${name}.csv`), mergeFile(pack.sender, letters), { mode: 0o600, flag: 'wx', flush: true })
      const files = await printLetters({
        folder, name, sender: pack.sender, frame: letterFrame(pack.sender, Number(phase) as Phase, options.unused === undefined), letters, pdf: flags.pdf === true,
        progress: (done, total) => progress(`${done} of ${total} letters printed`),
      })
      say(`${letters.length} letters in ${files.length} ${files.length === 1 ? 'file' : 'files'} in ${folder}. Destroy the folder once they are posted.`)
    },
  },
  {
    name: 'booklet', who: 'staff', usage: bookletUsage, does: 'writes the paper questionnaire of a measurement (HTML or PDF): blank, with room for label and code',
    async run(given, { say }) {
      const { words: [wave], options, flags } = readWords(given, bookletUsage, 1, { out: text, language: text, pdf: { type: 'boolean' } })
      const [out, language] = [needed(options.out, 'out', bookletUsage), options.language ?? 'nl']
      const chromium = flags.pdf === true ? chromiumForPdf() : null
      const [{ instruments, municipality }, { kind, pilot }] = await Promise.all([sendJson<WaveFrame>('GET', `/api/waves/${wave}/frame`), sendJson<WaveDetail>('GET', `/api/waves/${wave}`)])
      const published = instruments.find((one) => one.text.language === language)
      const booklet = published ? bookletOf(published) : null
      if (!booklet) throw new Refused(`There is no paper questionnaire in "${language}" for this measurement.`)
      writeFileSync(out, bookletPage(booklet, { municipality: municipality.name, kind: kind === 'professional' ? 'professional' : 'resident', pilot }), { mode: 0o600, flag: 'wx' })
      const pdf = out.replace(/(\.html)?$/, '.pdf')
      if (chromium) await printedPdf(chromium, out, pdf)
      say(chromium ? pdf : out)
    },
  },
]

function read(path: string): Buffer {
  if (!existsSync(path)) throw new Refused(`${path} cannot be read.`)
  return readFileSync(path)
}

async function opened<Result>(path: string, open: () => Promise<Result>): Promise<Result> {
  try {
    return await open()
  } catch (fault) {
    if (fault instanceof CannotOpen || fault instanceof SyntaxError) throw new Refused(`${path} cannot be opened with this key.`)
    throw fault
  }
}

/** Names given to letters of their own group; Refused with every line at fault said before. */
function merged({ list, groups }: PrinterPack, path: string, say: Terminal['say']): MailingList {
  const { people, faults } = readPeople(decoded(read(path)), groups)
  for (const fault of faults) say(`${path}: ${peopleFaultText(fault, 'en')}`)
  if (faults.length > 0) throw new Refused(`Nothing was printed: ${faults.length} ${faults.length === 1 ? 'place' : 'places'} in ${path} at fault.`)
  return withPeople(list, people)
}

/** The letters whose code is unused, in the order of the list: the server answers one bit a letter, sealed to this key. */
async function unusedOf({ letters }: MailingList, path: string, identity: string): Promise<MailedLetter[]> {
  const { unused } = await readReminderList(await opened(path, () => openFile(read(path), identity)), letters.map(({ codeHash }) => unhex(codeHash)))
  return letters.filter((_, i) => unused[i])
}
