// Reading a chosen file in a thread of its own, one thread a file. Separate from the screens because threads are started and ended here
// and nowhere else.
import type { BenchmarkRead } from '../../../src/analysis/benchmark-file.ts'
import type { MapReading } from '../../../src/frame/area-map.ts'
import type { AreasChoice, AreasReading } from '../../../src/frame/areas-file.ts'
import type { RegisterChoice, RegisterReading } from '../../../src/frame/register-count.ts'
import { remote } from '../work/remote.ts'
import type { Wire } from '../work/remote.ts'
import { startWorker } from '../work/trusted-workers.ts'

/** No list, count or map of a municipality is larger; what is, was chosen by mistake. */
export const LARGEST_FILE = 60_000_000

/** A file as it was chosen. */
export interface Chosen { name: string; bytes: Uint8Array }

export async function bytesOf(file: File): Promise<Chosen | null> {
  return file.size > LARGEST_FILE ? null : { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }
}

async function read<Answer>(verb: string, input: unknown): Promise<Answer> {
  const worker = startWorker('files')
  const failed = new Promise<never>((_, reject) => worker.addEventListener('error', () => reject(new Error('a worker could not start'))))
  try {
    return await Promise.race([remote(worker as unknown as Wire).ask<Answer>(verb, input), failed])
  } finally {
    worker.terminate()
  }
}

export const reading = {
  areas: (bytes: Uint8Array, choice: AreasChoice) => read<AreasReading>('areas', { bytes, choice }),
  register: (bytes: Uint8Array, choice: RegisterChoice) => read<RegisterReading>('register', { bytes, choice }),
  benchmarks: (bytes: Uint8Array) => read<BenchmarkRead>('benchmarks', { bytes }),
  map: (bytes: Uint8Array, codes: readonly string[]) => read<MapReading>('map', { bytes, codes }),
}
