// What the page may ask of the desk's thread, as types: for every question what goes in and what comes out. Separate so that both ends and the
// tests read one list, and so that it shows at a glance that no key ever comes out.
import type { Status } from '../../../src/crypto/report-message.ts'
import type { SignalContent, SignalKind, SignalRelease } from '../../../src/signals/wire.ts'
import type { CaseFile, CaseKey, CaseRow, Unlocked } from './case.ts'
import type { Coding } from './coding.ts'
import type { DrillSaid, RecoverySheets } from './desk-keys.ts'

interface Roles { officer: boolean; reviewer: boolean }

export interface DeskVerbs {
  unlock: { input: Roles & { passphrase: string; municipality: string }; output: Unlocked }
  refresh: { input: object; output: Unlocked }
  /** The passphrase is shown once, to be written down; the sheets are shown once, to be printed. */
  makePersonal: { input: Roles; output: { passphrase: string; fingerprint: string } }
  makeRecovery: { input: { split: boolean }; output: RecoverySheets }
  drill: { input: { typed: string; second: string | null }; output: DrillSaid }
  makeSigner: { input: object; output: string }
  makeMonth: { input: { municipality: string; month: string }; output: void }
  signAnew: { input: { municipality: string }; output: void }
  wrapMonths: { input: { staff: string }; output: number }

  inbox: { input: object; output: CaseRow[] }
  read: { input: CaseKey; output: CaseFile }
  reply: { input: { key: CaseKey; text: string; status: Status }; output: CaseFile }
  code: { input: { key: CaseKey; coding: Coding }; output: CaseRow }
  change: { input: { key: CaseKey; to: { state: CaseRow['state'] } | { into: string | null } }; output: CaseRow }
  search: { input: { words: string }; output: { key: CaseKey; where: 'text' | 'messages' | 'note' }[] }

  draft: { input: { signal: string | null; kind: SignalKind; partners: readonly string[]; content: SignalContent; remarks: readonly string[] }; output: void }
  openDraft: { input: { draft: string; commitment: string }; output: { content: SignalContent; remarks: readonly string[] } }
  /** `checklist`: every line ticked by the reviewer; the server takes nothing less. */
  release: { input: { signal: string; draft: string; commitment: string; checklist: SignalRelease['checklist'] }; output: void }
  sendBack: { input: { signal: string; draft: string; commitment: string; remark: string }; output: void }
  countQuarters: { input: { areas: readonly string[] }; output: readonly string[] }
}
