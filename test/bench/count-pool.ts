// The worker pool of the counting bench: threads out of the same bundle that make sealed rows (not measured) and open them (measured).
// Separate because it is the shape a pool has anywhere: batches and keys in, readings out, nothing kept.
import { Worker, parentPort } from 'node:worker_threads'
import { openRows } from '../../src/counting/open-row.ts'
import type { CountKeys, RowReading } from '../../src/counting/open-row.ts'
import { base64url } from '../../src/crypto/base64url.ts'
import { sha256 } from '../../src/crypto/digest.ts'
import { payloadBytes } from '../../src/crypto/payload.ts'
import { seal } from '../../src/crypto/sealed.ts'
import type { SealedRow } from '../../src/crypto/sealed-set.ts'
import { complete } from '../../src/instrument/answers.ts'
import { coreInstrument } from '../../src/instrument/batteries/core.ts'

/** Rows `from` to `to` of a wave; `signers` are its issuer keys (PKCS #8), a stratum each. */
export interface ToMake { keys: CountKeys; signers: Uint8Array<ArrayBuffer>[]; from: number; to: number }

export interface Pool {
  open: (rows: SealedRow[], keys: CountKeys) => Promise<RowReading[]>
  make: (what: ToMake) => Promise<SealedRow[]>
  end: () => Promise<void>
}

interface Asked { id: number; verb: 'open' | 'make'; input: unknown }

/** Starts so many threads; they take turns. */
export function startPool(bundle: string, size: number): Pool {
  const waiting = new Map<number, { resolve: (value: never) => void; reject: (fault: Error) => void }>()
  const workers = Array.from({ length: size }, () => {
    // A batch leaves nothing behind: without a bound each thread would let 64 MB of short-lived bytes pile up before it tidies.
    const worker = new Worker(bundle, { argv: ['--count-pool'], resourceLimits: { maxYoungGenerationSizeMb: 16, maxOldGenerationSizeMb: 128 } })
    worker.on('message', ({ id, value }: { id: number; value: never }) => (waiting.get(id)!.resolve(value), waiting.delete(id)))
    worker.on('error', (fault: Error) => waiting.forEach(({ reject }) => reject(fault)))
    return worker
  })
  let next = 0
  const ask = <T>(verb: Asked['verb'], input: unknown) => new Promise<T>((resolve, reject) => {
    const id = next++
    waiting.set(id, { resolve, reject })
    workers[id % size]!.postMessage({ id, verb, input } satisfies Asked)
  })
  return {
    open: (rows, keys) => ask('open', { rows, keys }),
    make: (what) => ask('make', what),
    end: async () => void (await Promise.all(workers.map((worker) => worker.terminate()))),
  }
}

/** What a thread of the pool does. */
export function poolThread(): void {
  parentPort!.on('message', ({ id, verb, input }: Asked) => {
    const work = verb === 'make' ? makeRows(input as ToMake) : openRows((input as { rows: SealedRow[] }).rows, (input as { keys: CountKeys }).keys)
    void work.then((value) => parentPort!.postMessage({ id, value }))
  })
}

/** Responses to most of the core battery, signed, sealed and padded as phones send them. */
async function makeRows({ keys: { manifest }, signers, from, to }: ToMake): Promise<SealedRow[]> {
  const signing = await Promise.all(signers.map((pkcs8) => crypto.subtle.importKey('pkcs8', pkcs8, { name: 'RSA-PSS', hash: 'SHA-384' }, false, ['sign'])))
  const rows: SealedRow[] = []
  for (let seed = from; seed < to; seed += 1) {
    const stratum = seed % signing.length
    const message = crypto.getRandomValues(new Uint8Array(32))
    // What unblinding ends with is an ordinary PSS signature.
    const signature = new Uint8Array(await crypto.subtle.sign({ name: 'RSA-PSS', saltLength: 48 }, signing[stratum]!, message))
    const bytes = payloadBytes({
      v: 1, wave: manifest.wave, stratumKeyId: manifest.strata[stratum]!.keyId, instrument: manifest.instruments['nl']!, language: 'nl', mode: 'web', phase: 0,
      message: base64url(message), signature: base64url(signature), answers: complete(coreInstrument, someAnswers(seed)),
    })
    rows.push({ spent: await sha256(message), sealed: await seal(bytes, manifest.recipient, manifest.paddedSize) })
  }
  return rows
}

function someAnswers(seed: number): Record<string, number | number[]> {
  const answers: Record<string, number | number[]> = {}
  for (const [i, item] of coreInstrument.items.entries()) {
    if (item.askedIf || (seed + i) % 5 === 0) continue
    const option = item.options[(seed * 31 + i * 17) % item.options.length]!
    answers[item.id] = item.kind === 'several' ? [option] : option
  }
  return answers
}
