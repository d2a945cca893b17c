// An inbox of 5,000 reports in the console, in Chromium: from the press that fetches it to the list on screen, heads opened in the desk's own workers with
// progress, from the real server with real sealed heads. Separate from report.ts, which is the reporter's phone.
import { sql } from 'drizzle-orm'
import { sha256 } from '../../src/crypto/digest.ts'
import { sealReport } from '../../src/crypto/report.ts'
import { newIdentity } from '../../src/crypto/sealed.ts'
import { wrapTo } from '../../src/crypto/wrapped.ts'
import { threadKeyOf } from '../../src/reports/keys-of-rows.ts'
import { monthDatabase } from '../../src/reports/month-databases.ts'
import { aColleague, makeOwnKey, unlock } from '../flows/report-desk.ts'
import { startStreet } from '../flows/report-street.ts'
import type { Street } from '../flows/report-street.ts'
import { startBrowser } from '../support/browser.ts'
import { ok } from '../support/fieldwork.ts'
import { setupOf, someFacts } from '../support/reports.ts'
import { atMost, figureLine, median, whole } from './figure.ts'
import type { Bench } from './submissions.ts'

const RUNS = 3

export async function inbox({ quick, print }: Bench): Promise<void> {
  const threads = quick ? 500 : 5_000
  const street = await startStreet('Node')
  const browser = await startBrowser()
  try {
    print(`inbox: sealing ${whole(threads)} heads ...`)
    await fill(street, threads)
    const olga = await aColleague(street, browser, 'Olga', ['report-officer'])
    const words = await makeOwnKey(olga)
    const [anna] = street.channel.officers
    const { staff, recipient } = (await setupOf(anna.send)).officers.find(({ name }) => name === 'Olga')!
    await ok(street.channel.reviewer('POST', `/api/reports/officers/${staff}/confirm`, { recipient }))
    await ok(anna.send('PUT', `/api/reports/months/${street.month}/wraps`, { staff, wrapped: await wrapTo(street.channel.months.get(street.month)!, [recipient]) }))
    await olga.go('#/meldingen')
    await unlock(olga, words)
    const shown = olga.page.getByText(`${threads.toLocaleString('nl-NL')} meldingen van`)
    await shown.waitFor({ timeout: 120_000 })
    const times: number[] = []
    let steps = 0
    for (let run = 0; run < RUNS; run += 1) {
      await olga.page.evaluate(() => {
        const seen = new Set<string>()
        Object.assign(window, { seen })
        new MutationObserver(() => seen.add(String(document.querySelector('progress')?.value ?? ''))).observe(document.body, { subtree: true, attributes: true, childList: true })
      })
      const start = performance.now()
      await olga.press('Opnieuw ophalen')
      await olga.page.locator('progress').waitFor()
      await shown.waitFor({ timeout: 120_000 })
      times.push(performance.now() - start)
      steps = await olga.page.evaluate(() => (window as unknown as { seen: Set<string> }).seen.size)
    }
    const seconds = median(times) / 1000
    print(figureLine({ what: `inbox, ${whole(threads)} reports from press to list`, measured: `${seconds.toFixed(1)} s, ${steps} steps of progress`, target: atMost(10, seconds, ' s') }))
  } finally {
    await browser.close()
    await street.close()
  }
}

async function fill({ deps, month, channel }: Street, count: number): Promise<void> {
  const database = await deps.databases.open('reports', monthDatabase('veld', month))
  const to = { municipality: 'veld', month, recipient: (await setupOf(channel.officers[0].send)).months.find((one) => one.month === month)!.recipient }
  const { recipient } = await newIdentity()
  const random = () => crypto.getRandomValues(new Uint8Array(32))
  for (let done = 0; done < count; done += 250) {
    await database.write(await Promise.all(Array.from({ length: Math.min(250, count - done) }, async () => {
      const locator = await sha256(random())
      const { head } = await sealReport(someFacts, '', to, { locator, recipient, messageKey: random() })
      const digest = await sha256(locator)
      return sql`INSERT INTO threads (id, locator, authentication, note, head) VALUES (${threadKeyOf(digest)}, ${digest}, ${random()}, randomblob(1222), ${head})`
    })))
  }
}
