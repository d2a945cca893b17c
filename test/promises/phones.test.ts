// Promises 3 and 4 as a town would try them: every phone loses requests and replies, is tapped twice, reloaded, set two days wrong or carried
// through an hour without signal, and each response is counted exactly once with exactly what was answered. 500 phones here, 20,000 in the
// soak run; in workerd 100 and 20,000. (attack 6, attack 41)
import { expect, it } from 'vitest'
import { countWave, readFrozen } from '../../src/counting/count-wave.ts'
import { countingApi } from '../../src/counting/counting-api.ts'
import { openFrozen } from '../../src/counting/freeze.ts'
import { aWaveInField, ok, someAreas, withArchiveKey } from '../support/fieldwork.ts'
import { noMishaps, sendThrough } from '../support/flaky-phones.ts'
import type { Air, Arrived } from '../support/flaky-phones.ts'
import { overEachRuntime } from '../support/runtimes.ts'
import { size, soakFigure } from '../support/size.ts'

const AREAS = ['A', 'B', 'C', 'D']
const HOUR = 3_600_000
/** Phones on the air at once. */
const AT_ONCE = 24

overEachRuntime('phones on a bad network', (started) => {
  it('are each counted exactly once, with what they answered (attack 6, attack 41)', async () => {
    const { wire, deps, advance, runtime } = started()
    const phones = size({ test: runtime === 'node' ? 500 : 100, soak: 20_000 })
    await someAreas(deps, 'veld', AREAS)
    const archive = await withArchiveKey(wire)
    const invited = Math.max(50, Math.ceil(phones / AREAS.length))
    const wave = await aWaveInField(wire, AREAS, invited, { graceHours: 0 })
    const codes = wave.codes.flat().slice(0, phones).map((code) => ({ code, place: Math.random() })).sort((a, b) => a.place - b.place)

    const mishaps = noMishaps()
    const waiting: (() => void)[] = []
    const air: Air = { wire, wave, now: () => deps.clock().getTime(), anHour: () => new Promise((resolve) => waiting.push(resolve)), mishaps }
    /** An hour passes for those who wait for a signal; the fieldwork lasts eighteen days, so that it happens two hundred times at most. */
    const hourPasses = () => {
      advance?.(HOUR)
      for (const onTheAirAgain of waiting.splice(0)) onTheAirAgain()
    }
    const arrived: Arrived[] = []
    const everyHour = Math.max(AT_ONCE, Math.ceil(phones / 200))
    for (let from = 0; from < codes.length; from += everyHour) {
      let open = 0
      const crowd = codes.slice(from, from + everyHour)
      const lane = async () => {
        for (let next = crowd.pop(); next; next = crowd.pop()) {
          open += 1
          arrived.push(await sendThrough(air, next.code, { unsafe: 1 + Math.floor(Math.random() * 4) }))
          open -= 1
        }
      }
      const lanes = Promise.all(Array.from({ length: AT_ONCE }, lane))
      // Whoever has no signal holds a lane: when all that are open wait, the hour passes.
      const looking = setInterval(() => void (waiting.length > 0 && waiting.length === open && hourPasses()), 5)
      await lanes.finally(() => clearInterval(looking))
    }

    await ok(wire.staff('POST', `/api/waves/${wave.wave}/end`, {}))
    const api = countingApi(async (method, path, body) => wire.staff(method, path, body), wave.wave)
    const { tally, certificate, digest } = await countWave(api, wave.identity)
    expect(tally).toMatchObject({ received: phones, counted: phones, duplicate: 0 })
    expect(Object.values(tally.invalid).reduce((sum, n) => sum + n, 0)).toBe(0)
    expect(certificate).toMatchObject({ issued: phones, invalid: 0 })

    const { microdata } = await openFrozen((await readFrozen(api)).bytes, archive, digest)
    const histogram = (rows: readonly string[]) => rows.reduce<Record<string, number>>((all, row) => ({ ...all, [row]: (all[row] ?? 0) + 1 }), {})
    const kept = Array.from({ length: microdata.n }, (_, i) => `${microdata.labels.stratum![i]} ${microdata.labels.phase![i]} ${microdata.codes.unsafe![i]}`)
    const said = arrived.map(({ stratum, phase, answers }) => `${wave.manifest.strata[stratum]!.id} ${phase} ${String(answers.unsafe)}`)
    expect(histogram(kept)).toEqual(histogram(said))
    // Or nothing happened to anybody.
    expect(Object.entries(mishaps).filter(([, times]) => times < phones / 100)).toEqual([])
    soakFigure(`phones (${runtime})`, phones, `${tally.counted} counted, none lost, none twice; ${JSON.stringify(mishaps)}`)
  }, size({ test: 120_000, soak: 3_600_000 }))
})
