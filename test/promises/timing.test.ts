// Attack 12 by the clock: used, unknown and unused codes, true and dummy responses take as long. Statistics need many samples and a quiet
// machine, so this runs in the soak only; that the statements are the same holds always (uniform-answers.test.ts).
import { expect, it } from 'vitest'
import { base64url } from '../../src/crypto/base64url.ts'
import { aPhone, aWaveInField, credentialBody, credentialOf, responseBody, someAreas } from '../support/fieldwork.ts'
import { startedOnNode } from '../support/runtimes.ts'

const SAMPLES = 1_000

/** Welch's t of two samples, after dropping the slowest twentieth of each: a pause of the machine says nothing of a code. */
function welch(left: number[], right: number[]): number {
  const [a, b] = [left, right].map((sample) => {
    const kept = [...sample].sort((x, y) => x - y).slice(0, Math.floor(sample.length * 0.95))
    const mean = kept.reduce((sum, value) => sum + value, 0) / kept.length
    return { mean, error: kept.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (kept.length - 1) / kept.length }
  })
  return (a!.mean - b!.mean) / Math.sqrt(a!.error + b!.error)
}

const samples = Number(process.env.NULMETING_TIMING ?? (process.env.NULMETING_SOAK ? SAMPLES : 0))
// An empty file would fail: without samples the promise is only that the comparison itself works.
it('tells two equal samples from two that differ', () => {
  const noise = (shift: number) => Array.from({ length: 400 }, () => Math.random() + shift)
  expect(Math.abs(welch(noise(0), noise(0)))).toBeLessThan(5)
  expect(Math.abs(welch(noise(0), noise(1)))).toBeGreaterThan(5)
})

if (samples > 0) {
  it(`takes as long for a used, an unknown and an unused code, and for a dummy (attack 12, ${samples} samples)`, async () => {
    const started = await startedOnNode()
    try {
      const { wire } = started
      await someAreas(started.deps, 'veld', ['A'])
      const wave = await aWaveInField(wire, ['A'], samples + 60)
      const times = { used: [] as number[], unknown: [] as number[], unused: [] as number[], response: [] as number[], dummy: [] as number[] }
      const timed = async (kind: keyof typeof times, path: string, body: object) => {
        const start = performance.now()
        await (await wire.resident('POST', path, body)).arrayBuffer()
        times[kind].push(performance.now() - start)
      }
      const used = await aPhone(wave, wave.codes[0]![samples]!)
      await credentialOf(wire, wave, used)
      for (const code of wave.codes[0]!.slice(0, samples)) {
        const phone = await aPhone(wave, code)
        const unknown = Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString('hex')
        const calls = [
          () => timed('unused', '/api/credentials', credentialBody(wave, phone)),
          async () => timed('used', '/api/credentials', { ...credentialBody(wave, phone), code: used.code.codeHash }),
          () => timed('unknown', '/api/credentials', { ...credentialBody(wave, phone), code: unknown }),
        ].map((call) => ({ call, place: Math.random() })).sort((a, b) => a.place - b.place)
        for (const { call } of calls) await call()
        const body = await responseBody(wave, 0, await credentialOf(wire, wave, phone))
        const dummy = { ...body, signature: base64url(crypto.getRandomValues(new Uint8Array(256)).map((byte, i) => (i === 0 ? byte & 0x7f : byte))) }
        if (Math.random() < 0.5) await timed('response', '/api/responses', body)
        await timed('dummy', '/api/responses', dummy)
        if (times.response.length < times.dummy.length) await timed('response', '/api/responses', body)
      }
      const t = { used: welch(times.unused, times.used), unknown: welch(times.unused, times.unknown), dummy: welch(times.response, times.dummy) }
      if (process.env.NULMETING_TIMING) console.log(t)
      expect(Math.abs(t.used), JSON.stringify(t)).toBeLessThan(5)
      expect(Math.abs(t.unknown), JSON.stringify(t)).toBeLessThan(5)
    } finally {
      await started.close()
    }
  }, 900_000)
}
