// A browser on a page: opens it at a width, gathers what the browser complains about, runs axe, and keeps a picture when somebody
// wants to look (NULMETING_PICTURES names a folder).
import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'

/** A page of its own context (axe needs one) at a width in CSS pixels. */
export async function newPage(browser: Browser, width: number): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height: 900 } })
  return context.newPage()
}

/** Console errors, failed policies and uncaught errors of a page, as they happen. */
export function complaints(page: Page): string[] {
  const found: string[] = []
  page.on('pageerror', (error) => found.push(error.message))
  page.on('console', (message) => { if (message.type() === 'error' || /polic/i.test(message.text())) found.push(message.text()) })
  return found
}

/** axe violations of WCAG 2.2 AA and best practice, one line each. */
export async function violations(page: Page): Promise<string[]> {
  const result = await new AxeBuilder({ page: page as never })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze()
  return result.violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)}`))
}

/** A picture of the whole page, or of one part of it, only when asked for. */
export async function picture(page: Page, name: string, part?: string): Promise<void> {
  const folder = process.env.NULMETING_PICTURES
  if (!folder) return
  await mkdir(folder, { recursive: true })
  const path = join(folder, `${name}.png`)
  await (part ? page.locator(part).first().screenshot({ path }) : page.screenshot({ path, fullPage: true }))
}

/** Pixels by which the page is wider than its window: 0 when nobody has to scroll sideways. */
export function sideways(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
}
