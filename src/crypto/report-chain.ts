// One side's messages of a thread, as the server hands them out, read as the chain they have to be. Separate from report-message.ts because
// a message can be authentic and still stand in the wrong place: officers and reporters must see that as "damaged or forged".
import { CannotOpen } from './sealed.ts'
import { messageDigest, openMessage } from './report-message.ts'
import type { MessageRole, ReportMessage } from './report-message.ts'

/** A message that is where it belongs, or what is wrong at this place. */
export type ChainLink =
  | { sound: true; message: ReportMessage; digest: Uint8Array<ArrayBuffer> }
  /** damaged: not authentic. moved: authentic, but of another thread, side or place. */
  | { sound: false; fault: 'damaged' | 'moved' }
  /** Authentic and of this thread, but what came before it is missing. */
  | { sound: false; fault: 'gap'; message: ReportMessage }

const NOTHING = new Uint8Array(32)

/**
 * Reads sealed messages of one role in the order given. `from`: the number the first must have (0 unless older ones are on another page; then
 * its `previous` is taken on trust, until that page is read). One bad message never hides the others.
 */
export async function readChain(
  sealed: readonly Uint8Array[], { role, thread, messageKey, identity, from = 0 }: { role: MessageRole; thread: Uint8Array; messageKey: Uint8Array; identity: string; from?: number },
): Promise<ChainLink[]> {
  const links: ChainLink[] = []
  let expected = from
  let previous: Uint8Array | undefined = from === 0 ? NOTHING : undefined
  for (const bytes of sealed) {
    const digest = await messageDigest(bytes)
    const message = await openMessage(bytes, messageKey, identity).catch(onlyDamaged)
    if (message === null) links.push({ sound: false, fault: 'damaged' })
    else if (message.role !== role || !same(message.thread, thread) || message.sequence < expected) links.push({ sound: false, fault: 'moved' })
    else if (message.sequence > expected || (previous !== undefined && !same(message.previous, previous))) links.push({ sound: false, fault: 'gap', message })
    else links.push({ sound: true, message, digest })
    const link = links[links.length - 1]!
    // After a gap the chain goes on from what was found, so that one missing message is one fault.
    if (message !== null && (link.sound || link.fault === 'gap')) {
      expected = message.sequence + 1
      previous = digest
    } else if (message === null) {
      expected += 1
      previous = undefined
    }
  }
  return links
}

function onlyDamaged(fault: unknown): null {
  if (fault instanceof CannotOpen) return null
  throw fault
}

function same(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i])
}
