// The steps of a reporter, as the flows repeat them, in the words of the page: tell, send, keep the words, come back.
import type { Page } from 'playwright-core'
import { reportEn } from '../../web/languages/report-en.ts'
import { reportNl } from '../../web/languages/report-nl.ts'
import type { ReportText } from '../../web/languages/report-text.ts'
import { en, nl } from './resident-walk.ts'
import type { ResidentText } from '../../web/languages/resident-text.ts'

export interface Words { text: ResidentText; words: ReportText }
export const dutch: Words = { text: nl, words: reportNl }
export const english: Words = { text: en, words: reportEn }

export const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
export const heading = (page: Page, name: string) => page.getByRole('heading', { name, exact: true, level: 1 })

/** From the start page, without a letter, to the first page of reports. */
export async function openReports(page: Page, origin: string, { text, words }: Words = dutch): Promise<void> {
  await page.goto(origin)
  if (text !== nl) await button(page, 'English').click()
  await button(page, text.start.report).click()
  await heading(page, words.entry.heading).waitFor()
}

/** From there to the first question. */
export async function beginTelling(page: Page, { text, words }: Words = dutch): Promise<void> {
  await button(page, words.entry.tell).click()
  await heading(page, words.seen.heading).waitFor()
  await button(page, text.next).click()
  await button(page, words.leaving.understood).click()
  await heading(page, words.kinds.question).waitFor()
}

export interface Telling { kind: string; area: string; spot: string; since: string; part: string; account: string }
export const someTelling: Telling = {
  kind: 'threat', area: 'Noord', spot: 'stairwell', since: 'this-month', part: 'evening', account: 'Elke avond staat er een groep in het trappenhuis. Ze laten niemand door.',
}

/** Answers every question and stops before sending. */
export async function answer(page: Page, telling: Telling, { text, words }: Words = dutch): Promise<void> {
  const choose = async (question: { question: string }, label: string) => {
    await heading(page, question.question).waitFor()
    await page.getByLabel(label, { exact: true }).check()
    await button(page, text.next).click()
  }
  await choose(words.kinds, words.kinds.options[telling.kind]!)
  await choose(words.area, telling.area)
  await choose(words.spot, words.spot.options[telling.spot]!)
  await choose(words.since, words.since.options[telling.since]!)
  await choose(words.part, words.part.options[telling.part]!)
  await page.locator('#account').fill(telling.account)
  await button(page, text.next).click()
  await heading(page, words.ready.heading).waitFor()
}

/** Presses send and waits until it has arrived. */
export async function sendReport(page: Page, { words }: Words = dutch): Promise<void> {
  await button(page, words.ready.send).click()
  await heading(page, words.sent.heading).waitFor({ timeout: 60_000 })
}

/** Asks for words (or digits), reads them off the screen, types the two that are asked back. */
export async function keepReceipt(page: Page, shape: 'nl' | 'en' | 'digits' = 'nl', { words }: Words = dutch): Promise<string[]> {
  await button(page, words.sent.yes).click()
  await button(page, words.receipt.show[shape]).click()
  await heading(page, words.receipt.heading[shape]).waitFor()
  const parts = await page.locator('.receipt b').allInnerTexts()
  await button(page, words.receipt.next).click()
  await heading(page, words.check.heading).waitFor()
  for (const [i, label] of (await page.locator('form label').allInnerTexts()).entries()) await page.locator(`#part-${i}`).fill(parts[Number(/\d+/.exec(label)![0]) - 1]!)
  await button(page, words.check.done).click()
  await heading(page, words.finished.heading).waitFor()
  return parts
}

/** All of it: tells something from the start page on, and answers the words. */
export async function tellAndKeep(page: Page, origin: string, telling = someTelling, shape: 'nl' | 'en' | 'digits' = 'nl', language = dutch): Promise<string[]> {
  await openReports(page, origin, language)
  await beginTelling(page, language)
  await answer(page, telling, language)
  await sendReport(page, language)
  return keepReceipt(page, shape, language)
}

/** Comes back with words or digits, from the start page on. */
export async function comeBack(page: Page, origin: string, typed: string, language = dutch): Promise<void> {
  await openReports(page, origin, language)
  await button(page, language.words.entry.read).click()
  await page.locator('#words').fill(typed)
  await button(page, language.words.words.open).click()
}
