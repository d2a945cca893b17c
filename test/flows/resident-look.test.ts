// Every page state of a resident: no axe violation (WCAG 2.2 AA), no sideways scroll at 320 px, rows of 48 px, neutral titles.
// Walks through all of them once per language and width; pictures are kept when NULMETING_PICTURES names a folder.
import { AxeBuilder } from '@axe-core/playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Browser, Page } from 'playwright-core'
import { aPhone, startBrowser } from '../support/browser.ts'
import { startField } from './resident-field.ts'
import type { Field } from './resident-field.ts'
import { begin, button, en, nl, openLetter, thanked } from './resident-walk.ts'

let field: Field
let browser: Browser

beforeAll(async () => {
  field = await startField()
  browser = await startBrowser()
})
afterAll(async () => {
  await browser?.close()
  await field?.close()
})

async function look(page: Page, name: string): Promise<void> {
  const width = page.viewportSize()!.width
  // What axe looks at does not change any more above the phone's widths; layout does.
  const { violations } = width > 700 ? { violations: [] } : await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`), name).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), `${name} sideways`).toBeLessThanOrEqual(0)
  const small = await page.evaluate(() => Array.from(document.querySelectorAll<HTMLElement>('.choice, .mark, button, .exit-button, input[type=text]'))
    .map((element) => ({ name: element.innerText || element.id, height: element.getBoundingClientRect().height })).filter(({ height }) => height < 48))
  expect(small, `${name} targets`).toEqual([])
  expect(await page.title()).not.toMatch(/veilig|safe|nulmeting|baseline|crim|druk|Noord|Zuid/i)
  if (process.env.NULMETING_PICTURES) await page.screenshot({ path: `${process.env.NULMETING_PICTURES}/${name}-${width}.png`, fullPage: width < 700 })
}

describe('resident pages', () => {
  for (const [width, text] of [[320, nl], [360, en], [768, nl], [1280, nl]] as const) {
    it(`are accessible and fit at ${width} px in ${text.language}`, { timeout: 180_000 }, async () => {
      const page = await (await aPhone(browser, { viewport: { width, height: width < 700 ? 740 : 900 }, isMobile: width < 700 })).newPage()
      await page.goto(field.origin)
      if (text === en) await button(page, 'English').click()
      await look(page, 'start')
      await button(page, text.next).click()
      await page.locator('.summary').waitFor()
      await look(page, 'start-mistake')
      await page.getByLabel(text.start.label).fill(field.manifest.label)
      await button(page, text.next).click()
      await page.getByRole('heading', { name: text.code.heading }).waitFor()
      await look(page, 'code')
      await page.getByLabel(text.code.label, { exact: true }).fill('K7M2')
      await button(page, text.next).click()
      await page.locator('.summary').waitFor()
      await look(page, 'code-mistake')
      await page.getByLabel(text.code.label, { exact: true }).fill(field.freshCode())
      await button(page, text.next).click()
      await button(page, text.welcome.begin).waitFor()
      await look(page, 'welcome')
      await button(page, text.welcome.begin).click()
      await look(page, 'leaving')
      await button(page, text.leaving.understood).click()
      const seen = new Set<string>()
      for (let i = 0; !(await button(page, text.ready.send).isVisible()); i += 1) {
        const kind = (await page.locator('.marks').count()) ? 'mark' : await page.locator('fieldset input').first().getAttribute('type')
        const inputs = page.locator('fieldset input')
        // The last real option opens every branch there is.
        await inputs.nth((await inputs.count()) - 3).check({ force: true })
        if (!seen.has(kind!)) {
          await look(page, `question-${kind}`)
          await button(page, text.question.conceal).click()
          await look(page, `question-${kind}-concealed`)
          await button(page, text.question.reveal).click()
        }
        seen.add(kind!)
        await button(page, text.next).click()
        expect(i).toBeLessThan(30)
      }
      expect([...seen].sort()).toEqual(['checkbox', 'mark', 'radio'])
      await look(page, 'ready')
      await page.route('**/api/credentials', (route) => route.abort())
      await button(page, text.ready.send).click()
      await page.getByText(text.sending.waiting, { exact: true }).waitFor()
      await look(page, 'waiting')
      await page.unroute('**/api/credentials')
      await thanked(page, text)
      await look(page, 'thanks')
    })
  }

  it('are accessible where something is wrong: refused, closed, no connection, idle warning, old browser', { timeout: 120_000 }, async () => {
    const page = await (await aPhone(browser)).newPage()
    await page.route('**/api/manifests/*', (route) => route.abort())
    await page.goto(field.letter(field.freshCode()))
    await page.getByRole('heading', { name: nl.unreachable.heading }).waitFor()
    await look(page, 'unreachable')
    await page.unroute('**/api/manifests/*')
    await page.route('**/api/manifests/*', (route) => route.fulfill({ json: {} }))
    await button(page, nl.unreachable.again).click()
    await page.getByRole('heading', { name: nl.refused.heading }).waitFor()
    await look(page, 'refused')

    const closed = await (await aPhone(browser)).newPage()
    await closed.route('**/api/invites/check', (route) => route.fulfill({ json: { takesAnswers: false } }))
    await closed.goto(field.letter(field.freshCode()))
    await closed.getByRole('heading', { name: nl.closed.heading }).waitFor()
    await look(closed, 'closed')

    const idle = await (await aPhone(browser)).newPage()
    await idle.clock.install({ time: new Date() })
    await openLetter(idle, field.letter(field.freshCode()))
    await begin(idle)
    await idle.clock.fastForward(9 * 60_000 + 1_000)
    await idle.getByText(nl.idle.warning).waitFor()
    await look(idle, 'idle-warning')

    const old = await (await aPhone(browser)).newPage()
    await old.addInitScript(() => { Object.defineProperty(window, 'BigInt', { value: undefined }) })
    await old.goto(field.origin)
    await old.locator('#old:visible').waitFor()
    await look(old, 'old')
  })

  it('works right to left without another style sheet', async () => {
    const page = await (await aPhone(browser)).newPage()
    await openLetter(page, field.letter(field.freshCode()))
    await begin(page)
    await page.evaluate(() => { document.documentElement.dir = 'rtl' })
    await look(page, 'question-rtl')
    const [input, words] = await page.locator('.choice').first().evaluate((row) => [...row.children].map((child) => child.getBoundingClientRect().left))
    expect(input).toBeGreaterThan(words!)
  })

  it('moves focus to the heading of each new page', async () => {
    const page = await (await aPhone(browser)).newPage()
    await openLetter(page, field.letter(field.freshCode()))
    await begin(page)
    for (let i = 0; i < 3; i += 1) {
      expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1')
      expect(await page.evaluate(() => scrollY)).toBe(0)
      await button(page, nl.next).click()
    }
  })
})
