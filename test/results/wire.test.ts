// Protects: every edition the engine can build is one the server takes. The server's shapes are strict, so a reason or a measure that it
// does not know would refuse the whole edition on the day of publication.
import { describe, expect, it } from 'vitest'
import { buildEdition } from '../../src/analysis/build-edition.ts'
import { BREAK_REASONS } from '../../src/analysis/edition.ts'
import { editionRequest } from '../../src/results/wire.ts'
import { aWave, anInput } from '../analysis/example-waves.ts'

const named = <One extends object>(list: readonly One[]) => list.map((one, index) => ({ id: `r${index}`, ...one }))
const { rows, comparisons, did } = editionRequest.shape

describe('what an edition sends', () => {
  it('is taken with a reworded item inside a scale, an item that is not there any more, and another mode', () => {
    const before = aWave({ seed: 1, hashes: { unsafeHere: 'reworded' } })
    const after = aWave({ seed: 2 })
    const without = { ...after, instrument: { ...after.instrument, version: 2, items: after.instrument.items.filter(({ id }) => id !== 'rowdy') } }
    const edition = buildEdition(anInput({ wave: without, baseline: before }))
    expect(new Set(edition.comparisons.flatMap(({ reasons }) => reasons))).toContain('item')
    expect(rows.safeParse(named(edition.rows)).error?.issues.slice(0, 3)).toBeUndefined()
    expect(comparisons.safeParse(named(edition.comparisons)).error?.issues.slice(0, 3)).toBeUndefined()
    expect(did.safeParse(named(edition.did)).error?.issues.slice(0, 3)).toBeUndefined()
  })

  it('names every reason for a break that there is', () => {
    for (const reason of BREAK_REASONS) {
      const one = { id: 'r', item: 'x', measure: 'share', categories: [1], domain: 'all', now: { hidden: true }, baseline: { hidden: true }, difference: null, verdict: 'break', reasons: [reason], adjusted: null, detectable: null, checks: [] }
      expect(comparisons.safeParse([one]).success, reason).toBe(true)
    }
  })
})
