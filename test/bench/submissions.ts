// Submissions: rows per second of the real server (verify, one row, durable before the reply; 50 connections) against bare `client.batch` of
// the same row into the same table, at the rows per commit the server reached, on the same disk in turns; then 1,000,000 rows stored
// against 50,000. Separate because it fills a disk and starts processes.
import { copyFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Deps } from '../../src/deps.ts'
import { base64url } from '../../src/crypto/base64url.ts'
import { sealedSize } from '../../src/crypto/sealed.ts'
import { coreNl } from '../../src/instrument/batteries/core-nl.ts'
import { coreInstrument } from '../../src/instrument/batteries/core.ts'
import { storeInstrument } from '../../src/instruments/store-instrument.ts'
import { issuerKeys } from '../../src/sample/table.ts'
import { unwrap } from '../../src/sample/wrap.ts'
import { aWaveInField, someAreas } from '../support/fieldwork.ts'
import type { AWave } from '../support/fieldwork.ts'
import { atLeast, figureLine, median, whole } from './figure.ts'
import { bareBatches, commits, fill, sync } from './intake-file.ts'
import { packed, requestBytes, startLoad } from './load.ts'
import { startService } from './service.ts'
import type { Prepared } from './service.ts'

const CONNECTIONS = 50

export interface Bench { bundle: string; quick: boolean; print: (line: string) => void }

interface Field { wave: AWave; signing: CryptoKey; path: string }
interface Round { rate: number; p99: number; rowsPerCommit: number; milliseconds: number }

export async function submissions({ bundle, quick, print }: Bench): Promise<void> {
  const [few, many] = quick ? [5_000, 100_000] : [50_000, 1_000_000]
  const [turns, aRound] = quick ? [3, 2_000] : [5, 4_000]
  const began = performance.now()
  print(`submissions: filling ${whole(few)} and ${whole(many)} rows${quick ? ' (--quick: the issue asks 50,000 and 1,000,000)' : ', about 1.8 GB, removed afterwards'} ...`)
  const { service, made: [small, large] } = await startService(bundle, async (prepared) => {
    const short = await shortInstrument(prepared.deps)
    await someAreas(prepared.deps, 'veld', ['A'])
    const fields = [await field(prepared, short), await field(prepared, short)] as const
    return fields
  })
  const load = startLoad(bundle)
  try {
    const bareFile = join(service.folder, 'bare.db')
    await fill(small.path, few)
    copyFileSync(small.path, bareFile)
    sync(bareFile)
    await fill(large.path, many)
    print(`submissions: filled in ${((performance.now() - began) / 1000).toFixed(0)} s; ${turns} rounds of ${whole(aRound)}, ${CONNECTIONS} connections`)

    const file = join(service.folder, 'requests')
    const serve = async (to: Field, count: number): Promise<Round> => {
      writeFileSync(file, packed(await bodies(to, service.port, count)))
      const [before, used] = [commits(to.path), service.processorSeconds()]
      const { seconds, acknowledged, p99 } = await load.play({ port: service.port, connections: CONNECTIONS, file })
      if (acknowledged !== count) throw new Error(`${count - acknowledged} of ${count} submissions were refused`)
      return { rate: count / seconds, p99, rowsPerCommit: count / (commits(to.path) - before), milliseconds: ((service.processorSeconds() - used) * 1000) / count }
    }
    const sealed = sealedSize(small.wave.manifest.paddedSize)
    // Not measured: the code is compiled, the pages of the files are in memory.
    const warm = await serve(small, 2_000)
    await serve(large, 2_000)
    await bareBatches(bareFile, sealed, 2_000, warm.rowsPerCommit)

    const rounds: { service: Round; bare: number; large: Round; bareLarge: number }[] = []
    for (let round = 0; round < turns; round += 1) {
      // In turns, each round the other way round: the disk of a shared machine is never as fast twice.
      const first = round % 2 === 0 ? await serve(small, aRound) : undefined
      const large_ = await serve(large, aRound)
      const service_ = first ?? await serve(small, aRound)
      rounds.push({
        service: service_, large: large_, bare: await bareBatches(bareFile, sealed, aRound, service_.rowsPerCommit),
        // How much of the difference is the disk's and the tree's own: straight into the large file, the server standing by.
        bareLarge: await bareBatches(large.path, sealed, aRound, large_.rowsPerCommit),
      })
    }
    const of = (value: (round: (typeof rounds)[number]) => number) => median(rounds.map(value))
    const toBare = of((round) => round.service.rate / round.bare)
    print(figureLine({
      what: `submissions, ${whole(few)} stored`,
      measured: `${whole(of((round) => round.service.rate))} rows/s at ${of((round) => round.service.rowsPerCommit).toFixed(1)} rows a commit, p99 ${whole(of((round) => round.service.p99))} ms, ${of((round) => round.service.milliseconds).toFixed(2)} ms of processor each`,
      yardstick: `bare batch ${whole(of((round) => round.bare))} rows/s`, ratio: toBare, target: atLeast(0.5, toBare),
    }))
    const kept = of((round) => round.large.rate / round.service.rate)
    print(figureLine({
      what: `submissions, ${whole(many)} stored`,
      measured: `${whole(of((round) => round.large.rate))} rows/s at ${of((round) => round.large.rowsPerCommit).toFixed(1)} rows a commit, p99 ${whole(of((round) => round.large.p99))} ms`,
      yardstick: `${whole(few)} stored ${whole(of((round) => round.service.rate))} rows/s (bare batches ${whole(of((round) => round.bareLarge))}, ${of((round) => round.bareLarge / round.bare).toFixed(2)} of theirs)`, ratio: kept, target: atLeast(0.85, kept),
    }))
  } finally {
    load.stop()
    await service.stop()
  }
}

/** The first items of the core battery: an instrument whose answers fit 1,024 bytes. */
async function shortInstrument(deps: Deps): Promise<Record<string, string>> {
  return { nl: await storeInstrument(deps, { instrument: { ...coreInstrument, items: coreInstrument.items.slice(0, 10) }, text: coreNl }) }
}

async function field({ deps, wire, data }: Prepared, instruments: Record<string, string>): Promise<Field> {
  const wave = await aWaveInField(wire, ['A'], 50, { instruments, languages: ['nl'] })
  if (wave.manifest.paddedSize !== 1024) throw new Error(`padded to ${wave.manifest.paddedSize} bytes, expected 1024`)
  const [key] = await (await deps.databases.open('sample', wave.wave)).read.select().from(issuerKeys)
  const pkcs8 = await unwrap(deps.secret, wave.wave, 0, key!.wrapped)
  // What unblinding ends with is an ordinary PSS signature: made directly, because making credentials is not what is measured.
  const signing = await crypto.subtle.importKey('pkcs8', pkcs8, { name: 'RSA-PSS', hash: 'SHA-384' }, false, ['sign'])
  return { wave, signing, path: join(data, 'intake', `${wave.wave}.db`) }
}

/** Submissions as a phone sends them; only the sealed bytes are random, because the server cannot tell. */
async function bodies({ wave: { manifest, reference }, signing }: Field, port: number, count: number): Promise<Buffer[]> {
  const sealed = sealedSize(manifest.paddedSize)
  return Promise.all(Array.from({ length: count }, async () => {
    const message = crypto.getRandomValues(new Uint8Array(32))
    const signature = new Uint8Array(await crypto.subtle.sign({ name: 'RSA-PSS', saltLength: 48 }, signing, message))
    return requestBytes(port, '/api/responses', {
      manifest: reference, keyId: manifest.strata[0]!.keyId, message: base64url(message), signature: base64url(signature),
      sealed: base64url(crypto.getRandomValues(new Uint8Array(sealed))),
    })
  }))
}
