// The mailing list as a CSV file for a printing house: mailing number, code and link, with names where they were merged here.
// Separate from the sealed list because it leaves the device. A cell that a spreadsheet would run as a formula is made text.
import Papa from 'papaparse'
import { codeHash, parseCode, printedCode, stratumOf } from '../crypto/invite-code.ts'
import { letterAddress } from './letter.ts'
import type { LetterSender } from './letter.ts'
import type { MailedLetter } from './mailing.ts'

export function mergeFile(sender: LetterSender, letters: readonly MailedLetter[]): string {
  const rows = letters.map(({ code, mailing, stratum, person }) => ({
    number: mailing, group: stratum, label: sender.label, code: printedCode(code), link: letterAddress(sender, code), back: sender.fingerprint,
    ...(person ? { name: person.name, street: person.street, postcode: person.postcode, place: person.place } : {}),
  }))
  return Papa.unparse(rows, { escapeFormulae: true, newline: '\r\n' })
}

/** The letters of a list as it was written; rows that are none are left out. */
export async function lettersOfMergeFile(list: string, manifestDigest: string, strata: readonly string[]): Promise<MailedLetter[]> {
  const { data } = Papa.parse<Record<string, string>>(list, { header: true, skipEmptyLines: true })
  const letters = await Promise.all(data.map(async (row): Promise<MailedLetter | null> => {
    const reading = parseCode(row.code ?? '')
    if (!('code' in reading)) return null
    const hash = await codeHash(manifestDigest, reading.code)
    const text = (column: string) => (row[column] ?? '').replace(/^'(?=[=+\-@\t\r])/, '')
    const person = row.name === undefined ? {} : { person: { name: text('name'), street: text('street'), postcode: text('postcode'), place: text('place') } }
    return { code: reading.code, codeHash: hash, mailing: Number(row.number), stratum: strata[stratumOf(hash, strata.length)]!, ...person }
  }))
  return letters.filter((letter) => letter !== null)
}
