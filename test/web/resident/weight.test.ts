// Protects old phones and small data bundles: the byte budgets of the resident pages, on what was really built. KB = 1,024 bytes, gzip -9.
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { beforeAll, describe, expect, it } from 'vitest'
import { build } from 'vite'

const built = new URL('../../../build/web/resident/', import.meta.url)
const KB = 1024
const read = (path: string) => readFileSync(new URL(path.replace(/^\//, ''), built))
const weight = (path: string) => gzipSync(read(path), { level: 9 }).length

/** A script with everything it imports before it can run. */
function withImports(path: string, seen = new Set<string>()): Set<string> {
  if (seen.has(path)) return seen
  seen.add(path)
  for (const [, file] of read(path).toString().matchAll(/(?:^|[;}])import(?:[^"'`(;]*from)?["']\.\/([^"']+)["']/g)) withImports(`assets/${file}`, seen)
  return seen
}

let html = ''
const all = (pattern: RegExp) => Array.from(html.matchAll(pattern), (match) => match[1]!)
const chunk = (name: string) => `assets/${readdirSync(new URL('assets/', built)).find((file) => file.startsWith(`${name}-`))}`
const sum = (paths: Iterable<string>) => [...paths].reduce((total, path) => total + weight(path), 0)

beforeAll(async () => {
  if (!existsSync(new URL('index.html', built))) await build({ configFile: new URL('../../../web/resident/vite.config.ts', import.meta.url).pathname, logLevel: 'error' })
  html = read('index.html').toString()
})

describe('first view', () => {
  const scripts = () => new Set(all(/<script type="module"[^>]* src="([^"]+)"/g).flatMap((path) => [...withImports(path.slice(1))]))
  const styles = () => all(/<link rel="stylesheet"[^>]* href="([^"]+)"/g)
  const icons = () => all(/<link rel="icon" href="([^"]+)"/g)

  it('asks for at most 4 files, 35 KB together', () => {
    const files = ['index.html', ...scripts(), ...styles(), ...icons()]
    expect(files).toHaveLength(4)
    expect(sum(files)).toBeLessThanOrEqual(35 * KB)
  })

  it('has at most 15 KB of script before the first question', () => {
    expect(scripts().size).toBeGreaterThan(0)
    expect(sum(scripts())).toBeLessThanOrEqual(15 * KB)
  })

  it('has at most 8 KB of style, and aims at 6.5', () => {
    expect(sum(styles())).toBeLessThanOrEqual(8 * KB)
    expect(sum(styles())).toBeLessThanOrEqual(6.5 * KB)
  })

  it('has at most 12 KB of HTML, with the content in it before any script', () => {
    expect(weight('index.html')).toBeLessThanOrEqual(12 * KB)
    expect(html).toMatch(/<div id="app">[^]*<h1[^]*<footer/)
    for (const place of ['name', 'phone', 'hours', 'walkIn', 'privacyUrl', 'exitUrl', 'example']) expect(html).toContain(`<!--place:${place}-->`)
  })

  it('loads no font and nothing of a third party, and has no inline script or style', () => {
    expect(readdirSync(new URL('assets/', built)).filter((file) => /\.(woff2?|ttf|otf|map)$/.test(file))).toEqual([])
    const css = styles().map((path) => read(path).toString()).join('')
    expect(css).not.toMatch(/@font-face|url\(\s*["']?(?:https?:)?\/\//)
    expect(html).not.toMatch(/(?:src|href)="(?:https?:)?\/\//)
    expect(html).not.toMatch(/ style="|<style|<script(?![^>]* src=)/)
  })
})

/** A chunk with what it imports, without what is there already. */
const later = (name: string) => sum([...withImports(chunk(name))].filter((path) => !html.includes(path)))

describe('while people answer', () => {
  it('the sealing code is at most 75 KB, and apart from the first view', () => {
    expect(later('finishing')).toBeLessThanOrEqual(75 * KB)
    expect(html).not.toContain('finishing')
  })

  it('another language adds at most 3 KB', () => {
    expect(weight(chunk('en'))).toBeLessThanOrEqual(3 * KB)
  })
})

describe('reports', () => {
  it('come only when somebody asks for them, 25 KB with the words of a language and their style', () => {
    for (const name of ['start', 'report-nl', 'sealing', 'receipt']) expect(html).not.toContain(`${name}-`)
    expect(later('start') + Math.max(weight(chunk('report-nl')), weight(chunk('report-en')))).toBeLessThanOrEqual(25 * KB)
  })

  it('seal with at most 75 KB, loaded while somebody answers, and a worker of 2 KB', () => {
    expect(later('sealing')).toBeLessThanOrEqual(75 * KB)
    expect(weight(chunk('puzzle-worker'))).toBeLessThanOrEqual(2 * KB)
  })

  it('load the lists of words only for who wants to come back: 16 KB', () => {
    expect([...withImports(chunk('start'))].join()).not.toContain('receipt')
    expect(later('receipt')).toBeLessThanOrEqual(16 * KB)
  })

  it('keep the style sheets together under 8 KB', () => {
    const sheets = readdirSync(new URL('assets/', built)).filter((file) => file.endsWith('.css') && !file.startsWith('helping-'))
    expect(sum(sheets.map((file) => `assets/${file}`))).toBeLessThanOrEqual(8 * KB)
  })
})
