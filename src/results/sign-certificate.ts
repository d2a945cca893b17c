// Keeps a certificate that an analyst's device signed: only when it says what the service itself says now, under the registered edition key.
// Separate from the certificate, which is made at the count: the key that signs is never here.
import { and, eq, sql } from 'drizzle-orm'
import type { Actor } from '../audit/entry.ts'
import { audit } from '../audit/table.ts'
import { writeAudited } from '../audit/write-audited.ts'
import type { CertificateStatement } from '../counting/certificate-statement.ts'
import { statementSigned } from '../crypto/certificate-seal.ts'
import { canonicalJson, hex } from '../crypto/digest.ts'
import type { Deps } from '../deps.ts'
import { problem } from '../problem.ts'
import { certificateStatement } from './certificate-statement.ts'
import { keysOf } from './register-keys.ts'
import type { CertificateSignature } from './wire.ts'

/** Answers the number. Throws unknown-wave, not-found, keys-missing, edition-refused. */
export async function signCertificate(deps: Pick<Deps, 'office' | 'clock'>, actor: Actor, wave: string, { statement, signature }: CertificateSignature): Promise<{ number: number }> {
  const now = await certificateStatement(deps, actor.municipality, wave)
  // Other acts may have come between: the head has to be one of the chain, the rest has to be what it is now.
  const { audit: head, date } = statement
  if (!(await inChain(deps, actor.municipality, head)) || canonicalJson({ ...now, audit: head, date }) !== canonicalJson(statement) || date > now.date) {
    throw problem('edition-refused', { where: 'that nothing changed meanwhile: load the certificate again' })
  }
  const { edition: { publicKey } } = await keysOf(deps, actor.municipality)
  if (!(await statementSigned(statement, signature, publicKey))) throw problem('edition-refused', { where: 'the signature: it is not of the registered edition key' })
  const [inserted] = await writeAudited(deps, { ...actor, act: 'sign-certificate', subject: { wave, signature } }, [
    sql`INSERT INTO signed_certificates (wave, number, statement, signature, public_key)
        SELECT ${wave}, 1 + coalesce((SELECT max(number) FROM signed_certificates WHERE wave = ${wave}), 0), ${JSON.stringify(statement)}, ${signature}, ${publicKey} RETURNING number`,
  ])
  return { number: inserted![0]!.number as number }
}

async function inChain({ office }: Pick<Deps, 'office'>, municipality: string, { seq, digest }: CertificateStatement['audit']): Promise<boolean> {
  const [entry] = await office.read.select({ digest: audit.digest }).from(audit).where(and(eq(audit.municipality, municipality), eq(audit.seq, seq)))
  return entry !== undefined && hex(entry.digest) === digest
}
