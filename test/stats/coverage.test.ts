// Protects the meaning of a margin at small size: intervals cover, editions stay silent where nothing changed, a detectable
// change is seen. The full table is made by the soak; here the allowance is what chance does to fewer waves.
// NULMETING_SOAK=1 (npm run soak) makes the full table, that of src/stats/README.md.
import { expect, it } from 'vitest'
import { coverage, printCoverage } from '../soak/coverage.ts'

it('intervals cover, claims stay rare and detectable changes show in simulated waves', () => {
  const lines = coverage(90, 7)
  expect(lines.length).toBeGreaterThan(25)
  for (const { what, value, low, high, cases } of lines) {
    // intervals of one wave hang together, so their number overstates what is known: a tenth of it counts
    const effective = what.startsWith('95%') ? cases / 10 : cases
    const allowance = (limit: number) => 3.5 * Math.sqrt((limit * (1 - limit)) / effective)
    expect(value, what).toBeGreaterThanOrEqual(low - allowance(low))
    expect(value, what).toBeLessThanOrEqual(high + allowance(high))
  }
  const all = lines.find((line) => line.what === '95% intervals, all')!
  expect(all.value).toBeGreaterThan(0.93)
  expect(all.value).toBeLessThan(0.975)
})

if (process.env.NULMETING_SOAK) {
  it('6,000 simulated waves give the table of src/stats/README.md', () => {
    expect(printCoverage(console.log, 6000)).toBe(true)
  }, 3_600_000)
}
