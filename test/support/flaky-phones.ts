// Phones on a bad network, by the thousand: each drives the product's own sending machine with a fast blinder, and each of its requests may get
// lost on the way there, on the way back, be sent twice by a second tap, or be cut by a reload that goes on from what was stored.
// Separate because both runtimes and both sizes send through it. A phone's own day may be two days off; some lie an hour in a dead spot.
import { coreInstrument } from '../../src/instrument/batteries/core.ts'
import { complete } from '../../src/instrument/answers.ts'
import type { Answers } from '../../src/instrument/answers.ts'
import { base64url } from '../../src/crypto/base64url.ts'
import type { DrawnCode } from '../../src/crypto/draw-codes.ts'
import { stratumOf } from '../../src/crypto/invite-code.ts'
import { phaseOn } from '../../src/crypto/manifest.ts'
import { payloadBytes } from '../../src/crypto/payload.ts'
import { seal } from '../../src/crypto/sealed.ts'
import { deliver } from '../../web/resident/deliver.ts'
import type { Pending, Reply, Sending } from '../../web/resident/sending.ts'
import { fastBlind, fastFinalize } from './blinder.ts'
import type { AWave, Wire } from './fieldwork.ts'

const DAY = 24 * 3_600_000

/** What befell the phones, counted: a run without any of it proves nothing. */
export interface Mishaps { lostRequests: number; lostReplies: number; doubleTaps: number; reloads: number; deadSpots: number; skewed: number }
export const noMishaps = (): Mishaps => ({ lostRequests: 0, lostReplies: 0, doubleTaps: 0, reloads: 0, deadSpots: 0, skewed: 0 })

/** What a phone told its sender to have arrived. */
export interface Arrived { stratum: number; phase: number; answers: Answers }

export interface Air {
  wire: Wire
  wave: AWave
  /** The server's clock, milliseconds. */
  now: () => number
  /** Resolves when a phone that lost its signal has it again, an hour later by the server's clock. */
  anHour: () => Promise<void>
  mishaps: Mishaps
}

const likely = (chance: number) => Math.random() < chance

/** One person, from "Versturen" to the acknowledgement, whatever happens between. */
export async function sendThrough(air: Air, code: DrawnCode, answers: Answers): Promise<Arrived> {
  const { wave, mishaps } = air
  const stratum = stratumOf(code.codeHash, wave.manifest.strata.length)
  const skew = likely(0.2) ? (likely(0.5) ? 2 : -2) : 0
  if (skew !== 0) mishaps.skewed += 1
  const phase = phaseOn(wave.manifest, new Date(air.now() + skew * DAY).toISOString().slice(0, 10))
  let stored = JSON.stringify({ at: 'prepare' } satisfies Sending)
  let dead = likely(0.1)
  for (;;) {
    let reloaded = false
    const ended = await deliver(JSON.parse(stored) as Sending, {
      async perform(stage) {
        if (dead && stage.at !== 'prepare') {
          dead = false
          mishaps.deadSpots += 1
          await air.anHour()
        }
        const reply = await performed(air, stratum, code, { phase, answers }, stage)
        // A reload throws away what was not stored yet, also a reply that just came.
        if (likely(0.05)) reloaded = true
        return reply
      },
      keep: (stage) => void (stored = JSON.stringify(stage)),
      show: () => {},
      pause: () => Promise.resolve(),
      stopped: () => reloaded,
    })
    if (!reloaded) {
      if (ended.at !== 'received') throw new Error(`a phone ended at ${ended.at}`)
      return { stratum, phase, answers }
    }
    mishaps.reloads += 1
  }
}

/** The request of a stage, with what may befall it. */
async function performed(air: Air, stratum: number, code: DrawnCode, said: { phase: number; answers: Answers }, stage: Pending): Promise<Reply> {
  const { wave, mishaps } = air
  const { spki } = wave.manifest.strata[stratum]!
  if (stage.at === 'prepare') return { got: 'blinding', blinding: await fastBlind(spki) }
  if (likely(0.1)) {
    mishaps.lostRequests += 1
    return { got: 'nothing' }
  }
  const [path, body] = stage.at === 'credential'
    ? ['/api/credentials', { manifest: wave.reference, code: code.codeHash, blinded: stage.blinding.blinded }] as const
    : ['/api/responses', JSON.parse(stage.body) as object] as const
  const twice = likely(0.05)
  if (twice) mishaps.doubleTaps += 1
  const [answer] = await Promise.all(Array.from({ length: twice ? 2 : 1 }, () => air.wire.resident('POST', path, body)))
  const bytes = new Uint8Array(await answer!.arrayBuffer())
  if (!answer!.ok) throw new Error(`${answer!.status} ${new TextDecoder().decode(bytes)}`)
  if (likely(0.1)) {
    mishaps.lostReplies += 1
    return { got: 'nothing' }
  }
  if (stage.at === 'response') return { got: 'received' }
  return { got: 'sealed', body: JSON.stringify(await sealed(wave, stratum, said, await fastFinalize(spki, stage.blinding, bytes))) }
}

async function sealed({ wave, manifest, reference }: AWave, stratum: number, { phase, answers }: { phase: number; answers: Answers }, credential: { message: string; signature: string }) {
  const { keyId } = manifest.strata[stratum]!
  const payload = payloadBytes({
    v: 1, wave, stratumKeyId: keyId, instrument: manifest.instruments.nl!, language: 'nl', mode: 'web', phase, ...credential, answers: complete(coreInstrument, answers),
  })
  return { manifest: reference, keyId, ...credential, sealed: base64url(await seal(payload, manifest.recipient, manifest.paddedSize)) }
}
