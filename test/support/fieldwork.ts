// A wave in whatever state a test needs, through the product's own addresses on a running app, with phones that are fast (test/support/blinder.ts).
// Separate because waves, sample, intake, results and the promises all begin with a wave in the field.
import { sql } from 'drizzle-orm'
import type { Manifest } from '../../src/crypto/manifest.ts'
import { stratumOf } from '../../src/crypto/invite-code.ts'
import { newCodes } from '../../src/crypto/draw-codes.ts'
import type { DrawnCode } from '../../src/crypto/draw-codes.ts'
import { payloadBytes } from '../../src/crypto/payload.ts'
import { newIdentity, seal } from '../../src/crypto/sealed.ts'
import { base64url } from '../../src/crypto/base64url.ts'
import { complete } from '../../src/instrument/answers.ts'
import { coreInstrument } from '../../src/instrument/batteries/core.ts'
import { keyFingerprint } from '../../src/crypto/key-sheet.ts'
import type { Blinding, Credential } from '../../src/crypto/credential.ts'
import type { Deps } from '../../src/deps.ts'
import type { Answers } from '../../src/instrument/answers.ts'
import { fastBlind, fastFinalize } from './blinder.ts'

/** Sends a request to the app under test: in-process, over Node's HTTP, or to workerd. `staff` goes to the staff origin with its cookie. */
export interface Wire {
  resident: (method: string, path: string, body?: object) => Promise<Response>
  staff: (method: string, path: string, body?: object | Uint8Array) => Promise<Response>
}

export interface AWave {
  wave: string
  identity: string
  archiveIdentity: string
  manifest: Manifest
  reference: string
  digest: string
  /** Drawn codes per stratum, in the manifest's order. */
  codes: DrawnCode[][]
}

/** Areas `A`, `B` ... with control totals, straight into `office`: the files they come from have their own tests. */
export async function someAreas({ office }: Pick<Deps, 'office'>, municipality: string, names: readonly string[], year = 2026): Promise<void> {
  await office.write(names.flatMap((code, i) => [
    sql`INSERT INTO areas (municipality, boundary_year, code, name, role) VALUES (${municipality}, ${year}, ${code}, ${`Buurt ${code}`}, ${i === 0 ? 'focus' : 'comparison'}) ON CONFLICT DO NOTHING`,
    ...[1, 2, 3, 4].flatMap((age) => [1, 2].map((sex) =>
      sql`INSERT INTO control_totals (municipality, boundary_year, area, age, sex, persons, counted_on) VALUES (${municipality}, ${year}, ${code}, ${age}, ${sex}, 250, '2026-01-01') ON CONFLICT DO NOTHING`)),
  ]))
}

export async function ok<T = unknown>(response: Promise<Response>): Promise<T> {
  const answer = await response
  if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`)
  return (await answer.json()) as T
}

/** The plan of a test wave: one stratum an area, so many invited in each. */
export function aPlan(areas: readonly string[], invited: number, with_: object = {}) {
  return {
    name: 'Tweede meting', kind: 'resident', starts: '2026-03-02', reminders: ['2026-03-09'], ends: '2026-03-20', graceHours: 48, boundaryYear: 2026,
    primaryOutcomes: ['unsafe'], strata: areas.map((area) => ({ area, population: 2_000, toInvite: invited })), ...with_,
  }
}

/** Defines, keys, freezes and draws; registers the municipality's keys when it has none. Fieldwork is not started. */
export async function aReadyWave(wire: Wire, areas: readonly string[], invited: number, with_: object = {}): Promise<AWave> {
  const archive = await newIdentity()
  const { wave } = await ok<{ wave: string }>(wire.staff('POST', '/api/waves', aPlan(areas, invited, with_)))
  const { identity, recipient } = await newIdentity()
  const fingerprint = await keyFingerprint(recipient)
  await ok(wire.staff('PUT', `/api/waves/${wave}/key`, { recipient, fingerprint }))
  await ok(wire.staff('POST', `/api/waves/${wave}/key/confirm`, { recipient }))
  const { reference, digest } = await ok<{ reference: string; digest: string }>(wire.staff('POST', `/api/waves/${wave}/manifest`, {}))
  const manifest = await ok<Manifest>(wire.resident('GET', `/api/manifests/${reference}`))
  const codes = newCodes(digest, manifest.strata.map(() => invited))
  for (const [i, drawn] of codes.entries()) {
    for (let start = 0; start < drawn.length; start += 500) {
      await ok(wire.staff('POST', `/api/waves/${wave}/invites`, { stratum: manifest.strata[i]!.id, codes: drawn.slice(start, start + 500).map(({ codeHash }) => codeHash) }))
    }
  }
  return { wave, identity, archiveIdentity: archive.identity, manifest, reference, digest, codes }
}

/** The same, with letters in people's hands. */
export async function aWaveInField(wire: Wire, areas: readonly string[], invited: number, with_: object = {}): Promise<AWave> {
  const ready = await aReadyWave(wire, areas, invited, with_)
  await ok(wire.staff('POST', `/api/waves/${ready.wave}/start`, {}))
  return ready
}

/** Registers an archive and an edition key; answers the archive identity. */
export async function withArchiveKey(wire: Wire): Promise<string> {
  const archive = await newIdentity()
  await ok(wire.staff('PUT', '/api/keys', { archive: { recipient: archive.recipient, fingerprint: await keyFingerprint(archive.recipient) }, edition: { publicKey: base64url(new Uint8Array(32)) } }))
  return archive.identity
}

/** Everything a phone holds at "Versturen": made before any request, so that a retry sends the same. */
export interface Phone {
  code: DrawnCode
  stratum: number
  blinding: Blinding
}

export async function aPhone({ manifest }: AWave, code: DrawnCode): Promise<Phone> {
  const stratum = stratumOf(code.codeHash, manifest.strata.length)
  return { code, stratum, blinding: await fastBlind(manifest.strata[stratum]!.spki) }
}

export function credentialBody({ reference }: AWave, { code, blinding }: Phone) {
  return { manifest: reference, code: code.codeHash, blinded: blinding.blinded }
}

/** Asks for the credential and unblinds what comes. */
export async function credentialOf(wire: Wire, wave: AWave, phone: Phone): Promise<Credential> {
  const answer = await wire.resident('POST', '/api/credentials', credentialBody(wave, phone))
  if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`)
  return fastFinalize(wave.manifest.strata[phone.stratum]!.spki, phone.blinding, new Uint8Array(await answer.arrayBuffer()))
}

/** The body of a response: answers completed, put together and sealed as a phone does. */
export async function responseBody(wave: AWave, stratum: number, credential: Credential, answers: Answers = {}) {
  const { manifest, reference } = wave
  const { keyId } = manifest.strata[stratum]!
  const bytes = payloadBytes({
    v: 1, wave: wave.wave, stratumKeyId: keyId, instrument: manifest.instruments.nl!, language: 'nl', mode: 'web', phase: 0,
    ...credential, answers: complete(coreInstrument, answers),
  })
  return { manifest: reference, keyId, ...credential, sealed: base64url(await seal(bytes, manifest.recipient, manifest.paddedSize)) }
}

/** One person, from letter to acknowledgement. */
export async function answer(wire: Wire, wave: AWave, code: DrawnCode, answers: Answers = {}): Promise<void> {
  const phone = await aPhone(wave, code)
  const credential = await credentialOf(wire, wave, phone)
  await ok(wire.resident('POST', '/api/responses', await responseBody(wave, phone.stratum, credential, answers)))
}
