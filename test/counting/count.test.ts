// Protects: that a count gives the same file on every run, for every analyst and every number of workers, that order says nothing,
// and that every row that came in is in exactly one number.
import { Worker } from 'node:worker_threads'
import { beforeAll, describe, expect, it } from 'vitest'
import { dummyCredential } from '../../src/crypto/credential.ts'
import { canonicalJson, concat, hex, sha256, unhex, utf8 } from '../../src/crypto/digest.ts'
import { manifestDigest } from '../../src/crypto/manifest.ts'
import type { SealedRow } from '../../src/crypto/sealed-set.ts'
import { countRows } from '../../src/counting/count.ts'
import { frozenDigest } from '../../src/counting/freeze.ts'
import { openRows } from '../../src/counting/open-row.ts'
import { aCredential, aRow, aWave, someAnswers, someRows } from './a-wave.ts'
import type { Wave } from './a-wave.ts'

let wave: Wave
let good: SealedRow[]
let about: { wave: string; manifest: string }
beforeAll(async () => {
  wave = await aWave(['north', 'south', 'west'])
  good = await someRows(wave, 60)
  about = { wave: wave.keys.manifest.wave, manifest: await manifestDigest(wave.keys.manifest) }
})

const digestOf = async (rows: Iterable<SealedRow> | AsyncIterable<SealedRow>, options = {}) =>
  frozenDigest(wave.keys.instrument, (await countRows(rows, wave.keys, options)).rows, about)

describe('the numbers of a count', () => {
  it('attack 54: 500 well-formed rows that nobody signed are all invalid and none is kept', async () => {
    const credential = dummyCredential()
    const stuffed = await Promise.all(Array.from({ length: 500 }, (_, i) => aRow(wave, i, { credential: { ...credential, message: dummyCredential().message } })))
    const { rows, tally } = await countRows([...stuffed.slice(0, 250), ...good, ...stuffed.slice(250)], wave.keys, { batchSize: 50 })
    expect(tally).toMatchObject({ received: 560, counted: 60, duplicate: 0 })
    expect(tally.invalid.signature).toBe(500)
    // The set is another one, so the order is; what is kept is not.
    const alone = await countRows(good, wave.keys)
    expect(new Set(rows.map((row) => JSON.stringify(row)))).toEqual(new Set(alone.rows.map((row) => JSON.stringify(row))))
  })

  it('attack 5: two rows with one credential are one answer, whichever came first', async () => {
    const credential = await aCredential(wave, 1)
    const twice = [await aRow(wave, 1, { stratum: 1, credential }), await aRow(wave, 2, { stratum: 1, credential, answers: someAnswers(99) })]
    const [forth, back] = await Promise.all([[...good, ...twice], [...twice.toReversed(), ...good]].map((rows) => countRows(rows, wave.keys)))
    expect(forth!.tally).toMatchObject({ received: 62, counted: 61, duplicate: 1 })
    expect(back!.rows).toEqual(forth!.rows)
  })

  it('attack 55: rows moved between strata have a number of their own, and each stratum its own', async () => {
    const moved = await aRow(wave, 1, { stratum: 2, credential: await aCredential(wave, 0) })
    const { tally } = await countRows([...good, moved], wave.keys)
    expect(tally.invalid.moved).toBe(1)
    expect(tally.strata).toEqual({ north: 20, south: 20, west: 20 })
    const sum = tally.counted + tally.duplicate + Object.values(tally.invalid).reduce((a, b) => a + b)
    expect(sum).toBe(tally.received)
  })

  it('of nothing are zeros', async () => {
    const { rows, tally, sealedSet } = await countRows([], wave.keys)
    expect(rows).toEqual([])
    expect(tally).toMatchObject({ received: 0, counted: 0, strata: { north: 0, south: 0, west: 0 } })
    expect(sealedSet.count).toBe(0)
  })
})

describe('the file of a count', () => {
  it('is the same on every run, in any order, batch size and number of workers', async () => {
    const first = await digestOf(good)
    const shuffled = good.toSorted(() => Math.random() - 0.5)
    async function* stream() {
      yield* shuffled
    }
    expect(await digestOf(good.toReversed())).toBe(first)
    expect(await digestOf(stream(), { batchSize: 7, parallel: 3 })).toBe(first)
    expect(await digestOf(shuffled, { batchSize: 1, parallel: 60 })).toBe(first)
  })

  it('is the same when the batches go through another thread as cloned data', async () => {
    const echo = new Worker("const { parentPort } = require('node:worker_threads'); parentPort.on('message', (m) => parentPort.postMessage(m))", { eval: true })
    const openBatch = (rows: SealedRow[], keys: Wave['keys']) => new Promise<Awaited<ReturnType<typeof openRows>>>((resolve, reject) => {
      echo.once('message', (sent: { rows: SealedRow[]; keys: Wave['keys'] }) => openRows(sent.rows, sent.keys).then(resolve, reject))
      echo.postMessage({ rows, keys })
    })
    expect(await digestOf(good, { openBatch })).toBe(await digestOf(good))
    await echo.terminate()
  })

  it('attack 36: has another digest when a row was dropped, added or altered behind the service’s back', async () => {
    const digests = await Promise.all([good, good.slice(1), [...good, await aRow(wave, 5)], good.with(0, { ...good[0]!, sealed: good[0]!.sealed.with(1500, 0) })].map((rows) => digestOf(rows)))
    expect(new Set(digests).size).toBe(4)
  })

  it('attack 1: is sorted by SHA-256(salt || row), where a row is its answers and labels and nothing of its credential', async () => {
    const { rows, sealedSet } = await countRows(good, wave.keys)
    const salt = await sha256(concat(utf8('nulmeting row order 1\n'), unhex(about.manifest), unhex(sealedSet.digest)))
    const places = await Promise.all(rows.map(async (row) => hex(await sha256(concat(salt, utf8(canonicalJson(row)))))))
    expect(places).toEqual(places.toSorted())
    expect(new Set(places).size).toBe(60)
  })

  it('attack 1: has an order that says nothing about the order of arrival', async () => {
    // Every row can be told by its answers' seed; Spearman's rho between arrival and place, four standard errors.
    const { rows } = await countRows(good, wave.keys)
    const arrival = new Map(await Promise.all(good.map(async (row, i) => {
      const [reading] = await openRows([row], wave.keys)
      return [JSON.stringify((reading as { row: unknown }).row), i] as const
    })))
    expect(arrival.size).toBe(60)
    const n = rows.length
    const squares = rows.reduce((sum, row, place) => sum + (arrival.get(JSON.stringify(row))! - place) ** 2, 0)
    const rho = 1 - (6 * squares) / (n * (n * n - 1))
    expect(Math.abs(rho)).toBeLessThan(4 / Math.sqrt(n - 1))
  })
})

describe('a count under way', () => {
  it('stops when cancelled, and simply runs again', async () => {
    const control = new AbortController()
    const seen: number[] = []
    const counting = countRows(good, wave.keys, {
      batchSize: 5, parallel: 2, signal: control.signal,
      onProgress(opened) {
        seen.push(opened)
        if (opened >= 20) control.abort(new Error('cancelled by the analyst'))
      },
    })
    await expect(counting).rejects.toThrow('cancelled by the analyst')
    expect(seen.at(-1)).toBeLessThan(60)
    expect(await digestOf(good)).toBe(await digestOf(good))
  })

  it('tells how far it is and lets other work run in between', async () => {
    const seen: number[] = []
    let turns = 0
    const timer = setInterval(() => (turns += 1))
    await countRows(good, wave.keys, { batchSize: 10, onProgress: (opened) => seen.push(opened) })
    clearInterval(timer)
    expect(seen).toEqual([10, 20, 30, 40, 50, 60])
    expect(turns).toBeGreaterThanOrEqual(3)
  })

  it('fails as a whole when a worker fails: no row is left out in silence', async () => {
    let calls = 0
    const openBatch: typeof openRows = async (rows, keys) => {
      calls += 1
      if (calls === 3) throw new Error('worker died')
      return openRows(rows, keys)
    }
    await expect(countRows(good, wave.keys, { openBatch, batchSize: 10 })).rejects.toThrow('worker died')
    await expect(countRows(good, wave.keys, { openBatch: async (rows, keys) => (await openRows(rows, keys)).slice(1) })).rejects.toThrow(RangeError)
  })
})
