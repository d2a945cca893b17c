// Every attack of the threat model that a survey has to survive is named by a test that tries it. Protects against a number that quietly
// loses its test: `attack NN` has to stand in the name of a test, not in a comment.
import { describe, expect, it } from 'vitest'
import { sourceFiles } from '../support/source.ts'

/** From, to: all but 30 and 31 (passkeys and single sign-on, which are not there yet) and 60, whose parts are tested as 25. */
const COVERED = [[1, 29], [32, 59]] as const

const tests = sourceFiles(['test']).filter(({ path }) => path.endsWith('.test.ts') && path !== 'test/laws/attacks.test.ts')

/** Numbers in the names of tests and suites of a file; a name may end in a table of cases. */
function named(text: string): number[] {
  const names = [...text.matchAll(/\b(?:it|describe|overEachRuntime)(?:\.each[^\n]*?\))?\(\s*([`'"])((?:\\.|(?!\1).)*)\1/gs)].map(([, , name]) => name!)
  const ofTables = [...text.matchAll(/^\s*\]?\)?\)\(([`'"])((?:\\.|(?!\1).)*)\1/gm)].map(([, , name]) => name!)
  return [...names, ...ofTables].flatMap((name) => [...name.matchAll(/attack (\d+)/g)].map(([, number]) => Number(number)))
}

describe('attacks', () => {
  const seen = new Set(tests.flatMap(({ text }) => named(text)))

  it('each have a test that names them', () => {
    const wanted = COVERED.flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, i) => from + i))
    expect(wanted.filter((number) => !seen.has(number))).toEqual([])
  })

  it('are looked for in names only, and would be missed', () => {
    expect(named("// attack 99\nit('holds (attack 7)', () => 0)\nit.each([1])('attack 8: %s', () => 0)\n  ])('attack 9: refuses %s', () => 0)")).toEqual([7, 8, 9])
    expect(seen.has(99)).toBe(false)
  })
})
