// Protects the server secret and the settings: made once, for its owner's eyes, outside the data folder; nothing wrong is started with.
import { afterEach, beforeEach, expect, it } from 'vitest'
import { chmodSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative, resolve } from 'node:path'
import { readBindings, readSettings } from '../src/deps.ts'
import { serverSecret } from '../src/server-secret.ts'

let folder: string
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'nulmeting-secret-'))))
afterEach(() => rmSync(folder, { recursive: true }))

it('refuses a secret that is not 32 bytes', () => {
  const path = join(folder, 'secret')
  writeFileSync(path, 'short')
  expect(() => serverSecret(path)).toThrow('must be 32 bytes; it has 5')
})

it('makes 32 bytes once, readable by the owner alone, and tightens a file that is not', () => {
  const path = join(folder, 'deep', 'secret')
  const first = serverSecret(path)
  expect([first.isNew, first.secret.length, statSync(path).mode & 0o777]).toEqual([true, 32, 0o600])
  chmodSync(path, 0o644)
  const again = serverSecret(path)
  expect([again.isNew, again.secret, statSync(path).mode & 0o777]).toEqual([false, first.secret, 0o600])
})

it('keeps the secret outside the data folder, wherever that is', () => {
  for (const data of ['data', 'data/', '/srv/nulmeting/data', './a/b']) {
    const { secretFile } = readSettings({ NULMETING_DATA: data })
    expect(relative(resolve(data), resolve(secretFile))).toBe(join('..', '.nulmeting-secret'))
  }
})

it.each([{ PORT: 'x' }, { PORT: '70000' }, { STAFF_ORIGIN: 'localhost' }, { STAFF_ORIGIN: 'javascript:1' }, { NULMETING_DATA: '' }])('refuses the setting %j by name', (environment) => {
  expect(() => readSettings(environment as unknown as Record<string, string>)).toThrow(new RegExp(`Setting ${Object.keys(environment)[0]}: `))
})

it('names missing bindings and never their values', () => {
  expect(() => readBindings({ SERVER_SECRET: 'hunter2', OFFICE_URL: 'http://127.0.0.1:1' })).toThrow(/^(?!.*hunter2).*SERVER_SECRET/)
})
