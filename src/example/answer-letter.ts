// One letter answered as a phone does it, request by request, against the app: used for the example's wave in the field.
// Separate because it is the only part of the example that takes the residents' way in, with real credentials and sealing.
import { blind, finalize } from '../crypto/credential.ts'
import { base64url } from '../crypto/base64url.ts'
import { codeHash, stratumOf } from '../crypto/invite-code.ts'
import { manifestDigest, manifestReference, phaseOn } from '../crypto/manifest.ts'
import type { Manifest } from '../crypto/manifest.ts'
import { payloadBytes } from '../crypto/payload.ts'
import { seal } from '../crypto/sealed.ts'
import type { Answers } from '../instrument/answers.ts'

export interface Letter { manifest: Manifest; code: string }

/** Sends the answers of one letter; `post` makes a request on the residents' host. Throws when the service does not take it. */
export async function answerLetter(
  { manifest, code }: Letter, { answers, language, day }: { answers: Answers; language: string; day: string },
  post: (path: string, body: unknown) => Promise<Response>,
): Promise<void> {
  const digest = await manifestDigest(manifest)
  const reference = manifestReference(digest)
  const hash = await codeHash(digest, code)
  const stratum = manifest.strata[stratumOf(hash, manifest.strata.length)]!
  const blinding = await blind(stratum.spki)
  const issued = await post('/api/credentials', { manifest: reference, code: hash, blinded: blinding.blinded })
  if (!issued.ok) throw new Error(`A credential was refused (${issued.status})`)
  const credential = await finalize(stratum.spki, blinding, new Uint8Array(await issued.arrayBuffer()))
  const payload = payloadBytes({
    v: 1, wave: manifest.wave, stratumKeyId: stratum.keyId, instrument: manifest.instruments[language]!, language, mode: 'web',
    phase: phaseOn(manifest, day), answers, ...credential,
  })
  const sealed = base64url(await seal(payload, manifest.recipient, manifest.paddedSize))
  const received = await post('/api/responses', { manifest: reference, keyId: stratum.keyId, ...credential, sealed })
  if (!received.ok) throw new Error(`A response was refused (${received.status})`)
}
