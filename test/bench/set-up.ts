// A wave of 5,000 letters in 22 areas from "Nieuwe meting" to "Veldwerk starten": everything a machine does in between, on the real server over
// HTTP and on the coordinator's device, printing included. The issue gives it three minutes; what people type takes longer.
import { mkdtempSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { keySheet } from '../../src/crypto/key-sheet.ts'
import { newIdentity } from '../../src/crypto/sealed.ts'
import { letterFrame } from '../../src/letters/letter-sheet.ts'
import { listForPeople } from '../../src/letters/mailing.ts'
import { printLetters } from '../../src/cli-print-letters.ts'
import type { WaveDetail } from '../../src/waves/wire.ts'
import { aSender } from '../letters/a-sender.ts'
import { ok } from '../support/fieldwork.ts'
import { atMost, figureLine, whole } from './figure.ts'
import { startService } from './service.ts'
import { invited, wireOf } from './staff-of.ts'
import type { Bench } from './submissions.ts'

const AREAS = Array.from({ length: 22 }, (_, i) => `BU0935${String(i).padStart(4, '0')}`)
const ADULTS = 1_360

export async function setUp({ bundle, quick, print }: Bench): Promise<void> {
  const count = quick ? 1_100 : 5_000
  const { service, made: link } = await startService(bundle, invited)
  const folder = mkdtempSync(join(tmpdir(), 'nulmeting-set-up-'))
  try {
    const wire = await wireOf(service, link)
    const began = performance.now()
    const parts: [string, number][] = []
    const part = async <Made>(name: string, does: () => Promise<Made>): Promise<Made> => {
      const from = performance.now()
      const made = await does()
      parts.push([name, (performance.now() - from) / 1000])
      return made
    }
    const { wave } = await part('areas and plan', async () => {
      const drafted = await ok<{ wave: string }>(wire.staff('POST', '/api/waves/drafts', { name: 'Nulmeting', kind: 'resident', starts: '2027-03-01', reminders: ['2027-03-15', '2027-03-29'], ends: '2027-04-12', boundaryYear: 2026 }))
      await ok(wire.staff('PUT', '/api/areas/2026', { areas: AREAS.map((code, i) => ({ code, name: `Buurt ${i}`, role: i < 3 ? 'focus' : 'comparison', district: '' })) }))
      await ok(wire.staff('PUT', '/api/areas/2026/totals', { countedOn: '2026-01-01', cells: AREAS.flatMap((area) => [1, 2, 3, 4].flatMap((age) => [1, 2].map((sex) => ({ area, age, sex, persons: ADULTS / 8 })))) }))
      await ok(wire.staff('PUT', `/api/waves/${drafted.wave}/questionnaire`, { battery: 'core' }))
      await ok(wire.staff('PUT', `/api/waves/${drafted.wave}/strata`, { strata: AREAS.map((area, i) => ({ area, population: ADULTS, toInvite: Math.floor(count / 22) + (i < count % 22 ? 1 : 0) })) }))
      return drafted
    })
    await part('wave key and sheet', async () => {
      const { recipient, fingerprint } = await keySheet((await newIdentity()).identity)
      await ok(wire.staff('PUT', `/api/waves/${wave}/key`, { recipient, fingerprint }))
      await ok(wire.staff('POST', `/api/waves/${wave}/key/confirm`, { recipient }))
    })
    await part('fixing with 22 issuer keys', () => ok(wire.staff('POST', `/api/waves/${wave}/manifest`, {})))
    const { manifestDigest, strata } = await ok<WaveDetail>(wire.staff('GET', `/api/waves/${wave}`))
    const list = await part('codes and names', async () => listForPeople(wave, manifestDigest!, AREAS, strata.flatMap(({ id, toInvite }) =>
      Array.from({ length: toInvite }, (_, i) => ({ stratum: id, name: `Mevrouw A. Voorbeeld ${i}`, street: `Lindeplein ${i}`, postcode: '1234 AB', place: 'Veldwijk' })))))
    await part('registering hashes', async () => {
      for (const { id } of strata) {
        const codes = list.letters.filter(({ stratum }) => stratum === id).map(({ codeHash }) => codeHash)
        await ok(wire.staff('POST', `/api/waves/${wave}/invites`, { stratum: id, codes }))
      }
    })
    await part('letters to PDF', async () => {
      const sender = aSender()
      await printLetters({ folder, name: 'letters', sender, frame: letterFrame(sender, 0), letters: list.letters, pdf: true, progress: () => undefined })
    })
    await part('starting', () => ok(wire.staff('POST', `/api/waves/${wave}/start`, {})))
    const seconds = (performance.now() - began) / 1000
    const { state, invited: letters } = await ok<WaveDetail>(wire.staff('GET', `/api/waves/${wave}`))
    if (state !== 'field' || letters !== count) throw new Error(`the wave is ${state} with ${letters} letters`)
    print(figureLine({
      what: `set-up, ${whole(count)} letters from Nieuwe meting to Veldwerk starten`, target: atMost(180, seconds, ' s'),
      measured: `${seconds.toFixed(1)} s (${parts.map(([name, took]) => `${name} ${took.toFixed(1)}`).join(', ')}), load ${loadavg()[0]!.toFixed(1)}`,
    }))
  } finally {
    await service.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
