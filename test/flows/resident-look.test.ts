// Every page state of somebody who answers a survey, looked at once per language and width (page-look.ts says what is looked for).
// Separate from the flows, which test what the pages do.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Browser } from 'playwright-core'
import { codeTexts } from '../../web/languages/code.ts'
import { aPhone, startBrowser } from '../support/browser.ts'
import { look } from './page-look.ts'
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
      await page.getByRole('heading', { name: codeTexts[text.language]!.heading }).waitFor()
      await look(page, 'code')
      await page.getByLabel(codeTexts[text.language]!.label, { exact: true }).fill('K7M2')
      await button(page, text.next).click()
      await page.locator('.summary').waitFor()
      await look(page, 'code-mistake')
      await page.getByLabel(codeTexts[text.language]!.label, { exact: true }).fill(field.freshCode())
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
