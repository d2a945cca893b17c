// The letter to one invited person as a page to print, and the list for a printer. Pure; runs on the coordinator's device, because the
// code on it is known there and nowhere else. Neutral words: whoever sees the envelope or the page learns that there is a survey.
import Papa from 'papaparse'
import { renderSVG } from 'uqr'
import { codeHash, fragmentOf, parseCode, printedCode, stratumOf } from '../crypto/invite-code.ts'
import type { DrawnCode } from '../crypto/draw-codes.ts'

export interface LetterSender {
  municipality: string
  /** Address of residents' pages, as https://host. */
  host: string
  phone: string
  label: string
  reference: string
  /** Of the manifest; small, on the back. */
  fingerprint: string
  /** Last day, as people read it. */
  until: string
}

/** One addressed letter: the number says which letter goes to which address, and nothing else. */
export interface NumberedCode extends DrawnCode {
  mailing: number
  stratum: string
}

/** Numbers in random order, so that the list tells nothing of the order of drawing. */
export function numbered(drawn: readonly (DrawnCode & { stratum: string })[]): NumberedCode[] {
  const shuffled = drawn.map((one) => ({ one, place: crypto.getRandomValues(new BigUint64Array(1))[0]! })).sort((a, b) => (a.place < b.place ? -1 : 1))
  return shuffled.map(({ one }, i) => ({ ...one, mailing: 1_000 + i }))
}

const escaped = (text: string) => text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`)

/** The address in the QR code: what follows # never reaches a server. */
export function letterAddress({ host, reference }: LetterSender, code: string): string {
  return `${host.replace(/\/$/, '')}/#${fragmentOf(reference, code)}`
}

/** The words of a letter, apart from its code: at most 150. */
export function letterBody({ municipality, phone, until }: LetterSender): string[] {
  return [
    'Geachte bewoner,',
    `Hoe is het om in uw buurt te wonen? De gemeente ${municipality} wil dat graag van u weten. Wij hebben u door loting uitgekozen.`,
    'Meedoen duurt ongeveer 8 minuten. U hoeft geen vraag te beantwoorden die u niet wilt beantwoorden. Niemand kan zien wat u heeft geantwoord, ook de gemeente niet. Niemand kan zien of u heeft meegedaan.',
    'Zo doet u mee: scan het vierkant met de camera van uw telefoon, of ga naar het adres hieronder en typ de letters en cijfers over.',
    `U kunt meedoen tot en met ${until}. Liever op papier of met hulp? Bel ${phone}. Dat is gratis.`,
    'Dank u wel.',
  ]
}

/** A4, one letter a page front and back: QR code of 35 mm with its quiet zone, error correction M. */
export function lettersPage(sender: LetterSender, letters: readonly NumberedCode[]): string {
  const body = letterBody(sender).map((paragraph) => `<p>${escaped(paragraph)}</p>`).join('')
  const pages = letters.map(({ code, mailing }) => `<section><p class="number">${mailing}</p>${body}
<div class="how">${renderSVG(letterAddress(sender, code), { ecc: 'M', border: 4 })}<p>${escaped(sender.host.replace(/^https?:\/\//, ''))}<br><b>${escaped(sender.label)} ${escaped(printedCode(code))}</b></p></div></section>
<section class="back"><p>${escaped(sender.fingerprint)}</p></section>`)
  return `<!doctype html>
<html lang="nl"><meta charset="utf-8"><title>Brieven</title>
<style>@page{size:A4;margin:25mm 20mm}body{font:11.5pt/1.5 sans-serif;margin:0}section{break-after:page}svg{width:40mm;height:40mm}b{font:bold 15pt monospace}.number,.back{font-size:8pt}.how{display:flex;gap:10mm;align-items:center}</style>
${pages.join('\n')}
</html>
`
}

/** The list for a printer or a mail merge; a cell that a spreadsheet would run as a formula is quoted. */
export function mergeFile(sender: LetterSender, letters: readonly NumberedCode[]): string {
  const rows = letters.map(({ code, mailing, stratum }) => ({
    number: mailing, stratum, label: sender.label, code: printedCode(code), address: letterAddress(sender, code), phone: sender.phone, back: sender.fingerprint,
  }))
  return Papa.unparse(rows, { escapeFormulae: true, newline: '\r\n' })
}

/** The letters of a list as it was written, to send and print the same codes again after a break-off; rows that are none are left out. */
export async function lettersOfMergeFile(list: string, manifestDigest: string, strata: readonly string[]): Promise<NumberedCode[]> {
  const { data } = Papa.parse<Record<string, string>>(list, { header: true, skipEmptyLines: true })
  const letters = await Promise.all(data.map(async (row) => {
    const reading = parseCode(row.code ?? '')
    if (!('code' in reading)) return null
    const hash = await codeHash(manifestDigest, reading.code)
    return { code: reading.code, codeHash: hash, mailing: Number(row.number), stratum: strata[stratumOf(hash, strata.length)]! }
  }))
  return letters.filter((letter) => letter !== null)
}
