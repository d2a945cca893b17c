// The page of results in a real browser on the example town's edition: builds it once per file of tests, under the console's security policy, and opens
// views by their address.
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import type { Edition } from '../../../src/analysis/edition.ts'
import type { ViewInput } from '../../../web/results/view.ts'
import type { Pages } from '../console/build-pages.ts'
import { servePages } from '../console/build-pages.ts'

export interface Specimens extends Pages { show(edition: Omit<Edition, 'exact'>, beside?: Pick<ViewInput, 'map' | 'series' | 'beside'>): Promise<void> }

export async function serveSpecimens(): Promise<Specimens> {
  const pages = await servePages('web/results', 'specimens.html')
  return {
    ...pages,
    show: (edition, beside = {}) => writeFile(join(pages.folder, 'data.json'), JSON.stringify({ edition, beside })),
  }
}

export interface Look { width?: number; scheme?: 'light' | 'dark' }

/** A page of its own context on one view, filled to the last table. */
export async function openView(browser: Browser, { url }: Pick<Pages, 'url'>, address: string, { width = 1280, scheme = 'light' }: Look = {}): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme: scheme, acceptDownloads: true })
  const page = await context.newPage()
  await page.goto(`${url}#/vergelijken/e1/${address}`)
  await page.locator('[data-ready]').first().waitFor()
  return page
}
