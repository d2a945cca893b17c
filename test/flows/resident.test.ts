// A resident's way from letter to thanks in a real browser on the real app: in two languages, back and forth, with a reload, typed or scanned.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Browser, Page } from 'playwright-core'
import { printedCode } from '../../src/crypto/invite-code.ts'
import { codeTexts } from '../../web/languages/code.ts'
import { aPhone, startBrowser } from '../support/browser.ts'
import { startField } from './resident-field.ts'
import type { Field } from './resident-field.ts'
import { RUNTIMES } from './stand.ts'
import type { Runtime } from './stand.ts'
import { answerAll, begin, button, en, heading, kept, nl, openLetter, send } from './resident-walk.ts'

let field: Field
let browser: Browser
const aPage = async (): Promise<Page> => (await aPhone(browser)).newPage()
const rows = async () => (await field.readings()).length
/** The newest row among readings: the one that was not there before. */
async function newRow(before: Awaited<ReturnType<Field['readings']>>) {
  const known = new Set(before.map((reading) => JSON.stringify(reading)))
  const added = (await field.readings()).filter((reading) => !known.has(JSON.stringify(reading)))
  expect(added).toHaveLength(1)
  return added[0] as Extract<(typeof added)[number], { row: unknown }>
}

beforeAll(async () => {
  browser = await startBrowser()
})
afterAll(() => browser?.close())

function inField(runtime: Runtime, options = {}): void {
  beforeAll(async () => {
    field = await startField({ runtime, ...options })
  }, 180_000)
  afterAll(() => field?.close())
}

describe.each(RUNTIMES)('resident (%s)', (runtime) => {
  // Without grace: the last test closes the wave.
  inField(runtime, { graceHours: 0 })

  it('answers in Dutch from the letter to the thanks, and exactly one valid response arrives', async () => {
    const before = await field.readings()
    const page = await aPage()
    await openLetter(page, field.letter(field.freshCode()))
    expect(await rows()).toBe(before.length)
    await begin(page)
    expect(await page.title()).toBe('Vraag 1 van 28 - Buurtonderzoek')
    await answerAll(page)
    await send(page)
    const { row } = await newRow(before)
    expect(row).toMatchObject({ language: 'nl', mode: 'web', phase: '2' })
    expect(row.answers.liveMark).toBe(1)
    expect(row.answers.helpEachOther).toBe(97)
    expect(await kept(page)).toBe('[]')
    expect(await page.title()).toBe('Buurtonderzoek')
  })

  it('skips every question without a word of blame', async () => {
    const before = await field.readings()
    const page = await aPage()
    await openLetter(page, field.letter(field.freshCode()))
    await begin(page)
    let asked = 0
    for (; !(await button(page, nl.ready.send).isVisible()); asked += 1) {
      expect(await page.locator('[role=alert]').count()).toBe(0)
      await button(page, nl.next).click()
    }
    expect(asked).toBeLessThanOrEqual(28)
    await send(page)
    const { row } = await newRow(before)
    expect(new Set(Object.values(row.answers).flat())).toEqual(new Set([96, 97]))
  })

  it('takes a typed label and a sloppy code, and names slips before anything is sent', async () => {
    const before = await field.readings()
    const page = await aPage()
    const code = field.freshCode()
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url().replace(field.origin, '')))
    await page.goto(field.origin)
    await page.getByLabel(nl.start.label).fill('abc')
    await button(page, nl.next).click()
    expect(await page.locator('.summary').innerText()).toContain(nl.mistakes.labelShape)
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('summary')
    expect(await page.title()).toBe('Fout: Buurtonderzoek')
    await page.locator('.summary a').click()
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('label')
    expect(asked.filter((path) => path.startsWith('/api'))).toEqual([])
    await page.getByLabel(nl.start.label).fill(field.manifest.label.toLowerCase())
    await button(page, nl.next).click()
    await page.getByRole('heading', { name: codeTexts.nl!.heading }).waitFor()
    const slip = (code[0] === '7' ? '8' : '7') + code.slice(1)
    await page.getByLabel(codeTexts.nl!.label, { exact: true }).fill(slip)
    await button(page, nl.next).click()
    expect(await page.locator('.summary').innerText()).toContain(codeTexts.nl!.mistakes.check)
    expect(asked.filter((path) => path.includes('invites'))).toEqual([])
    await page.getByLabel(codeTexts.nl!.label, { exact: true }).fill(printedCode(code).toLowerCase().replace(/0/g, 'o').replace(/1/g, 'i'))
    await button(page, nl.next).click()
    await begin(page)
    await answerAll(page)
    await send(page)
    await newRow(before)
  })

  it('a closed wave gets a kind page, also for somebody half way', async () => {
    const half = await aPage()
    await openLetter(half, field.letter(field.freshCode()))
    await begin(half)
    await answerAll(half)
    await field.endFieldwork()
    await button(half, nl.ready.send).click()
    await half.getByRole('heading', { name: nl.closed.heading }).waitFor()
    expect(await kept(half)).toBe('[]')
    const late = await aPage()
    await late.goto(field.letter(field.freshCode()))
    await late.getByRole('heading', { name: nl.closed.heading }).waitFor()
  })
})

describe('resident, on the phone alone', () => {
  inField('Node')

  it('answers in English, and may change the language in the middle without losing answers', async () => {
    const before = await field.readings()
    const page = await aPage()
    await openLetter(page, field.letter(field.freshCode()))
    await begin(page)
    await page.getByLabel('8', { exact: true }).check({ force: true })
    await button(page, 'English').click()
    await button(page, en.next).waitFor()
    expect(await page.locator('html').getAttribute('lang')).toBe('en')
    expect(await page.getByLabel('8', { exact: true }).isChecked()).toBe(true)
    await button(page, en.next).click()
    await answerAll(page, en, 0)
    await send(page, en)
    const { row } = await newRow(before)
    expect(row).toMatchObject({ language: 'en', answers: { liveMark: 8 } })
  })

  it('goes back with the page and with the browser, changes an answer, and keeps the others', async () => {
    const page = await aPage()
    await openLetter(page, field.letter(field.freshCode()))
    await begin(page)
    const first = await heading(page)
    await page.getByLabel('7', { exact: true }).check({ force: true })
    await button(page, nl.next).click()
    const second = await heading(page)
    await page.locator('fieldset input').nth(1).check()
    await button(page, nl.next).click()
    await button(page, nl.back).click()
    expect(await heading(page)).toBe(second)
    expect(await page.locator('fieldset input').nth(1).isChecked()).toBe(true)
    await page.goBack()
    expect(await heading(page)).toBe(first)
    expect(await page.getByLabel('7', { exact: true }).isChecked()).toBe(true)
    await page.getByLabel('2', { exact: true }).check({ force: true })
    await page.goForward()
    expect(await heading(page)).toBe(second)
    expect(await page.locator('fieldset input').nth(1).isChecked()).toBe(true)
    await button(page, nl.back).click()
    expect(await page.getByLabel('2', { exact: true }).isChecked()).toBe(true)
    expect(await page.evaluate(() => typeof history.state)).toBe('number')
  })

  it('goes on at the same question after a reload, with its answers', async () => {
    const page = await aPage()
    await openLetter(page, field.letter(field.freshCode()))
    await begin(page)
    await page.getByLabel('6', { exact: true }).check({ force: true })
    await button(page, nl.next).click()
    const second = await heading(page)
    await page.reload()
    await page.getByRole('heading', { name: second }).waitFor()
    await button(page, nl.back).click()
    expect(await page.getByLabel('6', { exact: true }).isChecked()).toBe(true)
  })

  it('does not know a label that no wave has', async () => {
    const page = await aPage()
    await page.goto(field.origin)
    await page.getByLabel(nl.start.label).fill(field.manifest.label === '0000' ? '0001' : '0000')
    await button(page, nl.next).click()
    await page.getByText(nl.mistakes.labelUnknown).first().waitFor()
  })

  it('the static page is what the app draws: nothing jumps when the script arrives', async () => {
    const context = await aPhone(browser, { javaScriptEnabled: false })
    const still = await context.newPage()
    await still.goto(field.origin)
    const page = await aPage()
    await page.goto(field.origin)
    await page.waitForFunction(() => document.documentElement.lang === 'nl' && performance.getEntriesByType('resource').some(({ name }) => name.endsWith('.js')))
    const plain = (html: string) => html.replace(/ (tabindex|spellcheck)="[^"]*"/gi, '').replace(/tel:[^"]*/g, 'tel:')
    const sorted = (html: string) => plain(html).replace(/<([a-z0-9]+)((?: [a-z-]+(?:="[^"]*")?)+)/g, (_, tag: string, attributes: string) => `<${tag} ${attributes.match(/[a-z-]+(="[^"]*")?/g)!.sort().join(' ')}`)
    expect(sorted(await page.locator('#app').innerHTML())).toBe(sorted(await still.locator('#app').innerHTML()))
  })
})
