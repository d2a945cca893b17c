// Protects: that a laptop counts a large wave: memory stays under 512 MB for 12,000 responses (in the soak run; 300 otherwise, under
// the same ceiling), and the page gets its turn between batches.
import { expect, it } from 'vitest'
import { manifestDigest } from '../../src/crypto/manifest.ts'
import type { SealedRow } from '../../src/crypto/sealed-set.ts'
import { countRows } from '../../src/counting/count.ts'
import { freeze } from '../../src/counting/freeze.ts'
import { aRow, aWave } from './a-wave.ts'

const RESPONSES = process.env['NULMETING_SOAK'] ? 12_000 : 300

it(`counts and freezes ${RESPONSES} responses under 512 MB`, async () => {
  const wave = await aWave(['north', 'south'])
  let peak = 0
  const look = () => (peak = Math.max(peak, process.memoryUsage().rss))
  async function* arriving(): AsyncGenerator<SealedRow> {
    for (let i = 0; i < RESPONSES; i += 1) yield aRow(wave, i, { stratum: i % 2 })
  }
  const { rows, tally } = await countRows(arriving(), wave.keys, { onProgress: look })
  const about = { wave: wave.keys.manifest.wave, manifest: await manifestDigest(wave.keys.manifest) }
  const { chunks } = await freeze(wave.keys.instrument, rows, about, [wave.keys.manifest.recipient])
  look()
  expect(tally.counted).toBe(RESPONSES)
  expect(chunks.length).toBeGreaterThan(0)
  expect(peak / 2 ** 20).toBeLessThan(512)
}, 600_000)
