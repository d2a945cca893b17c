// Builders for the tests of signals: a content, a draft as a writer's device seals it, and people with their cookies.
// Separate because review, agreements, forgetting and the two municipalities all begin with a signal somebody wrote.
import { base64url } from '../../src/crypto/base64url.ts'
import { canonicalJson, hex, sha256, utf8 } from '../../src/crypto/digest.ts'
import { newIdentity, sealFile } from '../../src/crypto/sealed.ts'
import type { SignalContent, SignalDraft, SignalRelease } from '../../src/signals/wire.ts'
import { reviewChecks } from '../../src/signals/wire.ts'

export const CONTENT: SignalContent = {
  area: 'A', spot: 'stairwell', behaviour: 'pressure', week: '2026-W09', seriousness: 'serious',
  text: 'In een portiek worden bewoners aangesproken op wat zij doen en met wie zij praten.', criteria: [],
}
export const REFERRAL: SignalContent = { ...CONTENT, criteria: ['crime-or-disorder', 'several-areas-of-life', 'impact-on-neighbourhood', 'one-intervention-will-not-do'] }
export const CHECKLIST = Object.fromEntries(reviewChecks.map((check) => [check, true])) as SignalRelease['checklist']

/** What a writer's device sends, and what the reviewer's device sends after opening it. */
export async function aDraft(partners: readonly string[], content: SignalContent = CONTENT, kind: SignalDraft['kind'] = 'signal'): Promise<{ draft: SignalDraft; release: SignalRelease }> {
  const { recipient } = await newIdentity()
  const salt = base64url(crypto.getRandomValues(new Uint8Array(32)))
  const json = canonicalJson({ content, salt })
  return {
    draft: { kind, partners: [...partners], commitment: hex(await sha256(utf8(json))), draft: base64url(await sealFile(utf8(json), [recipient])) },
    release: { content, salt, checklist: CHECKLIST },
  }
}
