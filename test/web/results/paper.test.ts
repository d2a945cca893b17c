// Protects what is handed round on paper: the page of one area is one sheet of A4 and the council's memo two, printed by a real browser, with the plan, whom
// we heard and a long list of changes on it. NULMETING_PICTURES keeps the PDFs.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { EvaluationPlan } from '../../../src/analysis/evaluation-plan.ts'
import { AREAS } from '../../../src/example/town.ts'
import { coreInstrument } from '../../../src/instrument/batteries/core.ts'
import { startBrowser } from '../../support/browser.ts'
import type { Specimens } from './specimens.ts'
import { openView, serveSpecimens } from './specimens.ts'
import { townBeside } from './town-beside.ts'
import { townEdition } from './town-edition.ts'

const of = (role: string) => AREAS.filter((area) => area.role === role).map(({ id }) => id)
const plan: EvaluationPlan = {
  objectives: ['Bewoners zijn veiliger en wonen hier graag', 'Het netwerk dat de buurt onder druk zet, is weg', 'Bewoners vertrouwen gemeente en politie weer'],
  outcomes: coreInstrument.primary!.map((id) => ({ id, relevant: 5 })), boundaryYear: 2025, focus: of('focus'), comparison: of('comparison'), approachStarted: '2024-06-01',
}
const evaluation = { lockedOn: '2024-02-01', digest: 'a'.repeat(64), plan: { ...plan, focus: of('focus').slice(0, 2) }, amendments: [{ amendedOn: '2025-09-01', reason: 'De raad vroeg om een derde focuswijk, na de brief van de bewoners.', plan, digest: 'b'.repeat(64) }] }

let pages: Specimens
let browser: Browser
beforeAll(async () => {
  ;[pages, browser] = await Promise.all([serveSpecimens(), startBrowser()])
  const edition = await townEdition()
  await pages.show({ ...edition, head: { ...edition.head, plan: { ...edition.head.plan, evaluation } } }, townBeside(edition))
}, 240_000)
afterAll(async () => {
  await browser?.close()
  await pages?.close()
})

/** How many sheets a view prints on. */
async function sheets(address: string, name: string): Promise<number> {
  const page = await openView(browser, pages, address)
  // as in the console, where an example has its banner on every page
  await page.evaluate(() => {
    const banner = Object.assign(document.createElement('p'), { className: 'banner banner--example', textContent: 'Voorbeeldgemeente. Alles wat u hier ziet, is verzonnen.' })
    document.body.prepend(Object.assign(document.createElement('header'), { className: 'top' }))
    document.body.firstElementChild!.append(banner)
  })
  const pdf = await page.pdf({ format: 'A4', printBackground: true })
  const folder = process.env.NULMETING_PICTURES
  if (folder) writeFileSync(join(folder, `${name}.pdf`), pdf)
  await page.context().close()
  return pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0
}

describe.each(['nl', 'en'] as const)('on paper, in %s', (language) => {
  it('the page of one area is one A4, of a focus area, a comparison area and one with too few answers', async () => {
    for (const area of ['LK', 'MV', 'HE']) expect(await sheets(`wijk//${area}/${language}`, `wijk-${area}-${language}`), area).toBe(1)
  })

  it('the council\'s memo is two', async () => {
    expect(await sheets(`memo///${language}`, `memo-${language}`)).toBe(2)
  })
})
