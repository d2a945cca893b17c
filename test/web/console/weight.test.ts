// What a laptop loads before the overview stands: within the byte budget, without charts, keys or counting, and nothing inline that the
// security policy would have to allow.
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildPages } from './build-pages.ts'

const folder = mkdtempSync(join(tmpdir(), 'nulmeting-weight-'))
let html: string

beforeAll(async () => {
  await buildPages('web/console', 'index.html', folder)
  html = readFileSync(join(folder, 'index.html'), 'utf8')
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const first = (ending: string) => [...html.matchAll(/(?:src|href)="\/(assets\/[^"]+)"/g)].map(([, name]) => name!).filter((name) => name.endsWith(ending))
const text = (name: string) => readFileSync(join(folder, name), 'utf8')

describe('the first view of the console', () => {
  it('weighs less than 60 KB of script and 8 KB of style, compressed', () => {
    const kilobytes = (names: string[]) => names.reduce((sum, name) => sum + gzipSync(text(name), { level: 9 }).length, 0) / 1024
    expect(first('.js').length).toBeGreaterThan(0)
    expect(kilobytes(first('.js'))).toBeLessThan(60)
    expect(kilobytes(first('.css'))).toBeLessThan(8)
  })
  it('leaves charts, keys and counting for later', () => {
    const script = first('.js').map(text).join('')
    expect(script).not.toContain('dumbbell__row')
    expect(script).not.toContain('AGE-SECRET-KEY')
    expect(readdirSync(join(folder, 'assets')).filter((name) => /^(count|open|publish)-worker-/.test(name))).toHaveLength(3)
  })
  it('has nothing inline, nothing from elsewhere, and a hash in every name', () => {
    expect(html).not.toMatch(/<style|style=|<script(?![^>]*src=)|https?:\/\//)
    for (const name of readdirSync(join(folder, 'assets'))) expect(name).toMatch(/-[\w-]{8}\.\w+$/)
  })
})
