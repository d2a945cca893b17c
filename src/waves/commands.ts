// The steps of a measurement at the command line, over HTTP with a staff session; the same addresses as the console's.
// make-key is the one that touches a private key: it goes to two printed sheets in a folder outside the data, and nowhere else.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Refused, needed, readWords } from '../cli-command.ts'
import type { Command } from '../cli-command.ts'
import { identityFrom } from '../cli-key-sheet.ts'
import { readText } from '../cli-operator.ts'
import { send, sendJson, signIn, signOut } from '../cli-session.ts'
import { keySheet } from '../crypto/key-sheet.ts'
import { newIdentity } from '../crypto/sealed.ts'
import { keySheetPage, keySheetText } from './key-sheet-page.ts'
import type { ManifestFrozen, WaveDefined, WaveDetail, WaveSummary } from './wire.ts'

/** Makes a key and writes its two sheets; answers the public half. Files are readable by this account only. */
export async function printedKey(folder: string, name: string, what: string): Promise<{ identity: string; recipient: string; fingerprint: string }> {
  const { identity, recipient } = await newIdentity()
  const sheet = await keySheet(identity)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  for (const copy of [1, 2]) writeFileSync(join(folder, `${name}-sheet-${copy}.html`), keySheetPage(sheet, what, copy), { mode: 0o600, flag: 'wx' })
  writeFileSync(join(folder, `${name}-sheet.txt`), keySheetText(sheet, what), { mode: 0o600, flag: 'wx' })
  return { identity, recipient, fingerprint: sheet.fingerprint }
}

/** A verb that is one POST and one sentence. */
function act(name: string, path: string, does: string, done: string): Command {
  const usage = `${name} MEASUREMENT`
  return {
    name, who: 'staff', usage, does,
    async run(given, { say }) {
      const { words: [wave] } = readWords(given, usage, 1)
      await send('POST', `/api/waves/${wave}/${path}`, {})
      say(done)
    },
  }
}

export const waveCommands: readonly Command[] = [
  {
    name: 'sign-in', who: 'staff', usage: 'sign-in LINK', does: 'signs in with a one-time link and keeps the session',
    async run(given, { say }) {
      const me = await signIn(readWords(given, 'sign-in LINK', 1).words[0]!)
      say(`Signed in as ${me.name} of ${me.municipality.name} (${me.roles.join(', ')}).`)
    },
  },
  { name: 'sign-out', who: 'staff', usage: 'sign-out', does: 'ends the session', run: async (_, { say }) => (await signOut(), say('Signed out.')) },
  {
    name: 'waves', who: 'staff', usage: 'waves', does: 'lists the measurements',
    async run(given, { say }) {
      readWords(given, 'waves', 0)
      for (const { id, name, state, label, invited, received, asOf } of await sendJson<WaveSummary[]>('GET', '/api/waves')) {
        say([id, name, state, `label ${label}`, `${invited} invited`, received === null ? '' : `at least ${received} received (${asOf})`].filter(Boolean).join('  '))
      }
    },
  },
  {
    name: 'define-wave', who: 'staff', usage: 'define-wave FILE', does: 'defines a measurement from a plan (JSON)',
    async run(given, { say }) {
      const { words: [path] } = readWords(given, 'define-wave FILE', 1)
      let plan: object
      try {
        plan = JSON.parse(readText(path!)) as object
      } catch (fault) {
        throw fault instanceof Refused ? fault : new Refused(`${path} is not JSON.`)
      }
      const { wave, label } = await sendJson<WaveDefined>('POST', '/api/waves', plan)
      say(`${wave} (label ${label})`)
    },
  },
  {
    name: 'make-key', who: 'staff', usage: 'make-key MEASUREMENT --out FOLDER', does: 'makes the key of a measurement and two key sheets to print',
    async run(given, { say }) {
      const usage = 'make-key MEASUREMENT --out FOLDER'
      const { words: [wave], options } = readWords(given, usage, 1, { out: { type: 'string' } })
      const { name } = await sendJson<WaveDetail>('GET', `/api/waves/${wave}`)
      const { recipient, fingerprint } = await printedKey(needed(options.out, 'out', usage), wave!, `Opent de antwoorden van: ${name}`)
      await send('PUT', `/api/waves/${wave}/key`, { recipient, fingerprint })
      say(`Key ${fingerprint}. Print both sheets in ${options.out}, put them in two safes, delete the files, then type one sheet back with confirm-key.`)
    },
  },
  {
    name: 'confirm-key', who: 'staff', usage: 'confirm-key MEASUREMENT --key-sheet FILE', does: 'confirms that a key sheet was typed or scanned back',
    async run(given, { say }) {
      const usage = 'confirm-key MEASUREMENT --key-sheet FILE'
      const { words: [wave], options } = readWords(given, usage, 1, { 'key-sheet': { type: 'string' } })
      const { recipient } = await sendJson<WaveDetail>('GET', `/api/waves/${wave}`)
      if (recipient === null) throw new Refused('Make the key first: make-key')
      await identityFrom(needed(options['key-sheet'], 'key-sheet', usage), recipient)
      await send('POST', `/api/waves/${wave}/key/confirm`, { recipient })
      say('The sheet opens this measurement.')
    },
  },
  {
    name: 'freeze-manifest', who: 'staff', usage: 'freeze-manifest MEASUREMENT', does: 'fixes keys, questionnaire and dates for every letter',
    async run(given, { say }) {
      const { words: [wave] } = readWords(given, 'freeze-manifest MEASUREMENT', 1)
      const { reference } = await sendJson<ManifestFrozen>('POST', `/api/waves/${wave}/manifest`, {})
      say(`Fixed. Letters name ${reference}.`)
    },
  },
  act('start-fieldwork', 'start', 'starts fieldwork', 'Fieldwork has started.'),
  act('end-fieldwork', 'end', 'ends fieldwork: nobody can begin any more', 'Fieldwork has ended. Counting can begin when the grace is over.'),
]
