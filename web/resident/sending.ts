// Sending as a pure state machine: what is kept, what is asked of the server next, and what its reply changes.
// Separate from the requests and from the cryptography, so that every loss of every reply can be tested. Its state is JSON and is
// stored before each request: a reload resends the same bytes, and the same bytes are stored once (RFC 9474 blind signatures are
// deterministic, a credential is spent once).
import type { Blinding } from '../../src/crypto/credential.ts'
import type { PaddedSize } from '../../src/crypto/manifest.ts'
import type { Mode } from '../../src/crypto/payload.ts'
import type { Answers } from '../../src/instrument/answers.ts'

/** All that sending needs, put together at "Versturen": nothing has to be fetched again after a reload. `code` is the hash, never the code. */
export interface Parcel {
  manifest: string
  code: string
  keyId: string
  spki: string
  recipient: string
  paddedSize: PaddedSize
  wave: string
  instrument: string
  language: string
  phase: number
  mode: Mode
  /** Complete: every item present. */
  answers: Answers
}

/** What the next request needs. `prepare` has asked nothing yet; from `credential` on, only this phone can finish this letter. */
export type Sending =
  | { at: 'prepare' }
  | { at: 'credential'; blinding: Blinding }
  | { at: 'response'; body: string }
  | { at: 'received' }
  | { at: 'closed' }
  | { at: 'stuck'; before: Pending }

export type Pending = Extract<Sending, { at: 'prepare' | 'credential' | 'response' }>

/** What came back for the request of a stage. */
export type Reply =
  | { got: 'blinding'; blinding: Blinding }
  | { got: 'sealed'; body: string }
  | { got: 'received' }
  /** No answer, or one that is not this service's: try again. */
  | { got: 'nothing' }
  /** The wave no longer takes answers. */
  | { got: 'closed' }
  /** A refusal that the same bytes would meet again. */
  | { got: 'refused' }

/** The stage after a reply; the same object when the same request is to be made again. A reply that belongs to another stage changes nothing. */
export function afterReply(stage: Pending, reply: Reply): Sending {
  if (reply.got === 'closed') return { at: 'closed' }
  if (reply.got === 'refused') return { at: 'stuck', before: stage }
  if (stage.at === 'prepare' && reply.got === 'blinding') return { at: 'credential', blinding: reply.blinding }
  if (stage.at === 'credential' && reply.got === 'sealed') return { at: 'response', body: reply.body }
  if (stage.at === 'response' && reply.got === 'received') return { at: 'received' }
  return stage
}

/** Whether there is a request to make. */
export function isPending(stage: Sending): stage is Pending {
  return stage.at === 'prepare' || stage.at === 'credential' || stage.at === 'response'
}

/** Before any credential was asked for, another phone can still do it: the only time people may be told "or later". */
export function mayBeginElsewhere(stage: Sending): boolean {
  return stage.at === 'prepare'
}
