// Every component and chart specimen in a real browser under the console's security policy: nothing in a name becomes markup, axe is
// silent, nothing scrolls sideways on a phone, text stays readable, and each kind of figure is drawn or said.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Pages } from '../console/build-pages.ts'
import { servePages } from '../console/build-pages.ts'
import { complaints, newPage, picture, sideways, violations } from '../console/look.ts'
import { startBrowser } from '../../support/browser.ts'
import { drawnExamples } from '../../../web/charts/drawn-examples.ts'
import { examples } from '../../../web/components/examples.tsx'

let pages: Pages
let browser: Browser

beforeAll(async () => {
  ;[pages, browser] = await Promise.all([servePages('web/components', 'docs.html'), startBrowser()])
})
afterAll(async () => {
  await browser?.close()
  await pages?.close()
})

async function open(width: number): Promise<{ page: Page; said: string[] }> {
  const page = await newPage(browser, width)
  const said = complaints(page)
  await page.goto(pages.url)
  await page.waitForSelector('.specimen')
  return { page, said }
}

const example = (page: Page, name: string) => page.locator(`[data-example=${JSON.stringify(name)}]`)

describe('specimens', () => {
  it('attack 25: keeps markup in area names, headings and table cells as text', async () => {
    const { page, said } = await open(1280)
    expect(await page.title()).toBe('Onderdelen')
    expect(await page.locator('.specimen script, .specimen img').count()).toBe(0)
    expect(await example(page, 'Dumbbell: Namen die geen tekst willen zijn').textContent()).toContain('<script>document.title="x"</script>')
    expect(said).toEqual([])
    await page.close()
  })

  it.each([360, 768, 1280])('has no accessibility violation and no sideways scroll at %i pixels', async (width) => {
    const { page, said } = await open(width)
    expect(await page.locator('.specimen').count()).toBe(examples.length)
    expect(await violations(page)).toEqual([])
    expect(await sideways(page)).toBeLessThanOrEqual(0)
    await picture(page, `specimens-${width}`)
    for (const name of ['Dumbbell: Aandeel per wijk', 'Dumbbell: Grens, gat en breuk', ...drawnExamples.map((each) => `Drawing: ${each.name}`)]) await picture(page, `${name.replace(/\W+/g, '-')}-${width}`, `[data-example="${name}"]`)
    expect(said).toEqual([])
    await page.close()
  })

  it('draws or says every kind of figure: shown, wide, limit, hidden, bare, absent, break', async () => {
    const { page } = await open(1280)
    const shares = example(page, 'Dumbbell: Aandeel per wijk')
    expect(await shares.locator('.dumbbell__lane--now .dumbbell__point').count()).toBe(8)
    expect(await shares.locator('.dumbbell__row .dumbbell__lane--wide').count()).toBe(2)
    expect(await shares.locator('.chart__note').allTextContents()).toEqual(['te weinig antwoorden'])
    const edge = example(page, 'Dumbbell: Grens, gat en breuk')
    expect(await edge.locator('.dumbbell__limit').allTextContents()).toEqual(expect.arrayContaining(['≤ 3%', '≥ 95%', '≥ 96%']))
    expect(await edge.locator('.dumbbell__row .dumbbell__break').count()).toBe(1)
    expect(await edge.locator('.dumbbell__row--break .dumbbell__joint').count()).toBe(0)
    expect(await edge.locator('.dumbbell__lane--bare .dumbbell__point').count()).toBe(1)
    expect(await edge.locator('.chart__note').allTextContents()).toContain('toen: niet gevraagd')
    await page.close()
  })

  it('keeps chart text at 12 pixels or more and inside the drawing on a phone', async () => {
    const { page } = await open(360)
    const text = await page.locator('.chart__drawing text').evaluateAll((nodes) => nodes.map((node) => {
      const box = node.getBoundingClientRect()
      const frame = node.closest('svg')!.getBoundingClientRect()
      return { words: node.textContent, size: parseFloat(getComputedStyle(node).fontSize), outside: Math.max(frame.left - box.left, box.right - frame.right, box.bottom - frame.bottom) }
    }))
    expect(text.length).toBeGreaterThan(50)
    expect(text.filter(({ size }) => size < 12)).toEqual([])
    expect(text.filter(({ outside }) => outside > 2)).toEqual([])
    await page.close()
  })

  it('reaches every row by keyboard, one tab stop a chart, and says the row as a sentence', async () => {
    const { page } = await open(1280)
    const rows = example(page, 'Dumbbell: Aandeel per wijk').locator('.dumbbell__row')
    expect(await rows.evaluateAll((nodes) => nodes.filter((node) => node.getAttribute('tabindex') === '0').length)).toBe(1)
    await rows.first().focus()
    await page.keyboard.press('ArrowDown')
    expect(await rows.nth(1).evaluate((node) => node === document.activeElement)).toBe(true)
    expect(await rows.nth(1).getAttribute('aria-label')).toMatch(/^\S.+\.$/)
    await page.close()
  })
})
