// The keys of one person at the desk: opening them with the passphrase, making new ones, wrapping them for others. Runs in the desk's thread
// only; what leaves it is wrapped, public, or a sheet to print. Separate from reading, which only asks for a month's identity.
import { base64url, unbase64url } from '../../../src/crypto/base64url.ts'
import { keySheet, readKeySheet, keyFingerprint } from '../../../src/crypto/key-sheet.ts'
import type { KeySheet, KeySheetReading } from '../../../src/crypto/key-sheet.ts'
import { newSigningKey, signList, signerFingerprint } from '../../../src/crypto/recipient-list.ts'
import { readShares, recoveryShares } from '../../../src/crypto/recovery-shares.ts'
import type { SharesReading } from '../../../src/crypto/recovery-shares.ts'
import { CannotOpen, newIdentity, openFile } from '../../../src/crypto/sealed.ts'
import { newPassphrase, unwrapIdentity, unwrapWith, wrapIdentity, wrapTo } from '../../../src/crypto/wrapped.ts'
import type { Drill, OfficerKeys, Setup } from '../../../src/reports/wire.ts'
import type { ReviewKeys } from '../../../src/signals/wire.ts'
import { Refusal, send, sendJson } from '../request.ts'
import type { Unlocked } from './case.ts'

export interface Personal {
  identity: string
  recipient: string
}

export interface DeskKeys {
  officer: Personal | null
  reviewer: Personal | null
  /** By month; a month without this person's wrap is missing. */
  months: Map<string, Personal & { goneBy: string }>
  locked: { month: string; goneBy: string }[]
  /** The private half that signs lists; null when it was not wrapped to this person. */
  signer: string | null
}

/** This person has no key here yet, or nobody confirmed it. */
export class NoKeyYet extends Error {
  override name = 'NoKeyYet'
}

/** Nothing opened with this passphrase. */
export class WrongPassphrase extends Error {
  override name = 'WrongPassphrase'
}

const path = encodeURIComponent

/** Opens all that this passphrase opens. Throws NoKeyYet, WrongPassphrase. */
export async function unlockKeys(passphrase: string, roles: { officer: boolean; reviewer: boolean }): Promise<DeskKeys> {
  const [officerKeys, reviewKeys] = await Promise.all([
    roles.officer ? sendJson<OfficerKeys>('GET', '/api/reports/keys').catch(nullIfNone) : null,
    roles.reviewer ? sendJson<ReviewKeys>('GET', '/api/signals/keys') : null,
  ])
  if (officerKeys === null && (reviewKeys?.own ?? null) === null) throw new NoKeyYet('no key yet')
  const opened = async (wrapped: string | undefined, recipient: string | undefined) => {
    const identity = wrapped === undefined ? null : await unwrapIdentity(wrapped, passphrase).catch(nullIfClosed)
    return identity === null ? null : { identity, recipient: recipient! }
  }
  const officer = await opened(officerKeys?.identity, officerKeys?.recipient)
  // One passphrase for both, where both were made together: the slow part is done once.
  const own = reviewKeys?.own ?? undefined
  const reviewer = officer !== null && own?.recipient === officer.recipient ? officer : await opened(own?.wrapped, own?.recipient)
  if (officer === null && reviewer === null) throw new WrongPassphrase('wrong passphrase')
  const keys: DeskKeys = { officer, reviewer, months: new Map(), locked: [], signer: null }
  if (officerKeys !== null) await takeKeys(keys, officerKeys)
  return keys
}

/** Takes what the server holds for this person now: months that began, access that was given or went, the signing key. */
export async function refreshKeys(keys: DeskKeys): Promise<void> {
  if (keys.officer !== null) await takeKeys(keys, await sendJson<OfficerKeys>('GET', '/api/reports/keys'))
}

async function takeKeys(keys: DeskKeys, { months, signer }: OfficerKeys): Promise<void> {
  if (keys.officer === null) return
  const { identity: own } = keys.officer
  keys.months.clear()
  keys.locked = []
  for (const { month, recipient, wrapped, goneBy } of months) {
    const identity = wrapped === null ? null : await unwrapWith(wrapped, own).catch(nullIfClosed)
    if (identity === null) keys.locked.push({ month, goneBy })
    else keys.months.set(month, { identity, recipient, goneBy })
  }
  keys.signer = signer === null ? null : await unwrapWith(signer, own).catch(nullIfClosed)
}

/** What the page may know of it. */
export function unlockedOf({ officer, reviewer, months, locked, signer }: DeskKeys): Unlocked {
  return {
    officer: officer !== null, reviewer: reviewer !== null, canSign: signer !== null,
    months: [...[...months].map(([month, { goneBy }]) => ({ month, goneBy, locked: false })), ...locked.map((one) => ({ ...one, locked: true }))].sort((a, b) => b.month.localeCompare(a.month)),
  }
}

/** A new personal identity for each role, registered under one generated passphrase, which is answered to be written down. */
export async function makePersonal(roles: { officer: boolean; reviewer: boolean }): Promise<{ passphrase: string; fingerprint: string }> {
  const { identity, recipient } = await newIdentity()
  const passphrase = newPassphrase()
  const wrapped = await wrapIdentity(identity, passphrase)
  if (roles.officer) await send('PUT', '/api/reports/identity', { recipient, wrapped })
  if (roles.reviewer) await send('PUT', '/api/signals/keys', { recipient, wrapped })
  return { passphrase, fingerprint: await keyFingerprint(recipient) }
}

/** A new signing key, wrapped to every active officer and the recovery key; answers the mark a second person confirms. */
export async function makeSigner(): Promise<string> {
  const setup = await sendJson<Setup>('GET', '/api/reports/setup')
  const { publicKey, privateKey } = await newSigningKey()
  const wrapped = await wrapTo(privateKey, [...activeOf(setup).map(({ recipient }) => recipient), ...(setup.recovery ? [setup.recovery.recipient] : [])])
  await send('PUT', '/api/reports/signer', { publicKey, wrapped })
  return signerFingerprint(publicKey)
}

export type RecoverySheets = { sheet: KeySheet } | { shares: readonly string[]; fingerprint: string }

/** A new recovery key: one sheet, or three parts of which two are enough. It exists on paper only from here on. */
export async function makeRecovery(split: boolean): Promise<RecoverySheets> {
  const { identity, recipient } = await newIdentity()
  const made = split ? { shares: await recoveryShares(identity), fingerprint: await keyFingerprint(recipient) } : { sheet: await keySheet(identity) }
  await send('PUT', '/api/reports/recovery', { recipient, split })
  return made
}

export type DrillSaid = { mistake: Extract<KeySheetReading, { mistake: string }> | Extract<SharesReading, { mistake: string }> } | { drilled: true }

/** Shows that a typed or scanned sheet, or two parts, opens what is sealed to the recovery key. */
export async function drillRecovery(typed: string, second: string | null): Promise<DrillSaid> {
  const { recovery } = await sendJson<Setup>('GET', '/api/reports/setup')
  const recipient = recovery?.recipient ?? ''
  const reading = second === null ? await readKeySheet(typed, recipient) : await readShares([typed, second], recipient)
  if ('mistake' in reading) return { mistake: reading }
  const { sealed } = await sendJson<Drill>('POST', '/api/reports/recovery/drill', {})
  await send('POST', '/api/reports/recovery/confirm', { opened: base64url(await openFile(unbase64url(sealed), reading.identity)) })
  return { drilled: true }
}

/** The key of a month, wrapped to every active officer and the recovery key, and the list that names it, signed. */
export async function makeMonth(keys: DeskKeys, municipality: string, month: string): Promise<void> {
  const setup = await sendJson<Setup>('GET', '/api/reports/setup')
  const { identity, recipient } = await newIdentity()
  const months = [...setup.months.map((one) => ({ month: one.month, recipient: one.recipient })), { month, recipient }].sort((a, b) => a.month.localeCompare(b.month))
  const wraps = await Promise.all(activeOf(setup).map(async (officer) => ({ staff: officer.staff, wrapped: await wrapTo(identity, [officer.recipient]) })))
  const recovery = await wrapTo(identity, [setup.recovery!.recipient])
  await send('PUT', `/api/reports/months/${path(month)}`, { recipient, wraps, recovery, signed: await signedList(keys, setup, municipality, months) })
}

/** The list as it stands, signed anew: after a change of who signs, or when an officer left. */
export async function signAnew(keys: DeskKeys, municipality: string): Promise<void> {
  const setup = await sendJson<Setup>('GET', '/api/reports/setup')
  await send('PUT', '/api/reports/list', { signed: await signedList(keys, setup, municipality, setup.months.map(({ month, recipient }) => ({ month, recipient }))) })
}

/** Gives an officer who came later the months this one can open and they cannot; answers how many. */
export async function wrapMonths(keys: DeskKeys, staff: string): Promise<number> {
  const setup = await sendJson<Setup>('GET', '/api/reports/setup')
  const officer = activeOf(setup).find((one) => one.staff === staff)
  const missing = officer ? setup.months.filter(({ month, officers }) => !officers.includes(staff) && keys.months.has(month)) : []
  for (const { month } of missing) {
    await send('PUT', `/api/reports/months/${path(month)}/wraps`, { staff, wrapped: await wrapTo(keys.months.get(month)!.identity, [officer!.recipient]) })
  }
  return missing.length
}

function signedList(keys: DeskKeys, { salt, nextNumber, signing }: Setup, municipality: string, months: readonly { month: string; recipient: string }[]) {
  return signList({ v: 1, municipality, number: nextNumber, salt, months }, { publicKey: signing!.publicKey, privateKey: keys.signer! })
}

function activeOf({ officers }: Setup): Setup['officers'] {
  return officers.filter(({ state }) => state === 'active')
}

function nullIfNone(fault: unknown): null {
  if (fault instanceof Refusal && fault.slug === 'not-an-officer') return null
  throw fault
}

function nullIfClosed(fault: unknown): null {
  if (fault instanceof CannotOpen) return null
  throw fault
}
