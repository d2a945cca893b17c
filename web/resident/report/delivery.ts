// Sending a report, a message or a removal: ask for a puzzle, solve it, post the sealed bytes, look whether they arrived; wait and try again
// until they did. Its outside is handed in, so that a test can lose any reply, flood it with 429 or reload anywhere. What is kept for a reload
// are sealed bytes and the secret of the receipt, before each request; the same bytes are stored once, however often they are sent.
// Separate from the requests (posting.ts) and from the sealing code (sealing.ts).

/** All that a reload needs to go on; every field is base64url of sealed or random bytes, or public. */
export type Task = { secret: string; salt: string; month: string } & (
  | { purpose: 'report'; head: string; text: string; note: string }
  | { purpose: 'message'; sequence: number; message: string; note: string; last: string }
  | { purpose: 'removal' }
)

/** What came back for a round of puzzle and post. */
export type Round =
  /** The block says it is there (or gone). */
  | { got: 'arrived' }
  /** A block, but without it: for a message, another device was faster. */
  | { got: 'missing' }
  /** No answer, or one that is not this service's. `after`: seconds the service asks to wait. */
  | { got: 'nothing'; after: number }
  /** The proof was not taken: spent, expired, or too easy by now. */
  | { got: 'proof' }
  /** A refusal that the same bytes would meet again. */
  | { got: 'refused' }

export type Delivered = 'arrived' | 'missing' | 'refused' | 'stopped'

export interface DeliveryPorts {
  /** One round; never throws. */
  perform: (task: Task) => Promise<Round>
  /** Stores the task; called before each round. */
  keep: (task: Task) => void
  /** Tells the page: waiting for a connection (0 seconds known) or because it is busy, or not waiting. */
  show: (waiting: { seconds: number } | null) => void
  /** Resolves when it is worth trying again. */
  pause: (tries: number, seconds: number) => Promise<void>
  /** True once somebody left: then nothing more is sent or stored. */
  stopped: () => boolean
}

/** Rounds in a row in which a report may be missing from its own answer, or its proof be refused, before that counts as a refusal. */
const PATIENCE = 5

export async function deliver(task: Task, { perform, keep, show, pause, stopped }: DeliveryPorts): Promise<Delivered> {
  let unanswered = 0
  let refusals = 0
  while (!stopped()) {
    keep(task)
    if (unanswered === 0) show(null)
    const round = await perform(task)
    if (stopped()) break
    if (round.got === 'arrived') return 'arrived'
    if (round.got === 'refused') return 'refused'
    // A message that is not there was overtaken: sending the same again cannot help.
    if (round.got === 'missing' && task.purpose === 'message') return 'missing'
    if (round.got === 'nothing') {
      unanswered += 1
      show({ seconds: round.after })
      await pause(unanswered, round.after)
      continue
    }
    unanswered = 0
    refusals += 1
    if (refusals >= PATIENCE) return round.got === 'proof' ? 'refused' : 'missing'
  }
  return 'stopped'
}
