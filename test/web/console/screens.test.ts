// Every screen of the console in every stage, in a real browser under the console's security policy: axe is silent, nothing scrolls
// sideways, no name becomes markup, the example's banner is on every page, the words of the trade stay outside.
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startBrowser } from '../../support/browser.ts'
import { screenExamples } from '../../../web/console/screen-examples.tsx'
import type { Pages } from './build-pages.ts'
import { servePages } from './build-pages.ts'
import { complaints, newPage, picture, sideways, violations } from './look.ts'

let pages: Pages
let browser: Browser

beforeAll(async () => {
  ;[pages, browser] = await Promise.all([servePages('web/console', 'screens.html'), startBrowser()])
})
afterAll(async () => {
  await browser?.close()
  await pages?.close()
})

// Design section 8: nobody has to read these. Whole words, so that "ongewogen" or "wavelengte" would not trip.
const TRADE = /\b(wave|waves|credential|credentials|opening|merkle|token|hash|digest|JSON|undefined|NaN|null)\b/i

describe.each(screenExamples)('screen $name', ({ name, signedIn }) => {
  it('has no violation, no sideways scroll, no markup from names, no words of the trade', async () => {
    const page = await newPage(browser, 360)
    const said = complaints(page)
    await page.goto(`${pages.url}#${name}`)
    await page.waitForSelector('h1')
    for (const width of [360, 768, 1280]) {
      await page.setViewportSize({ width, height: 900 })
      expect(await sideways(page), `sideways at ${width}`).toBeLessThanOrEqual(0)
      if (width !== 768) expect(await violations(page), `axe at ${width}`).toEqual([])
      await picture(page, `${name}-${width}`)
    }
    expect((await page.locator('body').innerText()).match(TRADE)).toBeNull()
    expect(await page.locator('h1').count()).toBe(1)
    expect(await page.locator('.banner--example').count()).toBe(signedIn ? 1 : 0)
    expect(await page.locator('main script, main i').count()).toBe(0)
    expect(await page.title()).toMatch(/ - Nulmeting$/)
    expect(said).toEqual([])
    await page.context().close()
  })
})

describe('screens', () => {
  it('attack 25: shows markup in the name of a meting as text', async () => {
    const page = await newPage(browser, 1280)
    await page.goto(`${pages.url}#waves`)
    await page.waitForSelector('h1')
    expect(await page.locator('h2').allInnerTexts()).toEqual(expect.arrayContaining([expect.stringContaining('"><script>document.title="x"</script>')]))
    await page.context().close()
  })

  it('gives each meting at most one next button', async () => {
    const page = await newPage(browser, 1280)
    await page.goto(`${pages.url}#waves`)
    await page.waitForSelector('.wave')
    const counts = await page.locator('.wave').evaluateAll((rows) => rows.map((row) => row.querySelectorAll('.button').length))
    expect(Math.max(...counts)).toBe(1)
    await page.context().close()
  })
})
