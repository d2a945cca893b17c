// The reports of the living months as the desk's thread holds them: heads opened for all, texts fetched one at a time, replies, codings, and
// search over what was fetched and nowhere else. Separate from the thread's door (desk-worker.ts) and from the keys.
import { base64url, unbase64url } from '../../../src/crypto/base64url.ts'
import { caseName } from '../../../src/crypto/case-name.ts'
import { readChain } from '../../../src/crypto/report-chain.ts'
import { messageDigest, sealMessage } from '../../../src/crypto/report-message.ts'
import type { MessageRole, Status } from '../../../src/crypto/report-message.ts'
import { openText, threadOf } from '../../../src/crypto/report.ts'
import type { ReportHead } from '../../../src/crypto/report.ts'
import { CannotOpen } from '../../../src/crypto/sealed.ts'
import type { MessagePage } from '../../../src/reports/wire.ts'
import { send, sendJson } from '../request.ts'
import { keyOf } from './case.ts'
import type { CaseFile, CaseKey, CaseMessage, CaseRow, InboxProgress } from './case.ts'
import { sealCoding } from './coding.ts'
import type { Coding } from './coding.ts'
import type { DeskKeys, Personal } from './desk-keys.ts'
import { loadInbox } from './load-inbox.ts'
import type { InboxLine, Pool } from './load-inbox.ts'

/** Messages of each side in one answer of the server. */
const PAGE = 20

interface Held extends InboxLine {
  text?: string | null
  messages?: readonly CaseMessage[]
  /** Digest of the officers' newest sealed message, for the one that follows. */
  last?: Uint8Array
}

export interface Cases {
  inbox: (onProgress: (progress: InboxProgress) => void) => Promise<CaseRow[]>
  read: (key: CaseKey) => Promise<CaseFile>
  reply: (key: CaseKey, reply: { text: string; status: Status }) => Promise<CaseFile>
  code: (key: CaseKey, coding: Coding) => Promise<CaseRow>
  change: (key: CaseKey, change: { state: CaseRow['state'] } | { into: string | null }) => Promise<CaseRow>
  search: (words: string) => { key: CaseKey; where: 'text' | 'messages' | 'note' }[]
  /** Reports per area of a month as far as they are held, junk and doubles left out. */
  tally: (month: string) => Record<string, number>
}

export function heldCases(keys: DeskKeys, municipality: string, pool: Pool): Cases {
  const held = new Map<string, Held>()

  const find = (key: CaseKey): Held & { month: Personal } => {
    const found = held.get(keyOf(key))
    const month = keys.months.get(key.month)
    if (!found || !month) throw new RangeError('a report that is not in the inbox')
    return Object.assign(found, { month })
  }

  async function inbox(onProgress: (progress: InboxProgress) => void): Promise<CaseRow[]> {
    const fresh = await loadInbox(keys, municipality, pool, onProgress)
    // What was read stays read: a fetched text belongs to the sealed head it was opened for.
    const before = new Map(held)
    held.clear()
    for (const one of fresh) {
      const same = before.get(keyOf(one.key))
      held.set(keyOf(one.key), same?.line.head === one.line.head ? { ...same, ...one } : one)
    }
    return [...held.values()].map(rowOf)
  }

  async function read(key: CaseKey): Promise<CaseFile> {
    const one = find(key)
    const { head } = one.opened
    const at = `/api/reports/months/${key.month}/threads/${key.thread}`
    if (one.text === undefined || one.text === null) {
      const sealed = new Uint8Array(await (await send('POST', `${at}/text`, {})).arrayBuffer())
      one.text = head === null ? null : await openText(sealed, head, one.month.identity).catch(nullIfDamaged)
      one.line.read = true
    }
    if (head !== null) await readMessages(one, head, at)
    return { row: rowOf(one), text: one.text, messages: one.messages ?? [] }
  }

  async function readMessages(one: Held & { month: Personal }, head: ReportHead, at: string): Promise<void> {
    const sealed: Record<MessageRole, Uint8Array[]> = { reporter: [], officer: [] }
    for (let from = 0; ; from += PAGE) {
      const page = await sendJson<MessagePage>('GET', `${at}/messages?from=${from}`)
      sealed.reporter.push(...page.reporter.map(unbase64url))
      sealed.officer.push(...page.officer.map(unbase64url))
      if (page.reporter.length < PAGE && page.officer.length < PAGE) break
    }
    const thread = await threadOf(unbase64url(one.line.head))
    const messages: (CaseMessage & { after: number })[] = []
    for (const role of ['reporter', 'officer'] as const) {
      const links = await readChain(sealed[role], { role, thread, messageKey: unbase64url(head.messageKey), identity: one.month.identity })
      for (const [number, link] of links.entries()) {
        const message = 'message' in link ? link.message : null
        messages.push({ from: role, number, status: message?.status ?? 'received', text: message?.text ?? '', fault: link.sound ? null : link.fault, after: message?.seen ?? 0 })
      }
    }
    one.messages = inTurn(messages)
    one.line.received = sealed.reporter.length
    one.line.sent = sealed.officer.length
    const newest = sealed.officer.at(-1)
    if (newest) one.last = await messageDigest(newest)
    else delete one.last
  }

  async function reply(key: CaseKey, { text, status }: { text: string; status: Status }): Promise<CaseFile> {
    const one = find(key)
    const { head } = one.opened
    if (head === null) throw new CannotOpen()
    const sequence = one.line.sent
    const sealed = await sealMessage({
      role: 'officer', sequence, status, seen: one.line.received, text, thread: await threadOf(unbase64url(one.line.head)), previous: one.last ?? new Uint8Array(32),
    }, unbase64url(head.messageKey), [one.month.recipient, head.recipient])
    await send('POST', `/api/reports/months/${key.month}/threads/${key.thread}/messages`, { sequence, sealed: base64url(sealed) })
    return read(key)
  }

  async function code(key: CaseKey, coding: Coding): Promise<CaseRow> {
    const one = find(key)
    const sealed = base64url(await sealCoding(coding, await threadOf(unbase64url(one.line.head)), one.month.recipient))
    await send('PUT', `/api/reports/months/${key.month}/threads/${key.thread}/coding`, { number: one.line.codings + 1, sealed })
    one.line.codings += 1
    one.line.coding = sealed
    one.opened = { ...one.opened, coding }
    return rowOf(one)
  }

  async function change(key: CaseKey, to: { state: CaseRow['state'] } | { into: string | null }): Promise<CaseRow> {
    const one = find(key)
    const verb = 'state' in to ? 'state' : 'merge'
    await send('POST', `/api/reports/months/${key.month}/threads/${key.thread}/${verb}`, to)
    if ('state' in to) one.line.state = to.state
    else one.line.mergedInto = to.into
    return rowOf(one)
  }

  function search(words: string) {
    const wanted = plain(words).split(' ').filter(Boolean)
    if (wanted.length === 0) return []
    const holds = (text: string | null | undefined) => text != null && wanted.every((word) => plain(text).includes(word))
    return [...held.values()].flatMap(({ key, text, messages, opened: { coding } }) => {
      const where = holds(text) ? 'text' as const : messages?.some((one) => holds(one.text)) ? 'messages' as const : coding && coding !== 'damaged' && holds(coding.note) ? 'note' as const : null
      return where ? [{ key, where }] : []
    })
  }

  function tally(month: string): Record<string, number> {
    const counts: Record<string, number> = {}
    for (const { key, line, opened: { head, coding } } of held.values()) {
      if (key.month !== month || head === null || line.state === 'junk' || line.mergedInto !== null) continue
      const area = (coding && coding !== 'damaged' ? coding.area : '') || head.area
      if (area !== '') counts[area] = (counts[area] ?? 0) + 1
    }
    return counts
  }

  return { inbox, read, reply, code, change, search, tally }
}

function rowOf({ key, line, opened: { head, coding } }: Held): CaseRow {
  const facts = head && { kinds: head.kinds, area: head.area, spot: head.spot, partOfDay: head.partOfDay, since: head.since, week: head.week, language: head.language }
  const { state, received, sent, read, mergedInto } = line
  return { ...key, name: caseName(key.thread), facts, coding, state, received, sent, read, mergedInto }
}

/** Both sides in one row: a message stands after as many of the other side's as its writer had seen. */
function inTurn(messages: readonly (CaseMessage & { after: number })[]): CaseMessage[] {
  const [reporter, officer] = (['reporter', 'officer'] as const).map((from) => messages.filter((one) => one.from === from))
  const turned: CaseMessage[] = []
  let seen = 0
  const push = ({ after: _, ...message }: CaseMessage & { after: number }) => void turned.push(message)
  for (const one of officer!) {
    while (seen < Math.min(one.after, reporter!.length)) push(reporter![seen++]!)
    push(one)
  }
  for (const one of reporter!.slice(seen)) push(one)
  return turned
}

function plain(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim()
}

function nullIfDamaged(fault: unknown): null {
  if (fault instanceof CannotOpen) return null
  throw fault
}
