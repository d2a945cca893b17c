// Drafts of signals on the writer's and the reviewer's device: sealed to the reviewers and the writer, with a salt and the commitment that
// binds what is released to what was written. Separate and pure but for the crypto; the server keeps the sealed bytes and cannot read them.
import { base64url, unbase64url } from '../../../src/crypto/base64url.ts'
import { canonicalJson, hex, sha256, utf8 } from '../../../src/crypto/digest.ts'
import { CannotOpen, openFile, sealFile } from '../../../src/crypto/sealed.ts'
import type { SignalContent } from '../../../src/signals/wire.ts'
import { plainObject } from './coding.ts'

export interface Draft {
  content: SignalContent
  /** 32 random bytes, base64url. */
  salt: string
  /** What reviewers said when they sent it back, newest last. */
  remarks: readonly string[]
  /** age recipients it is sealed to, so that a reviewer seals it back to the same people. */
  recipients: readonly string[]
}

/** Characters of a remark. */
export const REMARK_MOST = 500

export async function commitmentOf({ content, salt }: Pick<Draft, 'content' | 'salt'>): Promise<string> {
  return hex(await sha256(utf8(canonicalJson({ content, salt }))))
}

/** A new draft, with remarks that were made before. */
export async function newDraft(content: SignalContent, recipients: readonly string[], remarks: readonly string[] = []): Promise<{ sealed: string; commitment: string }> {
  const draft: Draft = { content, salt: base64url(crypto.getRandomValues(new Uint8Array(32))), remarks, recipients: [...new Set(recipients)].sort() }
  return { sealed: await sealDraft(draft), commitment: await commitmentOf(draft) }
}

export async function sealDraft(draft: Draft): Promise<string> {
  return base64url(await sealFile(utf8(canonicalJson({ v: 1, ...draft })), draft.recipients))
}

/** The draft; CannotOpen when it is not for this identity, is damaged, or is not the one the server says was committed to. */
export async function openDraft(sealed: string, identity: string, commitment: string): Promise<Draft> {
  const bytes = await openFile(unbase64url(sealed), identity)
  const { v, content, salt, remarks, recipients } = plainObject(bytes)
  const texts = (list: unknown) => Array.isArray(list) && list.every((one) => typeof one === 'string')
  if (v !== 1 || typeof content !== 'object' || content === null || typeof salt !== 'string' || !texts(remarks) || !texts(recipients)) throw new CannotOpen()
  const draft = { content, salt, remarks, recipients } as Draft
  if ((await commitmentOf(draft)) !== commitment) throw new CannotOpen()
  return draft
}
