// Protects the first start against an interruption: an example that is not whole is never taken for one, and what was there stays.
// What the example says is tested in test/example/.
import { afterEach, beforeEach, expect, it } from 'vitest'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { emptyHosts, moveInto, firstStart } from '../src/first-start.ts'

let folder: string
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'nulmeting-first-'))))
afterEach(() => rmSync(folder, { recursive: true, force: true }))

it('does nothing where an office is already, whatever it holds', async () => {
  const data = join(folder, 'data')
  mkdirSync(data)
  writeFileSync(join(data, 'office.db'), 'somebody\'s')
  expect(await firstStart({ data, port: 0, staffOrigin: 'http://localhost:1', secretFile: join(folder, 'secret'), restorePointDays: 0 }, 1, () => {})).toEqual([])
  expect([readFileSync(join(data, 'office.db'), 'utf8'), readdirSync(data)]).toEqual(['somebody\'s', ['office.db']])
})

it('moves the office last, so that an interrupted move is not taken for a finished one', () => {
  const from = join(folder, 'making')
  const to = join(folder, 'data')
  for (const name of ['intake/w1.db', 'sample/w1.db', 'sample/w1.db-wal', 'office.db-wal', 'office.db']) {
    mkdirSync(join(from, name, '..'), { recursive: true })
    writeFileSync(join(from, name), name)
  }
  // Something in the way of a later file stops the move halfway.
  mkdirSync(join(to, 'sample', 'w1.db', 'in-the-way'), { recursive: true })
  expect(() => moveInto(from, to)).toThrow()
  expect(existsSync(join(to, 'office.db'))).toBe(false)
  rmSync(join(to, 'sample', 'w1.db'), { recursive: true })
  moveInto(from, to)
  expect(readdirSync(to, { recursive: true }).sort()).toEqual(['intake', 'intake/w1.db', 'office.db', 'office.db-wal', 'sample', 'sample/w1.db', 'sample/w1.db-wal'])
})

it('takes host names after --empty, and refuses in a sentence what is none', () => {
  expect(emptyHosts(['--empty', 'Buurt.Stad.example'], 8787)).toEqual(['buurt.stad.example'])
  expect([emptyHosts(['--empty'], 8787), emptyHosts([], 9000)]).toEqual([['127.0.0.1:8787'], ['127.0.0.1:9000']])
  expect(() => emptyHosts(['--empty', 'https://stad.example'], 8787)).toThrow(/^Setting --empty: "https:\/\/stad\.example" is no host name/)
})
