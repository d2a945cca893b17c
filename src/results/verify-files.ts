// What an outsider checks of an edition, its wave and the audit chain, from files alone: seal, signatures, digests, sums, suppression and the
// order of acts. Pure; answers the first thing that does not fit. Separate from the command, so that tests attack it file by file.
import type { Cell } from '../analysis/edition.ts'
import { statementFault } from '../counting/certificate-statement.ts'
import { auditHash } from '../crypto/audit-hash.ts'
import { statementSigned } from '../crypto/certificate-seal.ts'
import { digestOf } from '../crypto/digest.ts'
import { changedRows, editionFault } from '../crypto/edition-seal.ts'
import { AUDIT_START } from '../crypto/audit-hash.ts'
import { MINIMUM_BASE } from '../disclosure/primary.ts'
import { toFive } from '../disclosure/rounding.ts'
import type { ChainFile, ChainLink } from '../audit/wire.ts'
import type { EditionDetail, WaveFile } from './wire.ts'

export interface Files {
  edition?: EditionDetail
  wave?: WaveFile
  audit?: ChainFile
  /** The edition key as the municipality made it public elsewhere (paper, minutes, website). */
  editionKey?: string
  /** An older head of the chain, written down elsewhere. */
  head?: { seq: number; digest: string }
}

/** The first thing that does not fit, in words; null when all that was given fits. */
export async function firstFault(files: Files): Promise<string | null> {
  const { edition, wave, audit } = files
  return (edition && (await faultOfEdition(edition, files.editionKey)))
    ?? (wave && (await faultOfWave(wave, files.editionKey)))
    ?? (audit && (await faultOfChain(audit, files.head)))
    ?? (edition && wave ? faultBetween(edition, wave) : undefined)
    ?? (wave && audit ? faultOfCount(wave, audit) : undefined)
    ?? (edition && audit ? faultOfPublishing(edition, audit) : undefined)
    ?? null
}

async function faultOfEdition(edition: EditionDetail, editionKey?: string): Promise<string | undefined> {
  const { head, rows, comparisons, did, root, signature, publicKey, leaves } = edition
  const all = [...rows, ...comparisons, ...did]
  const fault = await editionFault(head, all, { root, signature }, publicKey)
  if (fault === 'rows') {
    const [first] = (leaves && changedRows(all, leaves, root)) ?? []
    return first ? `edition: row ${first.id} is ${first.how === 'twice' ? 'there twice' : first.how}` : 'edition: the rows are not those of the root'
  }
  if (fault) return 'edition: the signature is not one over this head and these rows'
  if (editionKey !== undefined && editionKey !== publicKey) return 'edition: it is signed with another key than the one you gave'
  const small = all.find((row) => cellsOf(row).some((cell) => !('hidden' in cell) && cell.n < MINIMUM_BASE))
  return small && `edition: row ${small.id} shows a figure of fewer than ${MINIMUM_BASE} people`
}

function cellsOf(row: object): Cell[] {
  return (['cell', 'now', 'baseline'] as const).flatMap((name) => (name in row ? [(row as Record<string, Cell>)[name]!] : []))
}

async function faultOfWave({ manifest, frozen, statement, signed, keys }: WaveFile, editionKey?: string): Promise<string | undefined> {
  if (editionKey !== undefined && editionKey !== keys.edition.publicKey) return 'wave: its edition key is not the one you gave'
  if (manifest && (await digestOf(manifest)) !== statement.manifest) return 'wave: the manifest is not the one of the letters'
  if (manifest && manifest.wave !== statement.wave.id) return 'wave: the manifest is of another measurement'
  if (frozen.digest !== statement.frozen.digest || frozen.sealedDigest !== statement.frozen.sealedDigest) return 'wave: the frozen file is not the one of the certificate'
  if (JSON.stringify(frozen.sealedSet) !== JSON.stringify(statement.certificate.sealedSet)) return 'wave: the sealed answers that were counted are not those of the certificate'
  const fault = statementFault(statement)
  if (fault !== null) return `certificate: the numbers do not add up: ${fault}`
  for (const one of signed) {
    if (one.publicKey !== keys.edition.publicKey || !(await statementSigned(one.statement, one.signature, one.publicKey))) return `certificate ${one.number}: the signature is not one over this text`
    const told = JSON.stringify([one.statement.certificate, one.statement.frozen, one.statement.manifest])
    if (told !== JSON.stringify([statement.certificate, statement.frozen, statement.manifest])) return `certificate ${one.number}: what was signed is not what is shown`
  }
  return undefined
}

async function faultOfChain({ municipality, links, head }: ChainFile, known?: Files['head']): Promise<string | undefined> {
  let previous = AUDIT_START
  for (const [i, link] of links.entries()) {
    if (link.seq !== i + 1 || link.previous !== previous) return `audit: entry ${i + 1} does not follow from the one before`
    if (link.entry && (await auditHash(previous, { seq: link.seq, municipality, ...link.entry })) !== link.digest) return `audit: entry ${link.seq} was changed`
    if (known?.seq === link.seq && known.digest !== link.digest) return `audit: entry ${link.seq} is not the one that was written down`
    previous = link.digest
  }
  if (head.seq !== links.length || head.digest !== previous) return 'audit: the last entry is not the one the file names'
  return known && known.seq > links.length ? `audit: it ends at entry ${links.length}; ${known.seq} were there` : undefined
}

function faultBetween({ head, publicKey }: EditionDetail, { statement, keys }: WaveFile): string | undefined {
  if (head.wave.id !== statement.wave.id) return 'edition and wave: they are of two measurements'
  if (publicKey !== keys.edition.publicKey) return 'edition and wave: they name two edition keys'
  const figures = head.response.find(({ wave }) => wave === head.wave.id)
  if (figures && figures.responses !== toFive(statement.certificate.counted)) return 'edition and wave: another number of answers was counted than the edition rests on'
  if (figures && figures.invited !== toFive(statement.certificate.drawn)) return 'edition and wave: another number of people was invited than the edition says'
  return undefined
}

/** The open entries with their subjects read. */
function acts(audit: ChainFile): (ChainLink & { act: string; of: Record<string, unknown>; day: string })[] {
  return audit.links.flatMap((link) => (link.entry
    ? [{ ...link, act: link.entry.act, of: JSON.parse(link.entry.subject) as Record<string, unknown>, day: new Date(link.entry.at).toISOString().slice(0, 10) }]
    : []))
}

function faultOfCount({ statement }: WaveFile, audit: ChainFile): string | undefined {
  const { wave: { id }, frozen, certificate } = statement
  const mine = acts(audit).filter(({ of }) => of.wave === id)
  if (statement.municipality.id !== audit.municipality) return 'wave and audit: they are of two municipalities'
  const counted = mine.find(({ act, of }) => act === 'finalize-count' && of.digest === frozen.digest)
  if (!counted) return 'wave and audit: no count with this digest was written down'
  const gone = mine.find(({ act }) => act === 'destroy-intake: done')
  if (certificate.destroyed.intakeDatabase !== undefined && (!gone || gone.seq < counted.seq)) return 'wave and audit: that the answers were destroyed after the count was not written down'
  const at = audit.links.find(({ seq }) => seq === statement.audit.seq)
  if (at && at.digest !== statement.audit.digest) return `wave and audit: entry ${at.seq} is not the one the certificate names`
  return undefined
}

function faultOfPublishing({ id, root, head }: EditionDetail, audit: ChainFile): string | undefined {
  const published = acts(audit).find(({ act, of }) => act === 'publish-edition' && of.edition === id)
  if (!published) return 'edition and audit: that it was published was not written down'
  if (published.of.root !== root) return 'edition and audit: another root was published under this name'
  // A day is a local one, an instant is not: one day of play.
  if (Date.parse(head.date) < Date.parse(published.day) - 86_400_000) return `edition and audit: it bears the date ${head.date}, and was published on ${published.day}`
  return undefined
}
