// The whole of the two rooms once round, with fixed inputs where the outcome can be fixed, for runtimes.test.ts to run in Node, in
// Chromium and in workerd. What it returns must be the same everywhere.
import { auditHash, AUDIT_START } from '../../src/crypto/audit-hash.ts'
import { blind, finalize, spentDigest, verify } from '../../src/crypto/credential.ts'
import { base64url } from '../../src/crypto/base64url.ts'
import { canonicalJson, digestOf, hex, sha256, utf8 } from '../../src/crypto/digest.ts'
import { editionFault, newEditionKey, rowsRoot, sealEdition } from '../../src/crypto/edition-seal.ts'
import { checkCharacter, codeHash, parseCode } from '../../src/crypto/invite-code.ts'
import { newCodes } from '../../src/crypto/draw-codes.ts'
import { newIssuerKey } from '../../src/crypto/issuer-key.ts'
import { keySheet, readKeySheet } from '../../src/crypto/key-sheet.ts'
import { manifestFingerprint } from '../../src/crypto/manifest.ts'
import { newSigningKey, signList, verifiedList } from '../../src/crypto/recipient-list.ts'
import { receiptKeys } from '../../src/crypto/receipt-keys.ts'
import { readReceipt, receiptWords } from '../../src/crypto/receipt.ts'
import { packBlock } from '../../src/crypto/report-block.ts'
import { sealMessage } from '../../src/crypto/report-message.ts'
import { newNote, openBlock } from '../../src/crypto/report-thread.ts'
import { openHead, openText, sealReport } from '../../src/crypto/report.ts'
import { newIdentity, open, seal } from '../../src/crypto/sealed.ts'
import { sealedSetDigest } from '../../src/crypto/sealed-set.ts'
import { unwrapIdentity, wrapIdentity } from '../../src/crypto/wrapped.ts'
import { frozenFile, readFrozenFile } from '../../src/counting/frozen-file.ts'
import { certificateText } from '../../src/counting/certificate-text.ts'
import { certificate } from '../../src/counting/certificate.ts'
import { INVALID_REASONS } from '../../src/counting/invalid-reasons.ts'
import { complete } from '../../src/instrument/answers.ts'
import { coreInstrument } from '../../src/instrument/batteries/core.ts'
import { octets, integer } from '../../src/crypto/blinded-value.ts'
import { modulusOfSpki } from '../support/blinder.ts'

const SECRET = 'AGE-SECRET-KEY-1QQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQ8H00W3'

/** Values that depend on nothing but the inputs. */
async function fixed(): Promise<Record<string, string>> {
  const digest = await digestOf({ wave: 'é😀', n: [1e21, 0.1, -0] })
  const rows = Array.from({ length: 1500 }, (_, i) => ({
    stratum: `s${i % 7}`, mode: 'web', language: 'nl', phase: String(i % 3),
    answers: complete(coreInstrument, Object.fromEntries(coreInstrument.items.filter((item) => !item.askedIf)
      .map((item, j) => [item.id, item.kind === 'several' ? [item.options[0]!] : item.options[(i + j) % item.options.length]!]))),
  }))
  const file = frozenFile(coreInstrument, rows, { wave: 'w', manifest: digest })
  const { microdata } = await readFrozenFile(file)
  const tally = { received: 1234, counted: 1234, duplicate: 0, invalid: Object.fromEntries(INVALID_REASONS.map((r) => [r, 0])) as never, strata: { a: 1234 } }
  const facts = { wave: 'W', strata: [{ id: 'a', area: 'a', drawn: 5000, issued: 1234 }], tally, sealedSet: { count: 0, digest }, frozenDigest: digest, destroyed: { waveKey: '2026-04-08' } }
  return {
    digest, check: checkCharacter('7K3M9QXX2F8T'), code: canonicalJson(parseCode(' o1i l-7k3m')), codeHash: await codeHash(digest, '7K3M9QXX2F8T1'),
    fingerprint: manifestFingerprint(digest), root: rowsRoot([{ id: 'b' }, { id: 'a' }]), audit: await auditHash(AUDIT_START, { act: 'x' }),
    set: (await sealedSetDigest([{ spent: new Uint8Array(32), sealed: new Uint8Array(9) }])).digest, spent: await spentDigest(base64url(new Uint8Array(32))),
    words: (await keySheet(SECRET)).words.join(' '), sheet: (await keySheet(SECRET)).fingerprint, frozen: hex(await sha256(file)), n: String(microdata.n),
    receipt: receiptWords(new Uint8Array(9).fill(3), 'nl').join(' '), locator: hex((await receiptKeys(new Uint8Array(9), new Uint8Array(16))).locator),
    nl: certificateText(certificate(facts), 'nl'), en: certificateText(certificate(facts), 'en'),
  }
}

/** A report told, answered and read back with the words. */
async function reported(identity: string, recipient: string): Promise<boolean> {
  const read = readReceipt(receiptWords(new Uint8Array(9).fill(3), 'en').join(' '))
  const keys = await receiptKeys('secret' in read ? read.secret : new Uint8Array(9), new Uint8Array(16))
  const signer = await newSigningKey()
  const list = { v: 1, municipality: 'm', number: 1, salt: base64url(new Uint8Array(16)), months: [{ month: '2026-03', recipient }] } as const
  await verifiedList(await signList(list, signer), { municipality: 'm' })
  const facts = { kinds: ['other'], area: '', spot: 'unknown', partOfDay: 'unknown', since: 'unknown', week: '2026-W10', language: 'nl' } as const
  const { head, text, thread } = await sealReport(facts, 'Hé 😀', { municipality: 'm', month: '2026-03', recipient }, keys)
  const opened = await openHead(head, identity)
  const reply = await sealMessage({ role: 'officer', sequence: 0, status: 'read', seen: 0, thread, previous: new Uint8Array(32), text: 'Dank u' }, keys.messageKey, [recipient, opened.recipient])
  const back = await openBlock(packBlock(await newNote('2026-03', thread, keys), [reply]), keys)
  return (await openText(text, opened, identity)) === 'Hé 😀' && back?.links[0]?.sound === true && back.links[0].message.text === 'Dank u'
}

/** Everything with random parts, there and back; a name for each step that came back right. */
async function thereAndBack(): Promise<string[]> {
  const done: string[] = []
  const passed = (name: string, right: boolean) => right && done.push(name)
  const { identity, recipient } = await newIdentity()
  const text = utf8('answers')
  passed('seal', hex(await open(await seal(text, recipient, 3328), identity)) === hex(text))
  passed('key sheet', canonicalJson(await readKeySheet((await keySheet(identity)).words.join(' '), recipient)) === canonicalJson({ identity }))
  passed('wrap', (await unwrapIdentity(await wrapIdentity(identity, 'a b c', 8), 'A-b c')) === identity)
  const edition = await newEditionKey()
  const rows = [{ id: 'a' }, { id: 'b' }]
  passed('edition', (await editionFault({}, rows, await sealEdition({}, rows, edition.privateKey), edition.publicKey)) === null)
  passed('report', await reported(identity, recipient))
  passed('codes', newCodes('0'.repeat(64), [3, 3]).flat().every(({ code }) => 'code' in parseCode(code)))
  // The signer by the schoolbook, so that the phone's two steps run here whatever the runtime signs with.
  const key = await newIssuerKey()
  const jwk = await crypto.subtle.exportKey('jwk', await crypto.subtle.importKey('pkcs8', key.pkcs8, { name: 'RSA-PSS', hash: 'SHA-384' }, true, ['sign']))
  const read = (part: string) => integer(Uint8Array.from(atob(part.replace(/-/g, '+').replace(/_/g, '/')), (c) => c.charCodeAt(0)))
  const { n } = await modulusOfSpki(key.spki)
  const blinding = await blind(key.spki)
  let [base, exponent, signature] = [read(blinding.blinded), read(jwk.d!), 1n]
  for (; exponent > 0n; exponent >>= 1n, base = (base * base) % n) if (exponent & 1n) signature = (signature * base) % n
  passed('credential', await verify(key.spki, await finalize(key.spki, blinding, octets(signature, 256))))
  return done
}

export async function onceRound(): Promise<{ fixed: Record<string, string>; done: string[] }> {
  return { fixed: await fixed(), done: await thereAndBack() }
}

export default { fetch: async (): Promise<Response> => Response.json(await onceRound()) }
