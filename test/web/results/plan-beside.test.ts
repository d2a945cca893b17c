// Protects the promise that a result never stands alone: the plan that was fixed beforehand, every later change of it, the name of a late baseline and the
// paragraph on regression to the mean stand beside all twelve views, the public pages and the account, in both languages, on screen and on paper.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Edition, EditionHead } from '../../../src/analysis/edition.ts'
import type { EvaluationPlan, LockedPlan } from '../../../src/analysis/evaluation-plan.ts'
import { planStatement } from '../../../src/analysis/plan-statement.ts'
import { coreInstrument } from '../../../src/instrument/batteries/core.ts'
import { accountPage } from '../../../src/publication/account.ts'
import { areaPage, editionPage } from '../../../src/publication/edition-page.ts'
import type { EditionDetail } from '../../../src/results/wire.ts'
import { VIEW_NAMES } from '../../../web/languages/results-text.ts'
import { startBrowser } from '../../support/browser.ts'
import type { Specimens } from './specimens.ts'
import { openView, serveSpecimens } from './specimens.ts'
import { townEdition } from './town-edition.ts'

const plan: EvaluationPlan = { objectives: ['Veiliger en graag wonen hier'], outcomes: coreInstrument.primary!.slice(0, 2).map((id) => ({ id, relevant: 5 })), boundaryYear: 2025, focus: ['LK'], comparison: ['MV'], approachStarted: '2024-02-01' }
const locked: LockedPlan = { lockedOn: '2024-01-15', digest: 'a'.repeat(64), plan, amendments: [{ amendedOn: '2025-09-01', reason: 'De raad vroeg om Sluiswijk.', plan: { ...plan, focus: ['LK', 'SW'] }, digest: 'b'.repeat(64) }] }

let town: Edition
const late = (more: Partial<EditionHead> = {}): Edition => ({ ...town, head: { ...town.head, plan: { ...town.head.plan, approachStarted: '2024-02-01', evaluation: locked }, baseline: { ...town.head.baseline!, afterStart: true }, ...more } })

/** What has to be read on a page, in each language. */
const SAID = {
  nl: ['Veiliger en graag wonen hier', 'telt vanaf 5', 'Gewijzigd op 1 september 2025: focuswijken (Lindenkwartier → Lindenkwartier, Sluiswijk). Reden: De raad vroeg om Sluiswijk.', 'nulmeting na de start', 'terugkeer naar het gemiddelde'],
  en: ['Veiliger en graag wonen hier', 'matters from 5', 'Changed on 1 September 2025: focus areas (Lindenkwartier → Lindenkwartier, Sluiswijk). Reason: De raad vroeg om Sluiswijk.', 'baseline after the start', 'regression to the mean'],
} as const
const missing = (text: string, language: 'nl' | 'en'): string[] => {
  const flat = text.replaceAll(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code))).replaceAll(/\s+/g, ' ')
  return SAID[language].filter((said) => !flat.includes(said))
}

let pages: Specimens
let browser: Browser
beforeAll(async () => {
  ;[pages, browser] = await Promise.all([serveSpecimens(), startBrowser()])
  town = await townEdition()
  await pages.show(late())
}, 240_000)
afterAll(async () => {
  await browser?.close()
  await pages?.close()
})

describe('the evaluation plan', () => {
  it.each(['nl', 'en'] as const)('stands beside every one of the twelve views, on screen and on paper (%s)', async (language) => {
    const page: Page = await openView(browser, pages, `${VIEW_NAMES[0]}///${language}`)
    for (const name of VIEW_NAMES) {
      await page.evaluate((hash) => { location.hash = hash }, `/vergelijken/e1/${name}///${language}`)
      await page.locator(`.results__views a[href*="/${name}/"][aria-current]`).waitFor()
      for (const media of ['screen', 'print'] as const) {
        await page.emulateMedia({ media })
        expect(missing(await page.locator('main').innerText(), language), `${name} on ${media}`).toEqual([])
      }
      await page.emulateMedia({ media: 'screen' })
    }
    await page.context().close()
  })

  it('stands on every public page and in the technical account', () => {
    const { exact: _, ...edition } = late()
    const detail = { ...edition, id: 'e1', number: 1, wave: 'w2', audience: 'public', publishedOn: '2026-05-12', root: '0'.repeat(64), signature: 'x', publicKey: 'y' } as unknown as EditionDetail
    for (const language of ['nl', 'en'] as const) {
      for (const [name, body] of Object.entries({ edition: editionPage(detail, [], language), area: areaPage(detail, 'LK', [], language), hidden: areaPage(detail, 'HE', [], language), account: accountPage(detail, null, language, '/') })) {
        expect(missing(body, language), `${name} ${language}`).toEqual([])
        expect(body.length, name).toBeLessThan(50_000)
      }
    }
  })

  it('names a lone measurement after the start too, says when nothing was fixed, and when it was fixed too late', () => {
    const day = (iso: string) => iso
    expect(planStatement(late({ baseline: null }).head, 'nl', day).afterStart).toContain('nulmeting na de start')
    expect(planStatement({ ...late().head, plan: { ...town.head.plan, approachStarted: null } }, 'nl', day)).toMatchObject({ fixed: 'Vooraf was geen evaluatieplan vastgelegd.', parts: [], amendments: [] })
    expect(planStatement(late().head, 'nl', day).fixed).toContain('vóór de eerste meting')
    expect(planStatement({ ...late().head, plan: { ...town.head.plan, evaluation: { ...locked, lockedOn: '2025-01-01', amendments: [] } } }, 'nl', day)).toMatchObject({
      fixed: 'Het evaluatieplan ligt vast sinds 2025-01-01. De eerste meting was toen al begonnen.', amendments: ['Sindsdien is er niets aan veranderd.'],
    })
  })

  it('says nothing of a late baseline when it was in time', () => {
    const day = (iso: string) => iso
    expect(planStatement(town.head, 'nl', day).afterStart).toBeNull()
    expect(planStatement({ ...town.head, baseline: null, plan: { ...town.head.plan, approachStarted: null } }, 'nl', day).afterStart).toBeNull()
  })
})
