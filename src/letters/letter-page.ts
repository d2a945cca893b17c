// Letters as one HTML page to print, two sides a letter: what the command line writes and hands to a browser for PDF.
// Separate from the console's own drawing because here there is no page around it. Nothing in it runs; every word is escaped.
import style from './letter.css?raw'
import type { LetterFrame, LetterSheet } from './letter-sheet.ts'

export const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)

/** A whole page: `title` is what a print queue shows. */
export function lettersPage(frame: LetterFrame, sheets: readonly LetterSheet[], title = 'Brieven'): string {
  return `<!doctype html>
<html lang="nl"><meta charset="utf-8"><meta name="robots" content="noindex"><title>${escaped(title)}</title>
<style>@page{size:A4;margin:0}body{margin:0}${style}</style>
${sheets.map((sheet) => letterSides(frame, sheet)).join('\n')}
</html>
`
}

function letterSides({ words, lines, returnLine, site, label, fingerprint, pilot }: LetterFrame, { mailing, to, code, qr }: LetterSheet): string {
  const paragraph = (text: string) => `<p>${escaped(text)}</p>`
  const side = `${qr.millimetres}mm`
  return `<section class="letter">${pilot ? '<p class="letter__pilot">PROEF</p>' : ''}<p class="letter__return">${escaped(returnLine)}</p>
<p class="letter__to">${to.map((line) => `<span>${escaped(line)}</span>`).join('')}</p><p class="letter__number">${mailing}</p>
${paragraph(words.greeting)}${words.paragraphs.map(paragraph).join('')}
<div class="letter__how"><svg viewBox="0 0 ${qr.size} ${qr.size}" width="${side}" height="${side}" shape-rendering="crispEdges"><path d="${qr.path}"/></svg><div><p>${escaped(words.how)}</p><p class="letter__site">${escaped(site)}</p><p>Kenmerk en code:<br><span class="letter__typed">${escaped(label)} ${escaped(code)}</span></p></div></div>
<p>${words.closing.map(escaped).join('<br>')}</p>
<ul class="letter__lines">${lines.map(({ language, direction, text }) => `<li lang="${language}" dir="${direction}">${escaped(text)}</li>`).join('')}</ul></section>
<section class="letter letter__back"><p class="letter__fingerprint">${escaped(fingerprint)}</p></section>`
}
