// The public pages of an edition: the list of editions, one edition, one area of it. Static in every sense: made from published, suppressed rows
// and the municipality's own words, the same for everybody.
import type { EditionItem, PublishedComparison, PublishedRow } from '../analysis/edition.ts'
import { changeSentence, verdictSentence } from '../analysis/sentence.ts'
import { cellWords } from '../analysis/sentence-words.ts'
import type { Language } from '../analysis/sentence-words.ts'
import { responseSentence } from '../analysis/view-sentences.ts'
import type { EditionDetail, EditionSummary } from '../results/wire.ts'
import { html } from './html.ts'
import { planSection } from './plan-section.ts'
import type { Html } from './html.ts'
import { publicDomain, publicPage } from './page.ts'
import { PUBLIC_WORDS, dayInWords } from './public-words.ts'
import type { AreaAnswer } from './wire.ts'

const other = (language: Language): Language => (language === 'nl' ? 'en' : 'nl')
const at = (language: Language, ...parts: readonly string[]) => `/${[PUBLIC_WORDS[language].path, ...parts.map(encodeURIComponent)].join('/')}`

/** Every edition for everybody, newest first. */
export function listPage(municipality: { name: string; example: boolean }, editions: readonly EditionSummary[], language: Language): string {
  const words = PUBLIC_WORDS[language]
  const body = html`<h1>${words.title}</h1><p>${municipality.name}</p>${editions.length === 0 ? html`<p>${words.none}</p>`
    : html`<ul>${[...editions].reverse().map(({ id, head }) => html`<li><a href="${at(language, id)}">${head.wave.label}</a>, ${dayInWords(head.date, language)}</li>`)}</ul>`}`
  return publicPage({ language, title: words.title, example: municipality.example, otherHref: at(other(language)), body })
}

/** One edition: who took part, the main outcomes, the areas, the files. */
export function editionPage(edition: EditionDetail, answers: readonly AreaAnswer[], language: Language): string {
  const { head, id } = edition
  const words = PUBLIC_WORDS[language]
  const figures = head.response.find(({ wave }) => wave === head.wave.id)
  const parts = head.areas.some(({ id: area }) => hasFigures(edition, area)) ? head.areas.map(({ id: area, name }) => ({ domain: area, name })) : districtsOf(edition, language)
  const body = html`<p><a href="${at(language)}">${words.back}</a></p><h1>${head.municipality}: ${head.wave.label}</h1>
<p>${words.published} ${dayInWords(head.date, language)}. ${head.baseline?.afterStart ? words.afterStart : null}</p>
<h2>${words.main}</h2>${mainItems(edition).map((item) => html`<section><h3>${nameOf(item, language)}</h3>${['all', 'focus'].map((domain) => outcome(edition, item, domain, language))}</section>`)}
${answersOf(answers, 'all', words)}
<h2>${words.whom}</h2><p>${figures ? responseSentence(figures, language) : null}</p><p>${words.margin}</p>
${planSection(head, language)}
<h2>${words.areas}</h2><ul class="areas">${parts.map(({ domain, name }) => html`<li><a href="${at(language, id, domain)}">${name}</a></li>`)}</ul>
<ul class="files"><li><a href="${at(language, id, 'data.csv')}" download>${words.data}</a></li><li><a href="${at(language, id, 'datapackage.json')}">${words.about}</a></li><li><a href="${at(language, id, 'account')}">${words.account}</a></li></ul>`
  return publicPage({ language, title: `${words.edition} ${head.wave.label}`, example: head.example, otherHref: at(other(language), id), body })
}

/** One area (or district): what the municipality answers, then every subject with now, before and the change. */
export function areaPage(edition: EditionDetail, domain: string, answers: readonly AreaAnswer[], language: Language): string {
  const { head, id } = edition
  const words = PUBLIC_WORDS[language]
  const items = head.items.filter(({ measure }) => measure === 'share' || measure === 'mean')
  const rows = items.flatMap((item) => {
    const now = rowOf(edition, item, domain)
    return now ? [{ item, now, comparison: comparisonOf(edition, item, domain) }] : []
  })
  const visible = rows.some(({ now }) => !('hidden' in now.cell))
  const name = publicDomain(domain, head, language)
  const body = html`<p><a href="${at(language, id)}">${words.back}</a></p><h1>${name}</h1><p>${head.wave.label}, ${head.municipality}</p>
${answersOf(answers, domain, words)}
${visible ? html`<p>${words.margin}</p><table><caption>${name}</caption><thead><tr><th scope="col">${words.subject}</th><th scope="col">${words.now}</th>${head.baseline ? html`<th scope="col">${words.before}</th><th scope="col">${words.change}</th>` : null}</tr></thead><tbody>${rows.map(({ item, now, comparison }) => html`<tr><th scope="row">${nameOf(item, language)}</th><td>${cellWords(item.measure, now.cell, language)}</td>${head.baseline ? html`<td>${comparison ? cellWords(item.measure, comparison.baseline, language) : ''}</td><td>${comparison && comparison.difference ? verdictSentence(comparison, language) : comparison?.verdict === 'break' ? changeSentence(comparison, language).replace(/^[^.]*\. /, '') : ''}</td>` : null}</tr>`)}</tbody></table>` : html`<p>${words.hidden}</p>`}
${planSection(head, language)}`
  return publicPage({ language, title: `${name}: ${head.wave.label}`, example: head.example, otherHref: at(other(language), id, domain), body })
}

/** Whether an edition says anything of a breakdown: areas and districts only. */
export function isPublicPart({ head, rows }: Pick<EditionDetail, 'head' | 'rows'>, domain: string): boolean {
  return head.areas.some(({ id }) => id === domain) || (domain.startsWith('district:') && rows.some((row) => row.domain === domain))
}

function mainItems({ head }: EditionDetail): EditionItem[] {
  const main = head.items.filter(({ measure }) => measure === 'share' || measure === 'mean')
  const primary = main.filter((item) => item.primary)
  return primary.length > 0 ? primary : main.slice(0, 6)
}

function outcome(edition: EditionDetail, item: EditionItem, domain: string, language: Language): Html | null {
  const comparison = comparisonOf(edition, item, domain)
  const row = rowOf(edition, item, domain)
  if (!comparison && !row) return null
  const said = comparison ? changeSentence(comparison, language, { afterStart: edition.head.baseline?.afterStart ?? false }) : `${cellWords(item.measure, row!.cell, language)}.`
  return html`<p><strong>${publicDomain(domain, edition.head, language)}</strong>: ${said}</p>`
}

function answersOf(answers: readonly AreaAnswer[], area: string, words: (typeof PUBLIC_WORDS)[Language]): Html | null {
  const found = answers.find((one) => one.area === area)
  if (!found || (found.said === '' && found.doing === '')) return null
  return html`<section class="answer"><h2>${words.said}</h2><p>${found.said}</p><h2>${words.doing}</h2><p>${found.doing}</p></section>`
}

function districtsOf({ head, rows }: EditionDetail, language: Language): { domain: string; name: string }[] {
  return [...new Set(rows.map(({ domain }) => domain).filter((domain) => domain.startsWith('district:')))].map((domain) => ({ domain, name: publicDomain(domain, head, language) }))
}

const same = (a: Pick<PublishedRow, 'item' | 'measure' | 'categories'>, b: Pick<PublishedRow, 'item' | 'measure' | 'categories'>) =>
  a.item === b.item && a.measure === b.measure && a.categories.join() === b.categories.join()
const rowOf = ({ head, rows }: EditionDetail, item: EditionItem, domain: string) => rows.find((row) => row.wave === head.wave.id && row.domain === domain && same(row, item))
const comparisonOf = ({ comparisons }: EditionDetail, item: EditionItem, domain: string): PublishedComparison | undefined => comparisons.find((one) => one.domain === domain && same(one, item))
const hasFigures = ({ head, rows }: EditionDetail, domain: string) => rows.some((row) => row.wave === head.wave.id && row.domain === domain && !('hidden' in row.cell))

function nameOf(item: EditionItem, language: Language): string {
  const label = item.label[language] ?? item.label.nl ?? item.item
  return label.charAt(0).toUpperCase() + label.slice(1)
}
