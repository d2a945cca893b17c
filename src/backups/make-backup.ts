// Makes a backup: every database as it is at one moment, in one archive sealed to the recovery key before it reaches the target folder.
// The server secret is no database and never in it. Runs in the process of a command: copying a file stops its thread.
import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { sql } from 'drizzle-orm'
import { writeAudited } from '../audit/write-audited.ts'
import { utf8 } from '../crypto/digest.ts'
import { sealStream } from '../crypto/sealed-stream.ts'
import type { Copies } from '../db/copies.ts'
import type { WaveDatabaseKind } from '../db/port.ts'
import type { Deps } from '../deps.ts'
import { CONTENTS, fileOf } from './contents.ts'
import type { Contents } from './contents.ts'
import { dayAfter } from './day-after.ts'
import { tar } from './tar.ts'
import type { TarEntry } from './tar.ts'

export interface BackupPlan {
  /** Where the sealed file goes. */
  folder: string
  /** Where plain copies lie while they are sealed: removed afterwards, and beside the databases themselves. */
  working: string
  /** The recovery key's public half (age1...). */
  recipient: string
  /** Days the file is kept: those of its own older than that are removed from the folder. */
  keepDays: number
}

/** Answers the path of the file. RangeError when the recipient is none. */
export async function makeBackup(deps: Pick<Deps, 'office' | 'clock' | 'databases'>, copies: Copies, plan: BackupPlan): Promise<string> {
  const madeOn = deps.clock().toISOString().slice(0, 10)
  const expiresOn = dayAfter(madeOn, plan.keepDays)
  const held = await deps.databases.list()
  // Before anything is copied: a backup that exists and is not written down would make a certificate untrue.
  await writeAudited(deps, { municipality: '', staff: null, act: 'make-backup', subject: { madeOn, expiresOn } }, [
    sql`INSERT INTO backups (id, made_on, expires_on, holds)
        VALUES (${crypto.randomUUID()}, ${madeOn}, ${expiresOn}, ${JSON.stringify(held.filter(({ kind }) => kind === 'intake').map(({ name }) => name))})`,
  ])
  mkdirSync(plan.folder, { recursive: true, mode: 0o700 })
  removeExpired(plan.folder, madeOn)
  mkdirSync(plan.working, { recursive: true, mode: 0o700 })
  const copied = mkdtempSync(join(plan.working, '.nulmeting-backup-'))
  try {
    const databases = await copyAll(copies, copied, inOrder(held))
    const about: Contents = { format: 'nulmeting backup 1', madeOn, expiresOn, databases, forgotten: await deps.databases.forgotten() }
    const path = freeName(plan.folder, madeOn, expiresOn)
    const plain = Readable.toWeb(Readable.from(tar(entries(copied, about)))) as ReadableStream<Uint8Array>
    const sealed = await sealStream(plain, plan.recipient)
    await pipeline(Readable.fromWeb(sealed as Parameters<typeof Readable.fromWeb>[0]), createWriteStream(`${path}.part`, { mode: 0o600, flush: true }))
    renameSync(`${path}.part`, path)
    return path
  } finally {
    rmSync(copied, { recursive: true, force: true })
  }
}

/**
 * Intake before sample: whoever has a response in the copy then has a used code in it, and after a restore nobody can answer twice. Office last,
 * so that it knows of every wave in the copy, and of every count whose intake went meanwhile.
 */
function inOrder(held: readonly { kind: WaveDatabaseKind; name: string }[]): { kind: 'office' | WaveDatabaseKind; name: string }[] {
  const place = (kind: WaveDatabaseKind) => (kind === 'sample' ? 1 : 0)
  return [...[...held].sort((a, b) => place(a.kind) - place(b.kind)), { kind: 'office', name: 'office' }]
}

async function copyAll(copies: Copies, folder: string, list: readonly { kind: 'office' | WaveDatabaseKind; name: string }[]): Promise<Contents['databases']> {
  const made: Contents['databases'] = []
  for (const { kind, name } of list) {
    const path = kind === 'office' ? 'office' : `${kind}/${name}`
    const file = join(folder, fileOf(path))
    mkdirSync(join(file, '..'), { recursive: true, mode: 0o700 })
    // Destroyed between listing and copying: then it is not there, which is right.
    if (!(await copies.has(kind, name))) continue
    await copies.take(kind, name, file)
    made.push({ path, bytes: statSync(file).size, sha256: await digestOf(file) })
  }
  return made
}

/** Hex SHA-256 of a file, read as a stream. */
export async function digestOf(file: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const part of createReadStream(file)) hash.update(part as Uint8Array)
  return hash.digest('hex')
}

async function* entries(folder: string, about: Contents): AsyncGenerator<TarEntry> {
  const text = utf8(`${JSON.stringify(about, null, 1)}\n`)
  yield { path: CONTENTS, bytes: text.length, content: (async function* () { yield text })() }
  for (const { path, bytes } of about.databases) {
    yield { path: fileOf(path), bytes, content: createReadStream(join(folder, fileOf(path))) as AsyncIterable<Uint8Array> }
  }
}

const NAME = /^nulmeting-\d{4}-\d{2}-\d{2}(?:-\d+)?-until-(\d{4}-\d{2}-\d{2})\.tar\.age(?:\.part)?$/

function removeExpired(folder: string, today: string): void {
  for (const name of readdirSync(folder)) {
    const until = NAME.exec(name)?.[1]
    if (until !== undefined && until <= today) rmSync(join(folder, name))
  }
}

function freeName(folder: string, madeOn: string, expiresOn: string): string {
  for (let number = 1; ; number += 1) {
    const path = join(folder, `nulmeting-${madeOn}${number === 1 ? '' : `-${number}`}-until-${expiresOn}.tar.age`)
    if (!existsSync(path) && !existsSync(`${path}.part`)) return path
  }
}

/** The contents file of an opened backup, unchecked. */
export function readContents(folder: string): unknown {
  return JSON.parse(readFileSync(join(folder, CONTENTS), 'utf8'))
}
