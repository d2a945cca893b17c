// The desk's thread: holds the keys and everything that was opened, and answers the page in plain data. Ending it (locking, signing out, ten
// idle minutes, closing the tab) is how all of it is forgotten. A page that ran something foreign could ask it to read, one at a time and
// counted by the server, and could take no key away.
import { base64url, unbase64url } from '../../../src/crypto/base64url.ts'
import { utf8 } from '../../../src/crypto/digest.ts'
import { CannotOpen, openFile, sealFile } from '../../../src/crypto/sealed.ts'
import type { Setup } from '../../../src/reports/wire.ts'
import type { ReviewKeys, SignalRelease, TalliesAnswer } from '../../../src/signals/wire.ts'
import { send, sendJson } from '../request.ts'
import type { Remote, Wire } from '../work/remote.ts'
import { remote, serve } from '../work/remote.ts'
import type { DeskVerbs } from './desk-verbs.ts'
import { heldCases } from './desk-cases.ts'
import type { Cases } from './desk-cases.ts'
import { drillRecovery, makeMonth, makePersonal, makeRecovery, makeSigner, refreshKeys, signAnew, unlockKeys, unlockedOf, wrapMonths } from './desk-keys.ts'
import type { DeskKeys } from './desk-keys.ts'
import { newDraft, openDraft, sealDraft } from './drafts.ts'
import type { OpenedLine } from './open-lines.ts'
import { countsOf } from './quarter-counts.ts'

const pool: Remote[] = []
let keys: DeskKeys | null = null
let cases: Cases | null = null

/** Asked for before the passphrase: a fault of the page, never of a person. */
const open = <T>(part: T | null): T => {
  if (part === null) throw new CannotOpen()
  return part
}

const verbs: { [Verb in keyof DeskVerbs]: (input: DeskVerbs[Verb]['input'], onProgress: (progress: unknown) => void) => Promise<DeskVerbs[Verb]['output']> | DeskVerbs[Verb]['output'] } = {
  unlock: async ({ passphrase, officer, reviewer, municipality }) => {
    keys = await unlockKeys(passphrase, { officer, reviewer })
    let turn = 0
    cases = heldCases(keys, municipality, { lanes: pool.length, openBatch: (batch) => pool[turn++ % pool.length]!.ask<OpenedLine[]>('open', batch) })
    return unlockedOf(keys)
  },
  refresh: async () => {
    await refreshKeys(open(keys))
    return unlockedOf(open(keys))
  },
  makePersonal: (roles) => makePersonal(roles),
  makeSigner: () => makeSigner(),
  makeRecovery: ({ split }) => makeRecovery(split),
  drill: ({ typed, second }) => drillRecovery(typed, second),
  makeMonth: ({ municipality, month }) => makeMonth(open(keys), municipality, month),
  signAnew: ({ municipality }) => signAnew(open(keys), municipality),
  wrapMonths: ({ staff }) => wrapMonths(open(keys), staff),

  inbox: async (_, onProgress) => {
    const rows = await open(cases).inbox(onProgress)
    await keepTallies().catch(() => undefined)
    return rows
  },
  read: (key) => open(cases).read(key),
  reply: ({ key, text, status }) => open(cases).reply(key, { text, status }),
  code: ({ key, coding }) => open(cases).code(key, coding),
  change: ({ key, to }) => open(cases).change(key, to),
  search: ({ words }) => open(cases).search(words),

  /** Seals a draft to every confirmed reviewer and to its writer. */
  draft: async ({ signal, kind, partners, content, remarks }) => {
    const { reviewers } = await sendJson<ReviewKeys>('GET', '/api/signals/keys')
    const recipients = [...reviewers.filter(({ confirmed }) => confirmed).map(({ recipient }) => recipient), (open(keys).officer ?? open(open(keys).reviewer)).recipient]
    const { sealed, commitment } = await newDraft(content, recipients, remarks)
    const body = { kind, partners: [...partners], commitment, draft: sealed }
    await (signal === null ? send('POST', '/api/signals', body) : send('PUT', `/api/signals/${signal}`, body))
  },
  openDraft: async ({ draft, commitment }) => {
    const { officer, reviewer } = open(keys)
    const found = await firstOf([reviewer, officer].filter((one) => one !== null).map(({ identity }) => () => openDraft(draft, identity, commitment)))
    return { content: found.content, remarks: found.remarks }
  },
  release: async ({ signal, draft, commitment, checklist }) => {
    const { content, salt } = await openDraft(draft, open(open(keys).reviewer).identity, commitment)
    await send('POST', `/api/signals/${signal}/release`, { content, salt, checklist } satisfies SignalRelease)
  },
  sendBack: async ({ signal, draft, commitment, remark }) => {
    const found = await openDraft(draft, open(open(keys).reviewer).identity, commitment)
    await send('POST', `/api/signals/${signal}/return`, { commitment, draft: await sealDraft({ ...found, remarks: [...found.remarks, remark] }) })
  },

  /** Puts down the quarters that have ended, from what devices kept; answers which. */
  countQuarters: async ({ areas }) => {
    const { tallies, toCount } = await sendJson<TalliesAnswer>('GET', '/api/report-tallies')
    const identity = open(open(keys).officer).identity
    const opened = await Promise.all(tallies.map(async ({ month, sealed }) => ({ month, counts: await openTally(sealed, identity) })))
    for (const quarter of toCount) await send('PUT', `/api/report-counts/${quarter}`, { counts: countsOf(quarter, opened, areas) })
    return toCount
  },
}

/** What this device counted in each month, sealed to the officers, so that a quarter can be put down after its months are gone. */
async function keepTallies(): Promise<void> {
  const { officers } = await sendJson<Setup>('GET', '/api/reports/setup')
  const recipients = officers.filter(({ state }) => state === 'active').map(({ recipient }) => recipient)
  for (const month of open(keys).months.keys()) {
    const counts = open(cases).tally(month)
    if (Object.keys(counts).length > 0) await send('PUT', `/api/report-tallies/${month}`, { sealed: base64url(await sealFile(utf8(JSON.stringify(counts)), recipients)) })
  }
}

async function openTally(sealed: string, identity: string): Promise<Record<string, number>> {
  try {
    return JSON.parse(new TextDecoder().decode(await openFile(unbase64url(sealed), identity))) as Record<string, number>
  } catch {
    return {}
  }
}

async function firstOf<T>(tries: readonly (() => Promise<T>)[]): Promise<T> {
  for (const attempt of tries) {
    try {
      return await attempt()
    } catch (fault) {
      if (!(fault instanceof CannotOpen)) throw fault
    }
  }
  throw new CannotOpen()
}

serve(self as unknown as Wire, { ...verbs, connect: (port: MessagePort) => { pool.push(remote(port)) } } as Parameters<typeof serve>[1])
