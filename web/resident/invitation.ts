// Opening a letter: fetch what its reference names, refuse whatever does not hash to it, ask whether answers are taken.
// Separate because it is the whole of the trust a phone puts in the server before the first question. It writes nothing.
import { digestOf } from '../../src/crypto/digest.ts'
import { codeHash, stratumOf } from '../../src/crypto/invite-code.ts'
import type { Mode } from '../../src/crypto/payload.ts'
import { ManifestRefused, phaseOn, readManifest } from '../../src/crypto/manifest.ts'
import type { Manifest } from '../../src/crypto/manifest.ts'
import { complete } from '../../src/instrument/answers.ts'
import type { Answers } from '../../src/instrument/answers.ts'
import type { PublishedInstrument } from '../../src/instrument/instrument.ts'
import { manifestText, publishedInstrument, takesAnswers } from './api.ts'
import type { Parcel } from './sending.ts'

/** A letter whose manifest was verified. */
export interface Letter {
  reference: string
  digest: string
  manifest: Manifest
}

/** The manifest behind a reference (16 hex); ManifestRefused when it does not hash to it. */
export async function openLetter(reference: string): Promise<Letter> {
  return { reference, ...(await readManifest(await manifestText(reference), reference)) }
}

/** Whether the wave takes answers now. The reply is the same for every code. */
export async function isOpen(letter: Letter, code: string): Promise<boolean> {
  return takesAnswers(letter.reference, await codeHash(letter.digest, code))
}

/** The questions in a language the manifest names; ManifestRefused when they are not the ones it names. */
export async function openInstrument(letter: Letter, language: string): Promise<PublishedInstrument> {
  const hash = letter.manifest.instruments[language]
  if (hash === undefined) throw new ManifestRefused('the manifest names no instrument in this language')
  const published = await publishedInstrument(hash)
  // What instrumentHash computes, through the canonical JSON the manifest needs anyhow: half a kilobyte less before the first question.
  if ((await digestOf({ instrument: published.instrument, text: published.text })) !== hash) throw new ManifestRefused('the questions are not those of the manifest')
  return published
}

/** The issuer key a code belongs to. */
export async function stratumFor(letter: Letter, code: string) {
  const hash = await codeHash(letter.digest, code)
  return { hash, stratum: letter.manifest.strata[stratumOf(hash, letter.manifest.strata.length)]! }
}

/** All that sending needs. The phase is derived here, from the manifest's dates and the phone's own day. */
export async function packParcel(letter: Letter, code: string, questions: PublishedInstrument, answers: Answers, today: Date, mode: Mode): Promise<Parcel> {
  const { hash, stratum } = await stratumFor(letter, code)
  const { manifest } = letter
  const { language } = questions.text
  return {
    manifest: letter.reference,
    code: hash,
    keyId: stratum.keyId,
    spki: stratum.spki,
    recipient: manifest.recipient,
    paddedSize: manifest.paddedSize,
    wave: manifest.wave,
    instrument: manifest.instruments[language]!,
    language,
    mode,
    phase: phaseOn(manifest, localDay(today)),
    answers: complete(questions.instrument, answers),
  }
}

/** YYYY-MM-DD by the phone's own calendar. */
export function localDay(date: Date): string {
  const two = (number: number) => `${number < 10 ? '0' : ''}${number}`
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
}
