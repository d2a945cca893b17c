// The example's key sheet: one text file beside the data folder, never in it, with the private halves that a municipality would print and lock
// away, and a few letters to try. Separate because writing private keys to a disk is right for an example and for nothing else.
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { keySheet } from '../crypto/key-sheet.ts'
import { printedCode } from '../crypto/invite-code.ts'

export interface ExampleSheet {
  town: string
  wave: string
  /** The wave key and the archive key (AGE-SECRET-KEY-1...); the key that signs editions follows from the archive key. */
  waveIdentity: string
  archiveIdentity: string
  /** Label and codes of letters nobody answered yet, with their links. */
  label: string
  letters: readonly { code: string; link: string }[]
}

export async function writeSheet(path: string, sheet: ExampleSheet): Promise<void> {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  writeFileSync(path, await sheetText(sheet), { mode: 0o600 })
}

async function sheetText({ town, wave, waveIdentity, archiveIdentity, label, letters }: ExampleSheet): Promise<string> {
  return [
    `SLEUTELBLAD VAN HET VOORBEELD (${town})`,
    'Een echte gemeente drukt dit af en legt het in twee kluizen. Dit blad hoort bij verzonnen antwoorden.',
    '',
    ...(await keyLines(`1. Meting "${wave}": nodig bij Tellen`, waveIdentity)),
    ...(await keyLines('2. Archief van de gemeente: nodig bij Publiceren', archiveIdentity)),
    'BRIEVEN OM TE PROBEREN (elk telt een keer mee)',
    '',
    ...letters.map(({ code, link }) => `   ${link}\n   of typ kenmerk ${label} en code ${printedCode(code)}\n`),
  ].join('\n')
}

async function keyLines(title: string, identity: string): Promise<string[]> {
  const { words, fingerprint, qr } = await keySheet(identity)
  const lines = [0, 6, 12, 18].map((from) => `   ${words.slice(from, from + 6).join(' ')}`)
  return [`${title} (sleutel ${fingerprint})`, '', ...lines, '', `   als QR-tekst: ${qr}`, '']
}
