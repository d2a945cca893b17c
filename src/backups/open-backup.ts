// Opens a sealed backup into a folder of plain databases, with the private half of the recovery key. Separate from restoring, because a
// process that holds a private key opens no database of the service, and the other way round.
import { createReadStream, createWriteStream, existsSync, mkdirSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { openStream } from '../crypto/sealed-stream.ts'
import { CONTENTS, contents, fileOf } from './contents.ts'
import type { Contents } from './contents.ts'
import { digestOf, readContents } from './make-backup.ts'
import { TarDamaged, untar } from './tar.ts'

/** Writes into a folder that must not exist yet. Throws CannotOpen, TarDamaged; then nothing is left. */
export async function openBackup(file: string, identity: string, folder: string): Promise<Contents> {
  if (existsSync(folder)) throw new RangeError('openBackup requires a folder that is not there yet')
  try {
    const plain = await openStream(Readable.toWeb(createReadStream(file)) as ReadableStream<Uint8Array>, identity)
    for await (const { path, content } of untar(plain as unknown as AsyncIterable<Uint8Array>)) {
      if (path !== CONTENTS && !/^(?:office|[a-z]+\/[a-z0-9-]+)\.db$/.test(path)) throw new TarDamaged()
      const target = join(folder, path)
      mkdirSync(dirname(target), { recursive: true, mode: 0o700 })
      await pipeline(Readable.from(content), createWriteStream(target, { mode: 0o600, flags: 'wx' }))
    }
    return await checkedContents(folder)
  } catch (fault) {
    rmSync(folder, { recursive: true, force: true })
    throw fault
  }
}

/** The contents of an opened backup, every file of it checked; throws TarDamaged when one is missing or another. */
export async function checkedContents(folder: string): Promise<Contents> {
  let about: Contents
  try {
    about = contents.parse(readContents(folder))
  } catch {
    throw new TarDamaged()
  }
  for (const { path, sha256 } of about.databases) {
    const file = join(folder, fileOf(path))
    if (!existsSync(file) || (await digestOf(file)) !== sha256) throw new TarDamaged()
  }
  return about
}
