// The certificate of a counted measurement as a public page, and the list of them, Dutch and English: the sentence, the numbers from invited to
// counted, the digests, the signature. Separate from the console's page, which also lets staff sign.
import { asOfNow } from '../counting/certificate-statement.ts'
import { certificateText } from '../counting/certificate-text.ts'
import { html } from '../publication/html.ts'
import { publicPage } from '../publication/page.ts'
import { dayInWords } from '../publication/public-words.ts'
import type { PublicWave, WaveFile } from '../results/wire.ts'

const WORDS = {
  nl: {
    path: '/verklaringen', other: '/certificates', title: 'Verklaring', list: 'Verklaringen', none: 'Er is nog geen meting geteld.', what: 'Wat', number: 'Aantal', numbers: 'Van uitnodiging tot telling',
    drawn: 'Uitgenodigd', replaced: 'Vervangen codes', issued: 'Begonnen met versturen', received: 'Antwoorden ontvangen', duplicate: 'Dubbel, één keer geteld', invalid: 'Ongeldig, niet geteld', counted: 'Geteld',
    signed: 'Getekend op', unsigned: 'Nog niet getekend.', digests: 'Controlegetallen', count: 'Telling', letters: 'Sleutels van de brieven', log: 'Logboek', file: 'Bestand om na te rekenen', limits: 'Wat wij niet kunnen beloven', limitsHref: '/beperkingen',
  },
  en: {
    path: '/certificates', other: '/verklaringen', title: 'Certificate', list: 'Certificates', none: 'No measurement was counted yet.', what: 'What', number: 'Number', numbers: 'From invitation to count',
    drawn: 'Invited', replaced: 'Codes replaced', issued: 'Began to send', received: 'Answers received', duplicate: 'Twice, counted once', invalid: 'Invalid, not counted', counted: 'Counted',
    signed: 'Signed on', unsigned: 'Not signed yet.', digests: 'Digests', count: 'Count', letters: 'Keys of the letters', log: 'Log', file: 'File to check this with', limits: 'What we cannot promise', limitsHref: '/limits',
  },
} as const

export function certificateListPage({ name, example }: { name: string; example: boolean }, waves: readonly PublicWave[], language: 'nl' | 'en'): string {
  const words = WORDS[language]
  const body = html`<h1>${words.list}</h1><p>${name}</p>${waves.length === 0 ? html`<p>${words.none}</p>`
    : html`<ul>${waves.map((wave) => html`<li><a href="${`${words.path}/${encodeURIComponent(wave.wave)}`}">${wave.name}</a></li>`)}</ul>`}`
  return publicPage({ language, title: words.list, example, otherHref: words.other, body })
}

export function certificatePage({ example }: { example: boolean }, { statement, signed }: WaveFile, language: 'nl' | 'en'): string {
  const words = WORDS[language]
  const { certificate: c, wave, frozen, manifest, audit } = statement
  const rows = [
    [words.drawn, c.drawn], ...(c.replaced === undefined ? [] : [[words.replaced, c.replaced] as const]), [words.issued, c.issued], [words.received, c.received],
    [words.duplicate, c.duplicate], [words.invalid, c.invalid], [words.counted, c.counted],
  ] as const
  const body = html`<p><a href="${words.path}">${words.list}</a></p><h1>${words.title}: ${wave.name}</h1>
<p>${certificateText(asOfNow(statement), language)}</p><p>${signed[0] ? `${words.signed} ${dayInWords(signed[0].statement.date, language)}.` : words.unsigned}</p>
<table><caption>${words.numbers}</caption><thead><tr><th scope="col">${words.what}</th><th scope="col">${words.number}</th></tr></thead><tbody>${rows.map(([what, value]) => html`<tr><th scope="row">${what}</th><td>${value.toLocaleString(language === 'nl' ? 'nl-NL' : 'en-GB')}</td></tr>`)}</tbody></table>
<h2>${words.digests}</h2><p class="seal">${words.count}: ${frozen.digest}</p><p class="seal">${words.letters}: ${manifest}</p><p class="seal">${words.log}: ${audit.seq}:${audit.digest}</p>
<ul class="files"><li><a href="${`/api/public/waves/${encodeURIComponent(wave.id)}`}" download>${words.file}</a></li><li><a href="${words.limitsHref}">${words.limits}</a></li></ul>`
  return publicPage({ language, title: `${words.title}: ${wave.name}`, example, otherHref: `${words.other}/${encodeURIComponent(wave.id)}`, body })
}
