// What every page state of a resident has to be, whatever it shows: no axe violation (WCAG 2.2 AA), no sideways scroll, targets of 48 px, a neutral
// title, nothing to choose a file with. Pictures are kept when NULMETING_PICTURES names a folder.
import { AxeBuilder } from '@axe-core/playwright'
import { expect } from 'vitest'
import type { Page } from 'playwright-core'

export async function look(page: Page, name: string): Promise<void> {
  const width = page.viewportSize()!.width
  // What axe looks at does not change any more above the phone's widths; layout does.
  const { violations } = width > 700 ? { violations: [] } : await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`), name).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), `${name} sideways`).toBeLessThanOrEqual(0)
  const small = await page.evaluate(() => Array.from(document.querySelectorAll<HTMLElement>('.choice, .mark, button, .exit-button, input[type=text], textarea, select, summary'))
    .map((element) => ({ name: element.innerText || element.id, height: element.getBoundingClientRect().height })).filter(({ height }) => height < 48))
  expect(small, `${name} targets`).toEqual([])
  expect(await page.title()).not.toMatch(/veilig|safe|nulmeting|baseline|crim|druk|meld|report|anoni|Noord|Zuid/i)
  expect(await page.locator('input[type=file]').count(), `${name} files`).toBe(0)
  if (process.env.NULMETING_PICTURES) await page.screenshot({ path: `${process.env.NULMETING_PICTURES}/${name}-${width}.png`, fullPage: width < 700 })
}
