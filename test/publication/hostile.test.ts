// Protects who reads public results: whatever a person wrote into a plan, a name, a question or an answer stands there as text, on every page in both languages,
// in open data and its description.
import Papa from 'papaparse'
import { beforeAll, describe, expect, it } from 'vitest'
import { accountPage } from '../../src/publication/account.ts'
import { areaPage, editionPage, listPage } from '../../src/publication/edition-page.ts'
import { dataPackage, openDataCsv } from '../../src/publication/open-data.ts'
import type { EditionDetail } from '../../src/results/wire.ts'
import { FORMULAS, MARKUP, hostileEdition, runs } from '../support/hostile-text.ts'
import { townEdition } from '../web/results/town-edition.ts'

let town: EditionDetail
beforeAll(async () => {
  const { exact: _, ...edition } = await townEdition({ audience: 'public' })
  town = { ...edition, id: 'e1', number: 1, wave: 'w2', audience: 'public', publishedOn: '2026-05-12', root: '0'.repeat(64), signature: 'x', publicKey: 'y' } as unknown as EditionDetail
}, 240_000)

/** Everything that is a tag, an attribute or an address in markup of these pages; what a person wrote must add none. */
const ours = (page: string): string[] => [...new Set(page.match(/<\/?[a-z!][^>]*>/gi) ?? [])].map((tag) => tag.replaceAll(/"[^"]*"/g, '""')).sort()

describe('what a person wrote', () => {
  it('attack 25: adds no tag and no attribute to any public page or to the account', () => {
    const hostile = hostileEdition(town, MARKUP)
    for (const language of ['nl', 'en'] as const) {
      const answers = (said: string) => ['all', 'LK'].map((area) => ({ area, language, said, doing: said }))
      const pages = (edition: EditionDetail, name: string, said: string) => [
        listPage({ name, example: true }, [edition], language), editionPage(edition, answers(said), language), areaPage(edition, 'LK', answers(said), language), areaPage(edition, 'HE', answers(said), language), accountPage(edition, null, language, '/'),
      ]
      for (const [index, markup] of MARKUP.entries()) {
        const [quiet, loud] = [pages(town, 'Lindestad', 'x'), pages(hostile, markup, markup)]
        loud.forEach((page, at) => {
          expect(ours(page).filter((tag) => !ours(quiet[at]!).includes(tag)), `${language} page ${at} text ${index}`).toEqual(['<dd>', '</dd>', '<dt>', '</dt>', '<dl>', '</dl>', '<li>', '</li>', '<ul>', '</ul>'].filter((tag) => ours(page).includes(tag) && !ours(quiet[at]!).includes(tag)).sort())
          expect(page).not.toMatch(/javascript:[^&]*"|<(?:img|script|svg|iframe|foreignObject|a href="javascript)/i)
          expect(page).toContain('&#60;')
        })
      }
    }
  })

  it('attack 26: is no formula in the open data, and reads back as a row of as many cells as are described', () => {
    const { data } = Papa.parse<string[]>(openDataCsv(hostileEdition(town, FORMULAS)).replace(/^\ufeff/, ''), { delimiter: ',', skipEmptyLines: true })
    expect(data.length).toBeGreaterThan(100)
    for (const row of data) {
      expect(row).toHaveLength(data[0]!.length)
      for (const cell of row) expect(runs(cell), JSON.stringify(cell)).toBe(false)
    }
  })

  it('attack 25: stays text in the description of the data', () => {
    const text = JSON.stringify(dataPackage(hostileEdition(town, MARKUP)))
    const { title } = JSON.parse(text) as { title: string }
    expect(MARKUP.some((markup) => title.includes(markup))).toBe(true)
    expect(JSON.parse(text)).toMatchObject({ profile: 'tabular-data-package', resources: [{ path: 'data.csv' }] })
  })
})
