// A reporter's lab numbers in Chromium: slow 4G (150 ms, 1.6 Mbps) and a processor four times slower, median of five. What an issue bounds is sealing
// alone: stretching a new secret and sealing head, text and note. Telling and coming back are timed whole, proof of work and round trips included.
// Separate from resident.ts because it needs an open channel and no wave.
import type { Browser, Page } from 'playwright-core'
import { startStreet } from '../flows/report-street.ts'
import type { Street } from '../flows/report-street.ts'
import { answer, beginTelling, button, comeBack, dutch, heading, keepReceipt, openReports, someTelling } from '../flows/report-walk.ts'
import { aPhone, startBrowser } from '../support/browser.ts'
import { atMost, figureLine, median } from './figure.ts'

const RUNS = 5
const { words } = dutch

/** Prints each number with its target. */
export async function benchReport(print: (line: string) => void = console.log): Promise<void> {
  const street = await startStreet('Node')
  const browser = await startBrowser()
  try {
    const seconds: Record<'stretching' | 'sealing' | 'opening' | 'sending' | 'reading', number[]> = { stretching: [], sealing: [], opening: [], sending: [], reading: [] }
    for (let run = 0; run < RUNS; run += 1) {
      const page = await slowPhone(browser)
      let start = performance.now()
      await openReports(page, street.origin)
      seconds.opening.push(performance.now() - start)
      await beginTelling(page)
      await answer(page, someTelling)
      start = performance.now()
      await button(page, words.ready.send).click()
      await heading(page, words.sent.heading).waitFor({ timeout: 60_000 })
      seconds.sending.push(performance.now() - start)
      const receipt = await keepReceipt(page)
      start = performance.now()
      await comeBack(page, street.origin, receipt.join(' '))
      await page.getByText(words.thread.none).waitFor({ timeout: 60_000 })
      seconds.reading.push(performance.now() - start)
      const sealed = await sealing(page, street)
      seconds.stretching.push(sealed.stretching)
      seconds.sealing.push(sealed.sealing)
      await page.context().close()
    }
    const line = (what: string, value: number, most?: number) => print(figureLine({ what, measured: `${Math.round(value)} ms`, ...(most && { target: atMost(most, value, ' ms') }) }))
    const [stretching, sealed] = [median(seconds.stretching), median(seconds.sealing)]
    line('report, sealing at CPU 4x, secret stretched meanwhile', sealed, 1_500)
    line('report, sealing at CPU 4x, with stretching the secret (PBKDF2, 600,000)', stretching + sealed, 1_500)
    line('report, from the start page to its first page, slow 4G', median(seconds.opening))
    line('report, sending whole: sealing, proof of work, two round trips', median(seconds.sending))
    line('report, coming back: from the start page to the answer', median(seconds.reading))
  } finally {
    await browser.close()
    await street.close()
  }
}

async function slowPhone(browser: Browser): Promise<Page> {
  const page = await (await aPhone(browser)).newPage()
  const session = await page.context().newCDPSession(page)
  await session.send('Network.enable')
  const throughput = (1.6 * 1024 * 1024) / 8
  await session.send('Network.emulateNetworkConditions', { offline: false, latency: 150, downloadThroughput: throughput, uploadThroughput: throughput })
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 })
  return page
}

/** The built sealing code itself, in the page: milliseconds to stretch a new secret, and to seal the longest account there can be. */
async function sealing(page: Page, { month, channel }: Street): Promise<{ stretching: number; sealing: number }> {
  const list = JSON.parse(((await (await fetch(`${new URL(page.url()).origin}/api/reports/channel`)).json()) as { signed: { list: string } }).signed.list) as { salt: string; months: { month: string; recipient: string }[] }
  const recipient = list.months.find((one) => one.month === month)!.recipient
  if (!channel.months.has(month)) throw new Error('this month has no key')
  return page.evaluate(async ([salt, to]) => {
    const address = performance.getEntriesByType('resource').map(({ name }) => name).find((name) => /\/sealing-[^/]*\.js$/.test(name))!
    const code = (await import(address)) as { prepareReceipt: (salt: string) => Promise<unknown>; sealTelling: (...all: unknown[]) => Promise<unknown> }
    const start = performance.now()
    const receipt = await code.prepareReceipt(salt!)
    const stretched = performance.now()
    const facts = { kinds: ['threat'], area: 'W1', spot: 'stairwell', since: 'this-week', partOfDay: 'evening', week: '2026-W10', language: 'nl' }
    await code.sealTelling(facts, 'é'.repeat(5_000), JSON.parse(to!), receipt)
    return { stretching: stretched - start, sealing: performance.now() - stretched }
  }, [list.salt, JSON.stringify({ municipality: 'veld', month, recipient })])
}
