// The server secret on Node: 32 bytes in a file of its own, made at first start, readable by its owner only.
// Separate, and outside the data folder, because a backup of the databases must never hold what wraps the issuer keys in them.
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/** Reads the secret, making it where there is none; throws when the file holds anything but 32 bytes. */
export function serverSecret(path: string): { secret: Uint8Array; isNew: boolean } {
  const made = make(path)
  const secret = new Uint8Array(readFileSync(path))
  if (secret.length !== 32) throw new Error(`The server secret (${path}) must be 32 bytes; it has ${secret.length}. Put back the file that belongs to these databases.`)
  chmodSync(path, 0o600)
  return { secret, isNew: made }
}

/** Exclusive, so that two processes that start at once agree on one secret. */
function make(path: string): boolean {
  mkdirSync(dirname(path), { recursive: true })
  try {
    writeFileSync(path, crypto.getRandomValues(new Uint8Array(32)), { flag: 'wx', mode: 0o600, flush: true })
    return true
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw fault
  }
}
