// Protects the page a statistician checks formulas on: every row names functions that exist, and a vector or a suite that proves them.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '../..')
const page = readFileSync(join(root, 'src/stats/README.md'), 'utf8')
const functionsOf = (file: string) => [...readFileSync(join(root, 'src/stats', file), 'utf8').matchAll(/^export (?:async )?function (\w+)/gm)].map((match) => match[1]!)
const files = readdirSync(join(root, 'src/stats')).filter((file) => file.endsWith('.ts'))
const exported = new Set(files.flatMap(functionsOf))
const vectors = new Set(['small/expected', 'edge', 'distributions'].flatMap((folder) => readdirSync(join(root, 'test/oracles', folder)).map((file) => file.replace(/\.gz$/, ''))))
const rows = page.split('\n').filter((line) => /^\| `?\w+/.test(line) && line.split(' | ').length >= 4 && !line.includes('simulated')).map((line) => line.slice(2, -2).split(' | '))

/** Files whose functions are steps of the rows above (checks, sums, matrices), or have a section of their own (distributions). */
const STEPS = new Set(['answer-matrix', 'calibration-columns', 'calibration-distance', 'cholesky', 'coded-column', 'covariance-matrix', 'cross-table', 'distributions', 'estimate', 'quantile-by-search', 'quantile-rule', 'student-t-tail'])
const SHARED = /^(surveyDesign|check\w+|unitsPerStratum|classSums|label|linearisedMean|designEffect|indicator|domainRows|joined|multiplier|changeOf|publishedSe|dfShares)$/

describe('the page of formulas', () => {
  const named = rows.filter(([functions]) => functions!.startsWith('`'))
  it('has rows', () => expect(named.length).toBeGreaterThan(40))

  it.each(named.map((row) => [row[0]!, row]))('%s exists and is proven by something that exists', (_, row) => {
    for (const [, name] of row[0]!.matchAll(/`(\w+)`/g)) expect(exported, name!).toContain(name)
    const proof = row.at(-1)!
    const suites = [...proof.matchAll(/`([\w.-]+\.test\.ts)`/g)].map((match) => match[1]!)
    const named = [...proof.matchAll(/`(\w+\.csv)`/g)].map((match) => match[1]!)
    for (const suite of suites) expect(['stats', 'oracles'].some((folder) => existsSync(join(root, 'test', folder, suite))), suite).toBe(true)
    for (const file of named) expect(vectors, file).toContain(file)
    expect(suites.length + named.length, proof).toBeGreaterThan(0)
  })

  it('names every function that gives a figure', () => {
    const missing = files.filter((file) => !STEPS.has(file.replace('.ts', ''))).flatMap(functionsOf).filter((name) => !page.includes(`\`${name}\``) && !SHARED.test(name))
    expect(missing).toEqual([])
  })
})
