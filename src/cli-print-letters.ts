// Writes the letters of a run as HTML files of some hundreds each and, where asked, prints each to PDF: two browsers side by side, so that
// 5,000 letters take well under a minute. Separate from the verbs that call it: drawing, reminders and replacements all print.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromiumForPdf, printedPdf } from './cli-chromium.ts'
import { lettersPage } from './letters/letter-page.ts'
import { letterSheet } from './letters/letter-sheet.ts'
import type { LetterFrame } from './letters/letter-sheet.ts'
import type { LetterSender } from './letters/letter.ts'
import type { MailedLetter } from './letters/mailing.ts'

/** Letters in one file: a page of this size is printed in a second or two and takes little memory. */
export const LETTERS_PER_FILE = 500
const BROWSERS = 2

export interface PrintRun {
  folder: string
  /** File names begin with it. */
  name: string
  sender: LetterSender
  frame: LetterFrame
  letters: readonly MailedLetter[]
  pdf: boolean
  perFile?: number
  progress: (done: number, total: number) => void
}

/** Answers the names of the files, HTML or PDF; files are for this account only. Refused where there is no browser, before anything is written. */
export async function printLetters({ folder, name, sender, frame, letters, pdf, perFile = LETTERS_PER_FILE, progress }: PrintRun): Promise<string[]> {
  const chromium = pdf ? chromiumForPdf() : null
  const batches = Array.from({ length: Math.ceil(letters.length / perFile) }, (_, i) => letters.slice(i * perFile, (i + 1) * perFile))
  const names: string[] = new Array(batches.length)
  let [next, done] = [0, 0]
  async function lane(): Promise<void> {
    while (next < batches.length) {
      const index = next++
      const batch = batches[index]!
      const file = batches.length === 1 ? name : `${name}-${String(index + 1).padStart(3, '0')}`
      const html = join(folder, `${file}.html`)
      writeFileSync(html, lettersPage(frame, batch.map((letter) => letterSheet(sender, letter)), file), { mode: 0o600 })
      if (chromium) await printedPdf(chromium, html, join(folder, `${file}.pdf`))
      names[index] = `${file}.${chromium ? 'pdf' : 'html'}`
      progress((done += batch.length), letters.length)
    }
  }
  await Promise.all(Array.from({ length: Math.min(BROWSERS, batches.length) }, lane))
  return names
}
