// The steps of a resident, as the flows repeat them: open the letter, begin, answer, send. In the words of the page, so that a changed
// page fails here and not in every flow.
import { expect } from 'vitest'
import type { Page, Request } from 'playwright-core'
import { thanksTexts } from '../../web/languages/thanks.ts'
import { nl } from '../../web/languages/nl.ts'
import { en } from '../../web/languages/en.ts'
import type { ResidentText } from '../../web/languages/resident-text.ts'

export { nl, en }

export const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
export const heading = (page: Page) => page.locator('h1').innerText()

/** Opens a letter's link as a camera does: in a fresh tab. */
export async function openLetter(page: Page, address: string, text: ResidentText = nl): Promise<void> {
  await page.goto(address)
  await button(page, text.welcome.begin).waitFor()
}

/** From the introduction to the first question. */
export async function begin(page: Page, text: ResidentText = nl): Promise<void> {
  await button(page, text.welcome.begin).click()
  await button(page, text.leaving.understood).click()
  await page.locator('fieldset').waitFor()
}

/** Answers every question: the nth option, or the last; every third is skipped. Stops at the page with the send button. */
export async function answerAll(page: Page, text: ResidentText = nl, option = 1): Promise<number> {
  for (let asked = 0; ; asked += 1) {
    if (await button(page, text.ready.send).isVisible()) return asked
    const before = await heading(page)
    const inputs = page.locator('fieldset input')
    if (asked % 3 !== 2) await inputs.nth(Math.min(option, (await inputs.count()) - 3)).check({ force: true })
    await button(page, text.next).click()
    await page.waitForFunction((heading) => document.querySelector('h1')?.innerText !== heading, before)
    expect(asked).toBeLessThan(30)
  }
}

/** Presses send and waits for the thanks. */
export async function send(page: Page, text: ResidentText = nl): Promise<void> {
  await button(page, text.ready.send).click()
  await thanked(page, text)
}

export async function thanked(page: Page, text: ResidentText = nl, timeout = 20_000): Promise<void> {
  await page.getByRole('heading', { name: thanksTexts[text.language]!.heading }).waitFor({ timeout })
}

/** What the tab keeps. */
export const kept = (page: Page) => page.evaluate(() => JSON.stringify(Object.entries(sessionStorage)))

/** Every request of a page from now on, with its body. */
export function watchRequests(page: Page): { method: string; url: string; body: string; headers: Record<string, string>; size: number }[] {
  const seen: ReturnType<typeof watchRequests> = []
  page.on('request', (request: Request) => {
    const body = request.postData() ?? ''
    seen.push({ method: request.method(), url: request.url(), body, headers: request.headers(), size: body.length })
  })
  return seen
}
