// Protects who looks at results in the console: whatever a person wrote into names, questions, a plan or a file of figures is text in every view, in both
// languages, in the drawing that is saved and in the table that is saved. In a real browser, under the console's security policy.
import { readFile } from 'node:fs/promises'
import type { Browser, Page } from 'playwright-core'
import Papa from 'papaparse'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Edition } from '../../../src/analysis/edition.ts'
import { VIEW_NAMES } from '../../../web/languages/results-text.ts'
import { startBrowser } from '../../support/browser.ts'
import { FORMULAS, MARKUP, hostileEdition, runs } from '../../support/hostile-text.ts'
import { complaints } from '../console/look.ts'
import type { Specimens } from './specimens.ts'
import { openView, serveSpecimens } from './specimens.ts'
import { townBeside } from './town-beside.ts'
import { townEdition } from './town-edition.ts'

let pages: Specimens
let browser: Browser
let town: Edition
beforeAll(async () => {
  ;[pages, browser] = await Promise.all([serveSpecimens(), startBrowser()])
  town = await townEdition()
}, 240_000)
afterAll(async () => {
  await browser?.close()
  await pages?.close()
})

async function show(texts: readonly string[]): Promise<void> {
  const hostile = hostileEdition(town, texts)
  const beside = townBeside(town)
  const others = beside.beside!.map((one, index) => ({ ...one, benchmark: { ...one.benchmark, source: texts[index % texts.length]!, topic: texts[(index + 1) % texts.length]! }, figure: { ...one.figure, region: texts[(index + 2) % texts.length]! } }))
  const series = beside.series!.map((one, index) => ({ ...one, wave: { ...one.wave, label: texts[index % texts.length]! } }))
  await pages.show(hostile, { ...beside, beside: others, series })
}

/** Clicks a button of the first figure and reads what it saved. */
async function saved(page: Page, label: string): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.locator('.take__one', { hasText: label }).first().click()])
  expect(download.suggestedFilename()).toMatch(/^[A-Za-z0-9-]+\.(csv|svg|png)$/)
  return readFile(await download.path(), 'utf8')
}

describe('every view, with hostile names', () => {
  it.each(['nl', 'en'] as const)('attack 25: shows markup as text, in the page and in the drawing that is saved (%s)', async (language) => {
    await show(MARKUP)
    const page = await openView(browser, pages, `${VIEW_NAMES[0]}///${language}`)
    const said = complaints(page)
    for (const name of VIEW_NAMES) {
      await page.evaluate((hash) => { location.hash = hash }, `/vergelijken/e1/${name}///${language}`)
      await page.locator(`.results__views a[href*="/${name}/"][aria-current]`).waitFor()
      await page.locator('[data-ready]').first().waitFor()
      expect(await page.locator('main :is(img, script, iframe, foreignObject, style, textarea, body), main [onload], main [onerror], main a[href^="javascript" i]').count(), name).toBe(0)
      expect(await page.title(), name).not.toBe('hit')
      expect(await page.locator('main').innerText(), name).toMatch(/<(img|script|svg|a |iframe|foreignObject)/)
    }
    await page.evaluate((hash) => { location.hash = hash }, `/vergelijken/e1/onderwerp///${language}`)
    await page.locator('[data-ready]').first().waitFor()
    const svg = await saved(page, 'SVG')
    // read back on an empty page: the console's own policy refuses to parse text at all
    const empty = await page.context().newPage()
    const seen = await empty.evaluate((text) => {
      const file = new DOMParser().parseFromString(text, 'image/svg+xml')
      const all = [...file.querySelectorAll('*')]
      return { names: [...new Set(all.map((one) => one.localName))], on: all.flatMap((one) => one.getAttributeNames()).filter((name) => /^on|href|class$/i.test(name)), text: file.documentElement.textContent }
    }, svg)
    expect(seen.names.filter((name) => !['svg', 'g', 'rect', 'text', 'tspan', 'line', 'path', 'circle', 'polygon', 'polyline', 'title', 'desc', 'defs', 'pattern', 'clipPath'].includes(name))).toEqual([])
    expect(seen.on).toEqual([])
    expect(seen.text).toContain('<')
    expect(said).toEqual([])
    await page.context().close()
  })

  it('attack 26: saves no formula in any table of any view', async () => {
    await show(FORMULAS)
    const page = await openView(browser, pages, `${VIEW_NAMES[0]}///nl`)
    for (const name of VIEW_NAMES.filter((each) => each !== 'memo')) {
      await page.evaluate((hash) => { location.hash = hash }, `/vergelijken/e1/${name}///nl`)
      await page.locator(`.results__views a[href*="/${name}/"][aria-current]`).waitFor()
      await page.locator('[data-ready]').first().waitFor()
      const { data } = Papa.parse<string[]>((await saved(page, 'CSV')).replace(/^\ufeff/, ''), { delimiter: ';', skipEmptyLines: true })
      expect(data.length, name).toBeGreaterThan(1)
      for (const row of data) for (const cell of row) expect(runs(cell), `${name} ${JSON.stringify(cell)}`).toBe(false)
    }
    await page.context().close()
  })
})
