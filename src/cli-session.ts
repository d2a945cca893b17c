// A staff session of the command line: signed in with a one-time link, kept in a file of the person's own account, sent as the cookie it is.
// Separate because every verb that touches a private key speaks HTTP like the console and never opens a database.
import { chmodSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { Refused } from './cli-command.ts'
import type { Send } from './counting/counting-api.ts'
import type { Me } from './staff/wire.ts'

interface Session {
  origin: string
  cookie: string
}

/** Where the session is kept: NULMETING_SESSION, or a file in the home folder. */
function sessionFile(): string {
  return process.env.NULMETING_SESSION ?? join(homedir(), '.nulmeting-session.json')
}

/** Uses up a one-time link and keeps the session, readable by this account only. */
export async function signIn(link: string): Promise<Me> {
  let origin: string
  try {
    origin = new URL(link).origin
  } catch {
    throw new Refused('Paste the whole sign-in link, with http in front.')
  }
  const answer = await request({ origin, cookie: '' }, 'POST', '/api/staff/session', { link })
  const cookie = answer.headers.get('set-cookie')?.split(';')[0]
  if (!cookie) throw new Refused('The server gave no session.')
  writeFileSync(sessionFile(), JSON.stringify({ origin, cookie } satisfies Session), { mode: 0o600 })
  chmodSync(sessionFile(), 0o600)
  return (await answer.json()) as Me
}

/** Ends the session here and on the server. */
export async function signOut(): Promise<void> {
  await send('DELETE', '/api/staff/session')
  rmSync(sessionFile(), { force: true })
}

/** Sends as the person signed in; Refused with the server's own sentence for anything but success. */
export const send: Send = async (method, path, body) => request(kept(), method, path, body)

export async function sendJson<T>(method: string, path: string, body?: Uint8Array | object): Promise<T> {
  return (await (await send(method, path, body)).json()) as T
}

function kept(): Session {
  try {
    const { origin, cookie } = JSON.parse(readFileSync(sessionFile(), 'utf8')) as Session
    if (typeof origin === 'string' && typeof cookie === 'string') return { origin, cookie }
  } catch {
    // No file, or one that holds something else: either way nobody is signed in.
  }
  throw new Refused('Sign in first: nulmeting sign-in LINK')
}

async function request({ origin, cookie }: Session, method: string, path: string, body?: Uint8Array | object): Promise<Response> {
  const octets = body instanceof Uint8Array
  const headers: Record<string, string> = { origin, cookie }
  if (body !== undefined) headers['content-type'] = octets ? 'application/octet-stream' : 'application/json'
  let answer: Response
  try {
    answer = await fetch(origin + path, { method, headers, ...(body === undefined ? {} : { body: octets ? (body as Uint8Array<ArrayBuffer>) : JSON.stringify(body) }) })
  } catch {
    throw new Refused(`${origin} does not answer. Is the server running?`)
  }
  if (answer.ok) return answer
  const said = (await answer.json().catch(() => ({}))) as { title?: string; detail?: string }
  throw new Refused(said.detail ? `${said.title}. ${said.detail}` : `The server answered ${answer.status}.`)
}
