// What the app needs from the outside world, as one typed object, and the one place where an environment is parsed.
// Separate so that nothing else reads an environment variable, a clock or a key.
import { z } from 'zod'
import type { Database, WaveDatabases } from './db/port.ts'
import type { BlindSigner } from './crypto/credential.ts'

export interface Deps {
  office: Database
  databases: WaveDatabases
  /** Raw RSA differs by runtime: one interface, two adapters. */
  signer: BlindSigner
  /** 32 bytes, never in a database or a backup: keys the HMAC of invite codes, wraps issuer keys. */
  secret: Uint8Array
  /** Scheme, host and port on which staff pages answer, and nothing else does. */
  staffOrigin: string
  clock: () => Date
  /** The built pages: the shell's text by name, e.g. 'resident/index.html'; null when it does not exist. */
  page: (name: string) => Promise<string | null>
  /** A built file with a hash in its name, e.g. 'resident/assets/app-1a2b.js'; null when it does not exist. */
  asset?: (name: string) => Promise<ReadableStream | Uint8Array<ArrayBuffer> | null>
  /** Takes one line about a fault: a code, never a message, a body or anything about who called. */
  log?: (line: string) => void
}

const settings = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(8787),
  NULMETING_DATA: z.string().min(1).default('data'),
  STAFF_ORIGIN: z.url().optional(),
})

export interface Settings {
  port: number
  data: string
  staffOrigin: string
}

/** Parses an environment; throws an Error whose message says which variable is wrong. */
export function readSettings(environment: Record<string, string | undefined>): Settings {
  const parsed = settings.safeParse(environment)
  if (!parsed.success) throw new Error(`Setting ${parsed.error.issues.map((i) => `${i.path.join('.')}: ${i.message}`).join('; ')}`)
  const { PORT, NULMETING_DATA, STAFF_ORIGIN } = parsed.data
  return { port: PORT, data: NULMETING_DATA, staffOrigin: STAFF_ORIGIN ?? `http://localhost:${PORT}` }
}
