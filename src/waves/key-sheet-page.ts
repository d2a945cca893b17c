// The key sheet as a page to print for a safe: QR code, 24 numbered words, fingerprint. Pure; written by the device that made the key.
// Separate because it is the only place where a private half becomes something to look at.
import { renderSVG } from 'uqr'
import type { KeySheet } from '../crypto/key-sheet.ts'

const escaped = (text: string) => text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`)

/** One A4 page of HTML. `what` says what the key opens, `copy` which of the sheets this is. */
export function keySheetPage({ words, qr, fingerprint }: KeySheet, what: string, copy: number): string {
  const list = words.map((word) => `<li>${word}</li>`).join('')
  return `<!doctype html>
<html lang="nl"><meta charset="utf-8"><title>Sleutelblad ${escaped(fingerprint)}</title>
<style>@page{size:A4;margin:20mm}body{font:12pt/1.5 sans-serif}svg{width:60mm;height:60mm}ol{columns:3;font:13pt/1.8 monospace}strong{font-family:monospace}</style>
<h1>Sleutelblad ${copy} van 2</h1>
<p>${escaped(what)}<br>Kenmerk: <strong>${escaped(fingerprint)}</strong></p>
<p>Bewaar dit blad in een kluis. Wie dit blad heeft, kan de antwoorden openen. Zonder een van de twee bladen kan niemand tellen.</p>
${renderSVG(qr, { ecc: 'M', border: 4 })}
<ol>${list}</ol>
</html>
`
}

/** The same as plain text, for who has no printer at hand. */
export function keySheetText({ words, fingerprint }: KeySheet, what: string): string {
  const lines = words.map((word, i) => `${String(i + 1).padStart(2)} ${word}`)
  return `${what}\nKenmerk: ${fingerprint}\n\n${lines.join('\n')}\n`
}
