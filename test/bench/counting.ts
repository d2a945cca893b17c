// Counting: rows per second of one core, a wave of 12,000 within 512 MB, and the console's page never standing still over 50 ms.
// Separate because it makes a closed wave on the real server, which the browser then counts and destroys.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { packSealed } from '../../src/counting/sealed-page.ts'
import type { KeyedRow } from '../../src/counting/sealed-page.ts'
import type { CountKeys } from '../../src/counting/open-row.ts'
import { coreInstrument } from '../../src/instrument/batteries/core.ts'
import { issuerKeys } from '../../src/sample/table.ts'
import { unwrap } from '../../src/sample/wrap.ts'
import { inviteStaff } from '../../src/staff/invite-staff.ts'
import { aWaveInField, ok, someAreas, withArchiveKey } from '../support/fieldwork.ts'
import { countInBrowser } from './count-browser.ts'
import { startPool } from './count-pool.ts'
import { cores, countApart } from './count-process.ts'
import { atMost, figureLine, median, whole } from './figure.ts'
import { startService } from './service.ts'
import type { Prepared } from './service.ts'
import type { Bench } from './submissions.ts'

const MB = 2 ** 20

interface Closed { keys: CountKeys; wave: string; link: string; rows: KeyedRow[] }

export async function counting({ bundle, quick, print }: Bench): Promise<void> {
  const responses = quick ? 1_200 : 12_000
  print(`counting: sealing ${whole(responses)} responses${quick ? ' (--quick: the issue asks 12,000)' : ''} ...`)
  const { service, made: { keys, wave, link, rows } } = await startService(bundle, (prepared) => closedWave(prepared, bundle, responses))
  try {
    const file = join(service.folder, 'rows')
    writeFileSync(file, packSealed(rows))

    const alone = []
    for (let round = 0; round < 3; round += 1) alone.push(await countApart({ bundle, file, keys, workers: 1, rows: quick ? 400 : 1_500 }))
    const perCore = median(alone.map(({ counted, processorSeconds }) => counted / processorSeconds))
    print(figureLine({
      what: 'counting, one worker', measured: `${whole(perCore)} rows per second of one core (${whole(median(alone.map(({ counted, seconds }) => counted / seconds)))} by the clock)`,
      yardstick: 'about 360 expected', ratio: perCore / 360,
    }))

    const all = await countApart({ bundle, file, keys, workers: cores })
    if (all.counted !== responses) throw new Error(`${all.counted} of ${responses} rows were counted`)
    print(figureLine({
      what: `counting ${whole(responses)}, ${cores} workers`,
      measured: `${all.seconds.toFixed(1)} s, ${whole(all.counted / all.seconds)} rows/s by the clock, ${whole(all.peakBytes / MB)} MB resident at most`,
      target: atMost(512, all.peakBytes / MB, ' MB'),
    }))

    const page = await countInBrowser({ staffOrigin: service.staffOrigin, link, wave, identity: keys.identity })
    print(figureLine({
      what: `counting ${whole(responses)} in the console`,
      measured: `${page.seconds.toFixed(1)} s from click to certificate ("${page.said.slice(0, 60)}"), page process ${whole(page.peakBytes / MB)} MB resident at most`,
      target: atMost(512, page.peakBytes / MB, ' MB'),
    }))
    print(figureLine({
      what: 'the page meanwhile', measured: `${page.longTasks} tasks over 50 ms, longest ${whole(page.longestTask)} ms; ${whole(page.frames)} frames, longest wait for one ${whole(page.longestFrame)} ms`,
      yardstick: `an empty page in the same browser waited ${whole(page.blankLongestFrame)} ms`,
      // The empty page shows how late the machine itself is; it excuses nothing.
      target: { words: 'no task over 50 ms, no frame later than 50 ms', kept: page.longestTask <= 50 && page.longestFrame <= 50 },
    }))
  } finally {
    await service.stop()
  }
}

/** A closed wave with so many good responses in its intake, over two areas. */
async function closedWave({ deps, wire }: Prepared, bundle: string, responses: number): Promise<Closed> {
  await someAreas(deps, 'veld', ['A', 'B'])
  await withArchiveKey(wire)
  const { wave, identity, manifest } = await aWaveInField(wire, ['A', 'B'], 50, { graceHours: 0 })
  const wrapped = await (await deps.databases.open('sample', wave)).read.select().from(issuerKeys)
  const signers = await Promise.all(wrapped.map((key) => unwrap(deps.secret, wave, key.stratum, key.wrapped)))
  const keys: CountKeys = { identity, manifest, instrument: coreInstrument }
  const pool = startPool(bundle, cores)
  const batches = Array.from({ length: Math.ceil(responses / 100) }, (_, i) => pool.make({ keys, signers, from: i * 100, to: Math.min(responses, (i + 1) * 100) }))
  const rows = (await Promise.all(batches)).flat().map((row): KeyedRow => ({ ...row, id: (crypto.getRandomValues(new BigInt64Array(1))[0]! & 0x7fffffffffffffffn) | 1n }))
  await pool.end()
  const intake = await deps.databases.open('intake', wave)
  for (let start = 0; start < rows.length; start += 500) {
    await intake.write(rows.slice(start, start + 500).map(({ id, spent, sealed }) => sql`INSERT INTO responses (id, spent, sealed) VALUES (${id}, ${spent}, ${sealed})`))
  }
  await ok(wire.staff('POST', `/api/waves/${wave}/end`, {}))
  const link = await inviteStaff(deps, { municipality: 'veld', name: 'Teller', roles: ['coordinator', 'analyst'] })
  return { keys, wave, link, rows }
}
