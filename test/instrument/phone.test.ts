// Protects the first view on an old phone: what routing and answers load is themselves and nothing else.
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

const room = new URL('../../src/instrument/', import.meta.url)
/** Files a module loads when it runs; `import type` is gone by then. */
const loads = (file: string) =>
  [...readFileSync(new URL(file, room), 'utf8').matchAll(/^(?:import|export)\s+(?!type\b)[^'"]*from\s+'([^']+)'/gm)].map(([, path]) => path)

it.each([
  ['item.ts', []],
  ['relevance.ts', ['./item.ts']],
  ['answers.ts', ['./item.ts', './relevance.ts']],
  ['instrument.ts', []],
])('%s loads only what a phone needs', (file, expected) => {
  expect(loads(file)).toEqual(expected)
})

it('would see a heavy import', () => {
  expect(loads('microdata.ts')).toEqual(['./item.ts', './answers.ts', './relevance.ts'])
})

it('interprets routing, and never compiles it', () => {
  for (const file of ['relevance.ts', 'answers.ts']) {
    expect(readFileSync(new URL(file, room), 'utf8')).not.toMatch(/^(?!\s*(\/\/|\*)).*(new Function|eval)\b/m)
  }
})
