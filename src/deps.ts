// What the app needs from the outside world, as one typed object, and the one place where an environment is parsed.
// Separate so that nothing else reads an environment variable, a clock or a key.
import { z } from 'zod'
import type { Database, WaveDatabases } from './db/port.ts'
import type { BlindSigner, Verifier } from './crypto/credential.ts'
import { unhex } from './crypto/digest.ts'
import type { Gate } from './http/gate.ts'

export interface Deps {
  office: Database
  databases: WaveDatabases
  /** Raw RSA differs by runtime: one interface, two adapters. */
  signer: BlindSigner
  /** Verifying differs by runtime too: at once on Node, WebCrypto on Workers. */
  verifier: Verifier
  /** 32 bytes, never in a database or a backup: keys the HMAC of invite codes, wraps issuer keys. */
  secret: Uint8Array
  /** Scheme, host and port on which staff pages answer, and nothing else does. */
  staffOrigin: string
  /** Days for which anything but `nulmeting backup` can bring a destroyed database back: snapshots of a machine, restore points of a host. */
  restorePointDays: number
  /** On what this runs, for the page of limits: they differ. */
  runtime: 'node' | 'edge'
  clock: () => Date
  /** The built pages: the shell's text by name, e.g. 'resident/index.html'; null when it does not exist. */
  page: (name: string) => Promise<string | null>
  /** A built file with a hash in its name, e.g. 'resident/assets/app-1a2b.js'; null when it does not exist. */
  asset?: (name: string) => Promise<ReadableStream | Uint8Array<ArrayBuffer> | null>
  /** Lets reporters' requests in, so many at a time; absent where nobody is served (commands). */
  gate?: Gate
  /** The caller's bucket for the gate, a number of 16 bits or nothing: http/caller-bucket.ts. */
  bucket?: (request: Request, env: unknown) => number | null
  /** Takes one line about a fault: a code, never a message, a body or anything about who called. */
  log?: (line: string) => void
}

const days = z.coerce.number().int().min(0).max(3650)

const settings = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(8787),
  NULMETING_DATA: z.string().min(1).default('data'),
  STAFF_ORIGIN: z.url({ protocol: /^https?$/ }).transform((address) => new URL(address).origin).optional(),
  NULMETING_SECRET_FILE: z.string().min(1).optional(),
  RESTORE_POINT_DAYS: days.default(0),
})

export interface Settings {
  port: number
  data: string
  staffOrigin: string
  /** Where the server secret is kept on Node: beside the data folder, never in it. */
  secretFile: string
  restorePointDays: number
}

/** Parses an environment; throws an Error whose message says which variable is wrong. */
export function readSettings(environment: Record<string, string | undefined>): Settings {
  const parsed = settings.safeParse(environment)
  if (!parsed.success) throw new Error(`Setting ${parsed.error.issues.map((i) => `${i.path.join('.')}: ${i.message}`).join('; ')}`)
  const { PORT, NULMETING_DATA, STAFF_ORIGIN, NULMETING_SECRET_FILE, RESTORE_POINT_DAYS } = parsed.data
  return {
    port: PORT,
    data: NULMETING_DATA,
    staffOrigin: STAFF_ORIGIN ?? `http://localhost:${PORT}`,
    secretFile: NULMETING_SECRET_FILE ?? `${NULMETING_DATA.replace(/\/+$/, '')}/../.nulmeting-secret`,
    restorePointDays: RESTORE_POINT_DAYS,
  }
}

const bindings = z.object({
  OFFICE_URL: z.url(),
  OFFICE_TOKEN: z.string().optional(),
  DATABASE_HOST: z.url(),
  DATABASE_HOST_SECRET: z.string().min(32),
  SERVER_SECRET: z.string().regex(/^[0-9a-f]{64}$/),
  STAFF_ORIGIN: z.url({ protocol: /^https?$/ }).transform((address) => new URL(address).origin),
  // No default: a hosted database keeps what was destroyed for some days, and a certificate that does not say so is untrue.
  RESTORE_POINT_DAYS: days,
})

export interface EdgeSettings {
  office: { url: string; authToken?: string }
  databaseHost: string
  databaseHostSecret: string
  secret: Uint8Array
  staffOrigin: string
  restorePointDays: number
}

/** Parses a Worker's bindings; throws an Error that names the variables at fault and never their values. */
export function readBindings(environment: Record<string, unknown>): EdgeSettings {
  const parsed = bindings.safeParse(environment)
  if (!parsed.success) throw new Error(`Bindings at fault: ${parsed.error.issues.map((issue) => issue.path.join('.')).join(', ')}`)
  const { OFFICE_URL, OFFICE_TOKEN, DATABASE_HOST, DATABASE_HOST_SECRET, SERVER_SECRET, STAFF_ORIGIN, RESTORE_POINT_DAYS } = parsed.data
  return {
    office: { url: OFFICE_URL, ...(OFFICE_TOKEN === undefined ? {} : { authToken: OFFICE_TOKEN }) },
    databaseHost: DATABASE_HOST.replace(/\/$/, ''),
    databaseHostSecret: DATABASE_HOST_SECRET,
    secret: unhex(SERVER_SECRET),
    staffOrigin: STAFF_ORIGIN,
    restorePointDays: RESTORE_POINT_DAYS,
  }
}
