// Every view of the example town in a real browser, on a phone, a tablet and a laptop, light and dark, Dutch and English: axe is silent, nothing scrolls
// sideways, every chart has its table and every row its sentence. NULMETING_PICTURES keeps the pictures.
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { VIEW_NAMES } from '../../../web/languages/results-text.ts'
import { startBrowser } from '../../support/browser.ts'
import { complaints, picture, sideways, violations } from '../console/look.ts'
import type { Specimens } from './specimens.ts'
import { openView, serveSpecimens } from './specimens.ts'
import { townBeside } from './town-beside.ts'
import { townEdition } from './town-edition.ts'

let pages: Specimens
let browser: Browser

beforeAll(async () => {
  ;[pages, browser] = await Promise.all([serveSpecimens(), startBrowser()])
  const edition = await townEdition()
  await pages.show(edition, townBeside(edition))
}, 240_000)
afterAll(async () => {
  await browser?.close()
  await pages?.close()
})

/** Each view once in each language and scheme, and at each width: pairs, not all of them. */
const LOOKS = [
  { language: 'nl', scheme: 'light', width: 360 }, { language: 'en', scheme: 'dark', width: 768 }, { language: 'nl', scheme: 'dark', width: 1280 }, { language: 'en', scheme: 'light', width: 1280 },
] as const

describe.each(VIEW_NAMES)('the view %s', (name) => {
  it.each(LOOKS)('has no violation and no sideways scroll in $language, $scheme, at $width', async ({ language, scheme, width }) => {
    const page = await openView(browser, pages, `${name}///${language}`, { width, scheme })
    const said = complaints(page)
    expect(await sideways(page)).toBeLessThanOrEqual(0)
    expect(await violations(page)).toEqual([])
    expect(await page.locator('h1').count()).toBe(1)
    for (const row of await page.locator('.chart__row').evaluateAll((rows) => rows.map((each) => each.getAttribute('aria-label') ?? ''))) expect(row).toMatch(/\S.*[.:)]$/)
    expect(await page.locator('main').innerText()).not.toMatch(/undefined|NaN|\[object/)
    const small = await page.locator('.chart__drawing text').evaluateAll((nodes) => nodes.filter((node) => parseFloat(getComputedStyle(node).fontSize) < 12).length)
    expect(small).toBe(0)
    await picture(page, `view-${name}-${language}-${scheme}-${width}`)
    expect(said).toEqual([])
    await page.context().close()
  })
})
