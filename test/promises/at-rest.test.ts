// Promise 1: no plaintext answer is ever in a request, a row, a log or a backup, and no code leaves the phone. A marker is put into what only
// the phone knows, then every byte at rest, every request and every line of the log is searched. (attack 16, attack 45)
import { copyFileSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { createClient } from '@libsql/client'
import { describe, expect, it } from 'vitest'
import { openRow } from '../../src/counting/open-row.ts'
import { base64url, unbase64url } from '../../src/crypto/base64url.ts'
import { payloadBytes } from '../../src/crypto/payload.ts'
import { seal } from '../../src/crypto/sealed.ts'
import { coreInstrument } from '../../src/instrument/batteries/core.ts'
import { responses } from '../../src/intake/table.ts'
import { tick } from '../../src/waves/tick.ts'
import { bytesOf } from '../support/at-rest.ts'
import { aPhone, aWaveInField, credentialOf, ok, someAreas } from '../support/fieldwork.ts'
import type { Wire } from '../support/fieldwork.ts'
import { startedOnEdge, startedOnNode } from '../support/runtimes.ts'
import type { Started } from '../support/runtimes.ts'

const MARKER = 'KANARIE7Q2XWVMARK'

/** Every file under a folder. */
function everyFile(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name)
    return statSync(path).isDirectory() ? everyFile(path) : [path]
  })
}

/** The wire, with every body that crosses it kept. */
function listening(wire: Wire): { wire: Wire; crossed: string[] } {
  const crossed: string[] = []
  const heard = (send: Wire['resident']): Wire['resident'] => async (method, path, body) => {
    crossed.push(path, JSON.stringify(body ?? ''))
    const answer = await send(method, path, body)
    crossed.push(Buffer.from(await answer.clone().arrayBuffer()).toString('latin1'), JSON.stringify([...answer.headers]))
    return answer
  }
  return { crossed, wire: { resident: heard(wire.resident), staff: wire.staff } }
}

async function marked(started: Started): Promise<{ crossed: string[]; codes: string[] }> {
  await someAreas(started.deps, 'veld', ['A'])
  const { wire, crossed } = listening(started.wire)
  const wave = await aWaveInField(wire, ['A'], 50)
  const code = wave.codes[0]![0]!
  const phone = await aPhone(wave, code)
  const credential = await credentialOf(wire, wave, phone)
  const { manifest } = wave
  const { keyId } = manifest.strata[phone.stratum]!
  // The language is the one free string in a payload: the marker rides where an answer would.
  const bytes = payloadBytes({ v: 1, wave: wave.wave, stratumKeyId: keyId, instrument: manifest.instruments.nl!, language: MARKER, mode: 'web', phase: 0, ...credential, answers: { unsafe: 2 } })
  const body = { manifest: wave.reference, keyId, ...credential, sealed: base64url(await seal(bytes, manifest.recipient, manifest.paddedSize)) }
  await ok(wire.resident('POST', '/api/responses', body))
  await wire.resident('POST', '/api/responses', { ...body, sealed: MARKER })
  // The marker is really in there: whoever has the wave key finds a language nobody asked in.
  const intake = await started.deps.databases.open('intake', wave.wave)
  const [row] = await intake.read.select().from(responses)
  expect(row!.sealed).toEqual(unbase64url(body.sealed))
  expect(await openRow(row!, { identity: wave.identity, manifest, instrument: coreInstrument })).toEqual({ invalid: 'instrument' })
  await tick(started.deps)
  return { crossed, codes: [code.code, wave.identity] }
}

const holds = (haystack: string, needle: string) => haystack.includes(needle) || haystack.includes(Buffer.from(needle).toString('base64').slice(0, 20))

describe('nothing readable at rest', () => {
  it('is found in no file, log, request or backup on Node: no marker, no code, no wave key (attack 16)', async () => {
    const started = await startedOnNode()
    const backups = mkdtempSync(join(tmpdir(), 'nulmeting-backup-'))
    try {
      const { crossed, codes } = await marked(started)
      for (const path of everyFile(started.folder)) {
        copyFileSync(path, join(backups, path.slice(started.folder.length).replaceAll('/', '_')))
        if (!path.endsWith('.db')) continue
        const client = createClient({ url: pathToFileURL(path).href })
        await client.execute({ sql: 'VACUUM INTO ?', args: [join(backups, `vacuumed${path.slice(started.folder.length).replaceAll('/', '_')}`)] })
        client.close()
      }
      const atRest = [...everyFile(started.folder), ...everyFile(backups)]
      expect(atRest.length).toBeGreaterThan(6)
      for (const needle of [MARKER, ...codes]) {
        for (const path of atRest) expect([path, holds(bytesOf(path), needle)]).toEqual([path, false])
        // The one request that carried the marker was the malformed one made here.
        expect(crossed.filter((text) => holds(text, needle)).every((text) => needle === MARKER && text.includes(`"sealed":"${MARKER}"`))).toBe(true)
      }
    } finally {
      rmSync(backups, { recursive: true, force: true })
      await started.close()
    }
  })

  it('is found in no file of the libSQL servers and no answer of workerd (attack 16)', async () => {
    const started = await startedOnEdge()
    try {
      const { crossed, codes } = await marked(started)
      for (const needle of [MARKER, ...codes]) {
        for (const path of everyFile(started.folder)) expect([path, holds(bytesOf(path), needle)]).toEqual([path, false])
        expect(crossed.filter((text) => holds(text, needle)).every((text) => needle === MARKER && text.includes(`"sealed":"${MARKER}"`))).toBe(true)
      }
    } finally {
      await started.close()
    }
  })
})
