// A month of reports opened without the product: the lines of src/reports/README.md, run as they stand there by a shell with the `age` command line.
// Protects: what is told stays readable for who holds the recovery sheet, and only for them, when this product is gone.
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { audit } from '../../src/audit/table.ts'
import { base64url } from '../../src/crypto/base64url.ts'
import { caseName } from '../../src/crypto/case-name.ts'
import { keySheet } from '../../src/crypto/key-sheet.ts'
import { recoveryShares } from '../../src/crypto/recovery-shares.ts'
import { recipientOf } from '../../src/crypto/recipient-list.ts'
import { monthOf } from '../../src/crypto/report-month.ts'
import { packMessage, packPoll, packRemoval } from '../../src/crypto/report-requests.ts'
import { nextMessage, openBlock } from '../../src/crypto/report-thread.ts'
import { recoveryKey, takeOut } from '../../src/cli-reports.ts'
import { ok } from '../support/fieldwork.ts'
import { aReporter, anOpenChannel, blockOf, cheapProof, officerMessage, quickReporter, tell, threadsOf } from '../support/reports.ts'
import type { AChannel, AReporter } from '../support/reports.ts'
import { startedOnNode } from '../support/runtimes.ts'
import type { Started } from '../support/runtimes.ts'

/** Every awkward end: a byte 0x80 of its own, lines, another script. */
const TEXTS = ['Elke avond bij de kelderboxen.\nEn in het weekend.', 'In het café à', 'كل ليلة', '']
const withoutAge = spawnSync('age', ['--version']).status !== 0
const lines = /## With age alone[\s\S]*?```sh\n([\s\S]*?)```/.exec(readFileSync(new URL('../../src/reports/README.md', import.meta.url), 'utf8'))![1]!

let started: Started
let channel: AChannel
let folder: string
let month: string
const said: string[] = []

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'nulmeting-age-'))
  started = await startedOnNode()
  channel = await anOpenChannel(started)
  month = monthOf(started.deps.clock())
  const { resident } = started.wire
  const first = await aReporter(resident)
  const reporters: AReporter[] = [first, ...(await Promise.all(TEXTS.map(() => quickReporter(first))))]
  for (const [i, text] of [...TEXTS, 'wordt teruggenomen'].entries()) await tell(started, reporters[i]!, text)
  const list = (await threadsOf(channel.officers[0], month)).threads
  for (const { thread, head } of list) {
    const sealed = await officerMessage(channel, month, head, 0, new Uint8Array(32), 'Dank u wel. À')
    await ok(channel.officers[0].send('POST', `/api/reports/months/${month}/threads/${thread}/messages`, { sequence: 0, sealed: base64url(sealed) }))
  }
  const thread = (await openBlock(await blockOf(resident('POST', '/api/reports/poll', packPoll(first.keys))), first.keys))!
  const message = packMessage(await cheapProof(started.deps, 'message'), first.keys, await nextMessage(thread, 'Ook overdag.', first.keys, recipientOf(first.list, month)!))
  const block = await openBlock(await blockOf(resident('POST', '/api/reports/messages', message)), first.keys)
  expect(block!.note.sent).toBe(1)
  await blockOf(resident('POST', '/api/reports/removals', packRemoval(await cheapProof(started.deps, 'removal'), reporters.at(-1)!.keys)))
  await takeOut(started.deps, [month, '--municipality', 'veld', '--out', join(folder, 'month')], (line) => void said.push(line))
}, 60_000)
afterAll(async () => {
  await started?.close()
  rmSync(folder, { recursive: true, force: true })
})

const cases = () => readdirSync(join(folder, 'month'), { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name)
const read = (one: string, name: string) => readFileSync(join(folder, 'month', one, name), 'utf8')

describe('a month taken out', () => {
  it('attack 39: has every case by its name, sealed, without what a reporter took back, and says so in the audit', async () => {
    const { threads } = await threadsOf(channel.officers[0], month)
    expect(cases().sort()).toEqual(threads.map(({ thread }) => caseName(thread)).sort())
    expect(cases()).toHaveLength(TEXTS.length)
    expect(said[0]).toContain(`${TEXTS.length} cases of ${month}, all sealed.`)
    for (const one of cases()) for (const name of ['head.age', 'text.age']) expect(read(one, name).startsWith('age-encryption.org/v1\n')).toBe(true)
    const acts = await started.deps.office.read.select({ subject: audit.subject }).from(audit).where(eq(audit.act, 'take-out-reports'))
    expect(acts.map(({ subject }) => JSON.parse(subject) as unknown)).toEqual([{ cases: TEXTS.length, month }])
  })

  it('refuses a folder that is there, a month that is not, and what is no month, in a sentence', async () => {
    const out = (...words: string[]) => takeOut(started.deps, ['--municipality', 'veld', ...words], () => undefined)
    await expect(out(month, '--out', folder)).rejects.toThrow('is there already; name a folder that is not.')
    await expect(out('2020-01', '--out', join(folder, 'none'))).rejects.toThrow('There are no reports of 2020-01')
    await expect(out('november', '--out', join(folder, 'none'))).rejects.toThrow('MONTH is a month as 2026-11.')
    expect(existsSync(join(folder, 'none'))).toBe(false)
  })

  it('gives the line age takes from words, a scanned code or two parts, and names what is wrong with them', async () => {
    const file = (name: string, text: string) => (writeFileSync(join(folder, name), text), join(folder, name))
    const { words, qr } = await keySheet(channel.recovery.identity)
    const shares = await recoveryShares(channel.recovery.identity)
    expect(await recoveryKey([file('words', words.map((word, i) => `${i + 1}. ${word}`).join('\n'))])).toBe(qr)
    expect(await recoveryKey([file('code', qr)])).toBe(qr)
    expect(await recoveryKey([file('one', shares[0]!), file('three', shares[2]!.toLowerCase())])).toBe(qr)
    await expect(recoveryKey([join(folder, 'one'), join(folder, 'one')])).rejects.toThrow('the same part')
    await expect(recoveryKey([join(folder, 'one'), join(folder, 'code')])).rejects.toThrow('The second file is no part')
    await expect(recoveryKey([file('half', words.slice(0, 12).join(' '))])).rejects.toThrow('24 words')
  })

  it.skipIf(withoutAge)('opens with the age command line and the recovery sheet alone (skipped where age is not installed)', async () => {
    writeFileSync(join(folder, 'recovery.txt'), `${(await keySheet(channel.recovery.identity)).qr}\n`)
    execFileSync('bash', ['-euo', 'pipefail', '-c', lines], { cwd: join(folder, 'month'), stdio: 'pipe' })
    expect(cases().map((one) => read(one, 'text.txt')).sort()).toEqual([...TEXTS].sort())
    for (const one of cases()) {
      expect(JSON.parse(read(one, 'head.txt'))).toMatchObject({ kinds: ['drugs'], spot: 'stairwell', month, municipality: 'veld' })
      expect(read(one, 'officer-1.txt')).toBe('Dank u wel. À')
    }
    expect(cases().filter((one) => existsSync(join(folder, 'month', one, 'reporter-1.txt'))).map((one) => read(one, 'reporter-1.txt'))).toEqual(['Ook overdag.'])
  })

  it.skipIf(withoutAge)('opens with no other key: not a former sheet, not an officer who was given no wrap', () => {
    writeFileSync(join(folder, 'other.txt'), `${channel.officers[0].identity}\n`)
    expect(spawnSync('age', ['--decrypt', '-i', join(folder, 'other.txt'), join(folder, 'month', 'month-key.age')]).status).not.toBe(0)
    for (const one of cases()) expect(spawnSync('age', ['--decrypt', '-i', join(folder, 'other.txt'), join(folder, 'month', one, 'text.age')]).status).not.toBe(0)
  })
})
