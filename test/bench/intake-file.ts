// An intake file seen from outside the server: filled by SQL, its commits counted, and the bare writes it is measured against.
// Separate because nothing here goes through the product: it is the yardstick.
import { closeSync, fsyncSync, openSync, readSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { createClient } from '@libsql/client'
import type { Client, InStatement } from '@libsql/client'

const client = (path: string): Client => createClient({ url: pathToFileURL(path).href, intMode: 'bigint' })

/** Adds rows of 1,222 random bytes under random keys, in one transaction that is not synced until its end (about 2 GB of memory for a million). */
export async function fill(path: string, rows: number): Promise<void> {
  const filling = client(path)
  await filling.executeMultiple('PRAGMA synchronous = OFF; PRAGMA journal_mode = OFF; PRAGMA cache_size = -2000000')
  const batches = Array.from({ length: Math.ceil(rows / 50_000) }, (_, i) => Math.min(50_000, rows - i * 50_000))
  await filling.batch(batches.map((count) => ({
    sql: `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?)
          INSERT INTO responses (id, spent, sealed) SELECT (random() & 9223372036854775807) | 1, randomblob(32), randomblob(1222) FROM n`,
    args: [count],
  })), 'write')
  filling.close()
  sync(path)
}

/** Waits until a file is on the disk, so that nobody's commit waits for it later. */
export function sync(path: string): void {
  const file = openSync(path, 'r+')
  fsyncSync(file)
  closeSync(file)
}

/** The change counter of the database header (bytes 24 to 27): one more with every commit of a file with a rollback journal. */
export function commits(path: string): number {
  const file = openSync(path, 'r')
  const counter = Buffer.alloc(4)
  readSync(file, counter, 0, 4, 24)
  closeSync(file)
  return counter.readUInt32BE()
}

/** Rows per second of bare `client.batch`, so many rows a commit: the same table, sizes, journal and synchronous level, nothing else. */
export async function bareBatches(path: string, sealedBytes: number, rows: number, rowsPerCommit: number): Promise<number> {
  const bare = client(path)
  const inserts = Array.from({ length: rows }, (): InStatement => ({
    sql: 'INSERT INTO responses (id, spent, sealed) VALUES (?, ?, ?)',
    args: [
      crypto.getRandomValues(new BigInt64Array(1))[0]! & 0x7fffffffffffffffn,
      crypto.getRandomValues(new Uint8Array(32)), crypto.getRandomValues(new Uint8Array(sealedBytes)),
    ],
  }))
  const began = performance.now()
  for (let done = 0, commit = 1; done < rows; commit += 1) {
    // 11.4 rows a commit: now 11, now 12.
    const end = Math.min(rows, Math.max(done + 1, Math.round(commit * rowsPerCommit)))
    await bare.batch(inserts.slice(done, end), 'write')
    done = end
  }
  const seconds = (performance.now() - began) / 1000
  bare.close()
  return rows / seconds
}
