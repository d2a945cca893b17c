// Everything from "Versturen" on: the entry of the chunk that is loaded while people answer, and the bridge between the pure machine,
// the requests and the sealing code. Separate so that none of it stands before the first question. An error in the cryptography is a
// refusal: nothing is ever sent in the clear instead.
import { Refused, Unreachable } from './api.ts'
import { deliver } from './deliver.ts'
import type { DeliveryPorts } from './deliver.ts'
import { ThanksPage } from './pages/ThanksPage.tsx'
import { prepareBlinding, sealResponse } from './seal-response.ts'
import { blindSignature, sendResponse } from './submit.ts'
import type { Blinding } from '../../src/crypto/credential.ts'
import type { Parcel, Pending, Reply, Sending } from './sending.ts'

/** Shown after the acknowledgement, by the frame. */
export const Thanks = ThanksPage

let prepared: { spki: string; blinding: Promise<Blinding> } | undefined

/** Blinds a message while somebody answers. Failing is no matter: it is done again at "Versturen". */
export function prepare(spki: string): void {
  if (prepared?.spki === spki) return
  const mine = { spki, blinding: prepareBlinding(spki) }
  prepared = mine
  mine.blinding.catch(() => {
    if (prepared === mine) prepared = undefined
  })
}

/** Sends: from any stage to the end. Each blinding is used for one letter only. */
export async function finish(stage: Sending, parcel: Parcel | undefined, ports: Omit<DeliveryPorts, 'perform'>): Promise<Sending> {
  const ended = await deliver(stage, { ...ports, perform: (pending) => performRequest(pending, parcel) })
  prepared = undefined
  return ended
}

/** The reply to a stage's request; never throws. */
async function performRequest(stage: Pending, parcel: Parcel | undefined): Promise<Reply> {
  try {
    if (stage.at === 'response') {
      await sendResponse(stage.body)
      return { got: 'received' }
    }
    if (!parcel) return { got: 'refused' }
    if (stage.at === 'prepare') {
      prepare(parcel.spki)
      return { got: 'blinding', blinding: await prepared!.blinding }
    }
    const signature = await blindSignature(parcel.manifest, parcel.code, stage.blinding.blinded)
    return { got: 'sealed', body: await sealResponse(parcel, stage.blinding, signature) }
  } catch (error) {
    if (error instanceof Unreachable) return { got: 'nothing' }
    return { got: error instanceof Refused && error.slug === 'wave-closed' ? 'closed' : 'refused' }
  }
}
