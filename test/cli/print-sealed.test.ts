// The printing house's side of letters: only its key opens what was sealed to it, names meet codes there, and a list of unused codes
// prints exactly those. Refusals first.
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { runCommand } from '../../src/cli-run.ts'
import { concat, sha256, unhex } from '../../src/crypto/digest.ts'
import { reminderListBytes } from '../../src/crypto/reminder-list.ts'
import { sealFile } from '../../src/crypto/sealed.ts'
import { listForNumbers } from '../../src/letters/mailing.ts'
import { sealPack } from '../../src/letters/printer-pack.ts'
import { printerCommands } from '../../src/sample/printer-commands.ts'
import { aSender } from '../letters/a-sender.ts'

const strata = ['A', 'B']
const list = listForNumbers('w', 'a'.repeat(64), strata, [3, 2])
const groups = [{ stratum: 'A', area: 'A', areaName: 'Noord', toInvite: 3 }, { stratum: 'B', area: 'B', areaName: 'Zuid', toInvite: 2 }]
const people = (rows: string[]) => `wijk;naam;straat en huisnummer;postcode;plaats\n${rows.join('\n')}\n`
let folder: string
let recipient: string

const at = (name: string) => join(folder, name)
async function run(...words: string[]): Promise<{ code: number; out: string }> {
  const lines: string[] = []
  const code = await runCommand(printerCommands, words, { say: (line) => void lines.push(line), progress: () => undefined }, (line) => void lines.push(line))
  return { code, out: lines.join('\n') }
}

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'nulmeting-printer-'))
  recipient = (await run('printer-key', '--out', at('key'))).out
  writeFileSync(at('pack'), await sealPack({ list, sender: aSender(), strata, groups }, recipient))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('the printing house', () => {
  it('keeps its key for itself and never writes over one', async () => {
    expect(recipient).toMatch(/^age1[a-z0-9]{58}$/)
    expect(statSync(at('key')).mode & 0o077).toBe(0)
    const before = readFileSync(at('key'), 'utf8')
    expect((await run('printer-key', '--out', at('key'))).code).toBe(1)
    expect(readFileSync(at('key'), 'utf8')).toBe(before)
  })

  it('opens nothing with another key, and prints nothing while names and letters do not fit', async () => {
    await run('printer-key', '--out', at('other'))
    expect(await run('print-sealed', at('pack'), '--key', at('other'), '--phase', '0', '--out', at('out'))).toEqual({ code: 1, out: `${at('pack')} cannot be opened with this key.` })
    writeFileSync(at('bad.csv'), people(['A;Jan;Straat 1;12 AB;Veldwijk']))
    expect((await run('print-sealed', at('pack'), '--key', at('key'), '--phase', '0', '--out', at('out'), '--people', at('bad.csv'))).out).toContain('line 2: "12 AB" is not a postcode')
    writeFileSync(at('few.csv'), people(['A;Jan;Straat 1;1234 AB;Veldwijk']))
    expect((await run('print-sealed', at('pack'), '--key', at('key'), '--phase', '0', '--out', at('out'), '--people', at('few.csv'))).out).toContain('a person for every letter')
    expect((await run('print-sealed', at('pack'), '--key', at('key'), '--phase', '3', '--out', at('out'))).out).toContain('--phase is 0, 1 or 2')
    expect((await run('print-sealed', at('pack'), '--key', at('key'), '--phase', '0', '--unused', at('pack'), '--out', at('out'))).out).toContain('goes to everybody')
    expect(existsSync(at('out'))).toBe(false)
  })

  it('merges names with codes of their own group, as letters and as a list', async () => {
    writeFileSync(at('people.csv'), people(['A;Jan;Straat 1;1234 AB;Veldwijk', 'A;Ali;Straat 2;1234 AB;Veldwijk', 'Noord;Eva;Straat 3;1234 AB;Veldwijk', 'B;Kees;Straat 4;1235 AB;Veldwijk', 'Zuid;Fatma;Straat 5;1235 AB;Veldwijk']))
    expect((await run('print-sealed', at('pack'), '--key', at('key'), '--phase', '1', '--out', at('out'), '--people', at('people.csv'))).code).toBe(0)
    expect(readdirSync(at('out')).sort()).toEqual(['w-reminder-1.csv', 'w-reminder-1.html'])
    const page = readFileSync(at('out/w-reminder-1.html'), 'utf8')
    expect(page.match(/<svg/g)).toHaveLength(5)
    expect(page).toContain('Wij kijken niet wie meedeed.')
    for (const name of ['Kees', 'Fatma']) expect(readFileSync(at('out/w-reminder-1.csv'), 'utf8')).toMatch(new RegExp(`\\d,B,.*${name}`))
  })

  it('prints exactly the unused codes of a sealed list, and does not say that nobody looks', async () => {
    const hashes = list.letters.map(({ codeHash }) => unhex(codeHash))
    const bits = [true, false, true, false, false]
    writeFileSync(at('unused'), await sealFile(reminderListBytes('2026-03-12', await sha256(concat(...hashes)), bits), [recipient]))
    expect((await run('print-sealed', at('pack'), '--key', at('key'), '--phase', '1', '--out', at('out'), '--unused', at('unused'))).code).toBe(0)
    const page = readFileSync(at('out/w-reminder-1.html'), 'utf8')
    expect(list.letters.map(({ mailing }) => page.includes(`>${mailing}<`))).toEqual(bits)
    expect(page).not.toContain('kijken niet')
    // The list of other letters is refused.
    writeFileSync(at('wrong'), await sealFile(reminderListBytes('2026-03-12', new Uint8Array(32), bits), [recipient]))
    expect((await run('print-sealed', at('pack'), '--key', at('key'), '--phase', '2', '--out', at('more'), '--unused', at('wrong'))).code).toBe(1)
  })
})
