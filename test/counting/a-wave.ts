// A wave with real keys and the core battery, and phones that answer it: the material of the counting tests.
import { fastCredential } from '../support/blinder.ts'
import { aManifest } from '../support/manifest.ts'
import { hex, unhex } from '../../src/crypto/digest.ts'
import { spentDigest } from '../../src/crypto/credential.ts'
import type { Credential } from '../../src/crypto/credential.ts'
import type { IssuerKey } from '../../src/crypto/issuer-key.ts'
import { payloadBytes } from '../../src/crypto/payload.ts'
import type { Payload } from '../../src/crypto/payload.ts'
import { seal } from '../../src/crypto/sealed.ts'
import type { SealedRow } from '../../src/crypto/sealed-set.ts'
import type { CountKeys } from '../../src/counting/open-row.ts'
import { instrumentHash } from '../../src/instrument/instrument.ts'
import type { Instrument } from '../../src/instrument/instrument.ts'
import { coreInstrument } from '../../src/instrument/batteries/core.ts'
import { coreNl } from '../../src/instrument/batteries/core-nl.ts'
import { coreEn } from '../../src/instrument/batteries/core-en.ts'
import { nodeSigner } from '../../src/signer-node.ts'

export const published = [coreNl, coreEn].map((text) => ({ instrument: coreInstrument, text }))
const [nl, en] = await Promise.all(published.map(instrumentHash))
const signer = nodeSigner()

export interface Wave {
  keys: CountKeys & { instrument: Instrument }
  issuerKeys: IssuerKey[]
}

/** A wave over these strata, with the core battery in Dutch and English. */
export async function aWave(strata: readonly string[] = ['north', 'south']): Promise<Wave> {
  const { manifest, identity, issuerKeys } = await aManifest(strata, { instruments: { nl: nl!, en: en! }, paddedSize: 2048 })
  return { keys: { manifest, identity, instrument: coreInstrument }, issuerKeys }
}

export const aCredential = ({ issuerKeys }: Wave, stratum = 0): Promise<Credential> =>
  fastCredential(signer, issuerKeys[stratum]!.pkcs8, issuerKeys[stratum]!.spki)

/** Random answers to some of the items that are asked of everybody; the same seed gives the same answers. */
export function someAnswers(seed: number): Record<string, number | number[]> {
  const answers: Record<string, number | number[]> = {}
  for (const [i, item] of coreInstrument.items.entries()) {
    if (item.askedIf || (seed + i) % 5 === 0) continue
    const option = item.options[(seed * 31 + i * 17) % item.options.length]!
    answers[item.id] = item.kind === 'several' ? [option] : option
  }
  return answers
}

/** One response as intake would hold it; `change` alters the payload before it is sealed, `to` the recipient. */
export async function aRow(wave: Wave, seed: number, change: Partial<Payload> & { stratum?: number; credential?: Credential; spent?: string } = {}): Promise<SealedRow> {
  const { stratum = 0, credential = await aCredential(wave, stratum), spent, ...payload } = change
  const { manifest } = wave.keys
  const bytes = payloadBytes({
    v: 1, wave: manifest.wave, stratumKeyId: manifest.strata[stratum]!.keyId, instrument: manifest.instruments['nl']!, language: 'nl', mode: 'web',
    phase: seed % 3, ...credential, answers: someAnswers(seed), ...payload,
  })
  return { spent: unhex(spent ?? (await spentDigest(credential.message))), sealed: await seal(bytes, manifest.recipient, manifest.paddedSize) }
}

/** So many good responses, spread over the strata. */
export const someRows = (wave: Wave, n: number): Promise<SealedRow[]> =>
  Promise.all(Array.from({ length: n }, (_, i) => aRow(wave, i, { stratum: i % wave.issuerKeys.length })))

/** A spent digest of nothing. */
export const noDigest = (): string => hex(crypto.getRandomValues(new Uint8Array(32)))
