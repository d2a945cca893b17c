// The command line against a real listening server: the whole life of a measurement by its verbs, plain refusals, no stack traces.
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runCommand } from '../../src/cli-run.ts'
import { inviteStaff } from '../../src/staff/invite-staff.ts'
import { resultCommands } from '../../src/results/commands.ts'
import { sampleCommands } from '../../src/sample/commands.ts'
import { printerCommands } from '../../src/sample/printer-commands.ts'
import { waveCommands } from '../../src/waves/commands.ts'
import { aPlan, answer, someAreas } from '../support/fieldwork.ts'
import type { AWave } from '../support/fieldwork.ts'
import type { TestServer } from '../support/server.ts'
import { listeningServer } from '../support/listening.ts'
import { parseCode, codeHash } from '../../src/crypto/invite-code.ts'
import { manifestDigest } from '../../src/crypto/manifest.ts'
import type { Manifest } from '../../src/crypto/manifest.ts'

const commands = [...waveCommands, ...sampleCommands, ...printerCommands, ...resultCommands]
let server: TestServer
let folder: string

/** Runs a verb; answers exit code and what was said. */
async function nulmeting(...words: string[]): Promise<{ code: number; said: string[]; complained: string[] }> {
  const said: string[] = []
  const complained: string[] = []
  const code = await runCommand(commands, words, { say: (line) => void said.push(line), progress: () => {} }, (line) => void complained.push(line))
  return { code, said, complained }
}

async function done(...words: string[]): Promise<string[]> {
  const { code, said, complained } = await nulmeting(...words)
  expect([words[0], code, complained]).toEqual([words[0], 0, []])
  return said
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'nulmeting-cli-'))
  process.env.NULMETING_SESSION = join(folder, 'session.json')
  server = await listeningServer()
  await someAreas(server.deps, 'veld', ['A', 'B'])
})
afterAll(async () => {
  delete process.env.NULMETING_SESSION
  await server.close()
  rmSync(folder, { recursive: true, force: true })
})

describe('the command line', () => {
  it('says what is wrong in a sentence and exits with 1 or 2', async () => {
    expect(await nulmeting('waves')).toMatchObject({ code: 1, complained: ['Sign in first: nulmeting sign-in LINK'] })
    for (const spoiled of ['', '[]', 'null', '{"origin":7}']) {
      writeFileSync(process.env.NULMETING_SESSION!, spoiled)
      expect(await nulmeting('waves')).toMatchObject({ code: 1, complained: ['Sign in first: nulmeting sign-in LINK'] })
    }
    rmSync(process.env.NULMETING_SESSION!)
    expect(await nulmeting('sign-in', 'not a link')).toMatchObject({ code: 1, complained: ['Paste the whole sign-in link, with http in front.'] })
    expect(await nulmeting('sign-in', `${server.deps.staffOrigin}/#${'a'.repeat(43)}`)).toMatchObject({ code: 1, complained: [expect.stringContaining('Link refused.')] })
    expect(await nulmeting('sing')).toMatchObject({ code: 2, complained: [expect.stringContaining('There is no "sing"')] })
    expect(await nulmeting('count', '--wrong')).toMatchObject({ code: 1, complained: [expect.stringContaining('Usage: count MEASUREMENT')] })
    const { said } = await nulmeting('--help')
    expect(said.join('\n')).toMatch(/For staff[^]*define-wave FILE[^]*count MEASUREMENT --key-sheet FILE/)
  })

  it('carries a measurement from plan to certificate', async () => {
    const link = await inviteStaff(server.deps, { municipality: 'veld', name: 'Sam', roles: ['coordinator', 'analyst'] })
    await done('sign-in', link)
    expect(statSync(process.env.NULMETING_SESSION!).mode & 0o077).toBe(0)
    await done('register-keys', '--out', join(folder, 'archive'))
    const plan = join(folder, 'plan.json')
    writeFileSync(plan, JSON.stringify(aPlan(['A', 'B'], 50, { graceHours: 0 })))
    const [defined] = await done('define-wave', plan)
    const wave = defined!.split(' ')[0]!
    const keys = join(folder, 'keys')
    await done('make-key', wave, '--out', keys)
    const sheet = join(keys, `${wave}-sheet.txt`)
    expect(existsSync(join(keys, `${wave}-sheet-2.html`))).toBe(true)
    expect(await nulmeting('confirm-key', wave, '--key-sheet', join(folder, 'archive', 'archive-sheet.txt'))).toMatchObject({ code: 1, complained: [expect.stringContaining('This sheet is of key')] })
    await done('confirm-key', wave, '--key-sheet', sheet)
    await done('freeze-manifest', wave)
    expect(await nulmeting('start-fieldwork', wave)).toMatchObject({ code: 1, complained: [expect.stringContaining('Too few invited')] })
    const letters = join(folder, 'letters')
    await done('draw-invites', wave, '--out', letters, '--host', 'http://127.0.0.1:8787', '--phone', '0800 1234', '--hours', 'ma-vr 9.00-17.00')

    expect(await nulmeting('print-letters', wave, '--list', join(letters, `${wave}-letters.csv`), '--phase', '7', '--out', letters, '--host', 'http://127.0.0.1:8787', '--phone', '0800 1234', '--hours', 'ma-vr 9.00-17.00')).toMatchObject({ code: 1, complained: [expect.stringContaining('--phase is 0, 1 or 2')] })
    expect(await nulmeting('draw-invites', wave, '--out', letters, '--host', 'http://127.0.0.1:8787', '--phone', '0800 1234', '--hours', 'werkdagen')).toMatchObject({ code: 1, complained: ['--hours reads as "ma-vr 9.00-17.00".'] })

    expect(await nulmeting('booklet', wave, '--out', join(folder, 'booklet.html'), '--language', 'tr')).toMatchObject({ code: 1, complained: ['There is no paper questionnaire in "tr" for this measurement.'] })
    await done('booklet', wave, '--out', join(folder, 'booklet.html'))
    expect(readFileSync(join(folder, 'booklet.html'), 'utf8')).toMatch(/____ ____ ____ _____[^]*1\. /)

    // The line broke after the first group: half of the second never arrived, and what did arrive was never confirmed.
    const sample = await server.deps.databases.open('sample', wave)
    await sample.write([sql`DELETE FROM invites WHERE stratum = 1 AND code_hmac > (SELECT code_hmac FROM invites WHERE stratum = 1 ORDER BY code_hmac LIMIT 1 OFFSET 24)`])
    await server.deps.office.write([sql`UPDATE strata SET drawn = 0 WHERE wave = ${wave} AND position = 1`])
    rmSync(join(letters, `${wave}-letters.html`))
    const printed = readFileSync(join(letters, `${wave}-letters.csv`), 'utf8')
    expect(await done('draw-invites', wave, '--out', letters, '--host', 'http://127.0.0.1:8787', '--phone', '0800 1234', '--hours', 'ma-vr 9.00-17.00')).toEqual([expect.stringContaining('100 letters')])
    expect(readFileSync(join(letters, `${wave}-letters.csv`), 'utf8')).toBe(printed)
    expect(readFileSync(join(letters, `${wave}-letters.html`), 'utf8').match(/<svg/g)).toHaveLength(100)
    const [stored] = await sample.write([sql`SELECT stratum, count(*) AS n FROM invites GROUP BY stratum`])
    expect(stored!.map(({ n }) => n)).toEqual([50, 50])
    expect(await done('draw-invites', wave, '--out', letters, '--host', 'http://127.0.0.1:8787', '--phone', '0800 1234', '--hours', 'ma-vr 9.00-17.00')).toEqual(['Every group has its invites.'])
    await done('start-fieldwork', wave)

    // A code off the printed list is a code that works.
    const [, ...rows] = readFileSync(join(letters, `${wave}-letters.csv`), 'utf8').trim().split('\r\n')
    expect(rows).toHaveLength(100)
    const resident = (method: string, path: string, body?: object) => server.request(method, path, { body })
    const wire = { resident, staff: resident }
    const reference = /#([0-9a-f]{16})\./.exec(rows[0]!)![1]!
    const manifest = (await (await wire.resident('GET', `/api/manifests/${reference}`)).json()) as Manifest
    const digest = await manifestDigest(manifest)
    const asWave = { wave, manifest, reference, digest, identity: '', archiveIdentity: '', codes: [] } satisfies AWave
    for (const row of rows.slice(0, 3)) {
      const reading = parseCode(row.split(',')[3]!)
      if (!('code' in reading)) throw new Error('a printed code cannot be read')
      await answer(wire, asWave, { code: reading.code, codeHash: await codeHash(digest, reading.code) })
    }
    expect(await nulmeting('count', wave, '--key-sheet', sheet)).toMatchObject({ code: 1, complained: [expect.stringContaining('Not in this state')] })
    await done('end-fieldwork', wave)
    const check = await done('count', wave, '--key-sheet', sheet, '--check')
    const back = /[0-9A-Z]{4}(?: [0-9A-Z]{4}){3}$/.exec(rows[0]!.trim())![0]
    expect(check[2]).toContain(back)
    expect(await nulmeting('count', wave, '--key-sheet', sheet, '--reference', back.replace(/.$/, '*'))).toMatchObject({ code: 1, complained: [expect.stringContaining('other keys than the letter')] })
    const counted = await done('count', wave, '--key-sheet', sheet, '--reference', back)
    expect(counted[0]).toBe('3 received, 3 counted, 0 twice, 0 invalid.')
    expect(counted[1]).toBe(check[1])
    expect(counted[2]).toBe('Counted with the keys of the letter.')
    expect(counted[3]).toMatch(/^Compare with the archive sheet: [0-9A-Z]{4} [0-9A-Z]{4}$/)
    expect(counted[4]).toContain('no longer exist')
    expect((await done('waves')).join()).toContain('sealed')
  })
})
