// Readers of public results: 200 people, each a page every 5 seconds, as an open loop (40 requests a second whatever the answers take), on a real
// edition of a town; then as fast as it goes. Open, because readers do not wait for each other: a closed loop would hide the queue.
import { makeExample } from '../../src/example/make-example.ts'
import { join } from 'node:path'
import { rmSync } from 'node:fs'
import { atMost, figureLine, whole } from './figure.ts'
import { startService } from './service.ts'
import type { Bench } from './submissions.ts'

const READERS = 200
const SECONDS_A_PAGE = 5

export async function readers({ bundle, quick, print }: Bench): Promise<void> {
  const seconds = quick ? 10 : 60
  print('readers: making a town with two public editions ...')
  const { service } = await startService(bundle, async ({ deps, port, data }) => {
    await makeExample(deps, { residentOrigin: `http://localhost.localdomain:${port}`, sheet: join(data, '..', 'sheet.txt'), say: () => {} })
    const { sql } = await import('drizzle-orm')
    await deps.office.write([sql`UPDATE hosts SET municipality = 'lindestad' WHERE host = ${`127.0.0.1:${port}`}`])
  })
  try {
    const origin = `http://127.0.0.1:${service.port}`
    const listed = (await (await fetch(`${origin}/api/public/editions`)).json()) as { id: string; head: { areas: { id: string }[] } }[]
    const paths = listed.flatMap(({ id, head }) => ['/uitkomsten', `/uitkomsten/${id}`, `/results/${id}`, ...head.areas.map((area) => `/uitkomsten/${id}/${area.id}`)])
    const largest = Math.max(...await Promise.all(paths.map(async (path) => (await (await fetch(origin + path)).arrayBuffer()).byteLength)))
    const { times, errors } = await openLoop(origin, paths, READERS / SECONDS_A_PAGE, seconds)
    const p99 = times[Math.floor(times.length * 0.99)]!
    print(figureLine({
      what: `readers, ${READERS} people`, measured: `p50 ${times[times.length >> 1]!.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms, ${errors} errors in ${whole(times.length)} pages, largest page ${(largest / 1024).toFixed(1)} KB`,
      target: { words: 'p99 under 50 ms, no error', kept: p99 < 50 && errors === 0 },
    }))
    print(figureLine({ what: 'readers, largest page', measured: `${(largest / 1024).toFixed(1)} KB`, target: atMost(50, largest / 1024) }))
    const rate = await saturation(origin, paths, quick ? 3 : 10)
    print(figureLine({ what: 'readers, saturation', measured: `${whole(rate)} pages/s with 50 connections`, target: { words: 'printed', kept: true } }))
  } finally {
    await service.stop()
    rmSync(join(service.folder, 'sheet.txt'), { force: true })
  }
}

/** Sends at fixed instants and measures from the instant a request was due, so that a late start counts as waiting. */
async function openLoop(origin: string, paths: readonly string[], rate: number, seconds: number): Promise<{ times: number[]; errors: number }> {
  const times: number[] = []
  let errors = 0
  const began = performance.now()
  await Promise.all(Array.from({ length: Math.round(rate * seconds) }, async (_, i) => {
    const due = began + (i / rate) * 1000
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, due - performance.now())))
    const ok = await fetch(origin + paths[i % paths.length]!).then(async (answer) => (await answer.arrayBuffer(), answer.ok), () => false)
    times.push(performance.now() - due)
    if (!ok) errors += 1
  }))
  return { times: times.sort((a, b) => a - b), errors }
}

async function saturation(origin: string, paths: readonly string[], seconds: number): Promise<number> {
  const until = performance.now() + seconds * 1000
  let done = 0
  await Promise.all(Array.from({ length: 50 }, async (_, i) => {
    for (let at = i; performance.now() < until; at += 1) {
      await (await fetch(origin + paths[at % paths.length]!)).arrayBuffer()
      done += 1
    }
  }))
  return done / seconds
}
