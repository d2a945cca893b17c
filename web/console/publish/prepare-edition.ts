// From what the server keeps to what may be published: opens the frozen waves with the archive key, hands them to the analysis with all
// earlier editions as the release ledger, and afterwards seals and signs. Runs in the publishing thread only; no I/O of its own beyond
// the given way to send, so that a test can run it against the real app.
import { openFrozen } from '../../../src/counting/freeze.ts'
import { countingApi } from '../../../src/counting/counting-api.ts'
import type { Send } from '../../../src/counting/counting-api.ts'
import { readFrozen } from '../../../src/counting/count-wave.ts'
import { buildEdition } from '../../../src/analysis/build-edition.ts'
import type { Audience, Edition, ImportedTable, MeasuredWave, Progress, Release } from '../../../src/analysis/edition.ts'
import { DEFAULT_RECIPE } from '../../../src/analysis/edition.ts'
import { base64url, utf8 } from '../../../src/crypto/digest.ts'
import { sealEdition } from '../../../src/crypto/edition-seal.ts'
import { sealFile } from '../../../src/crypto/sealed.ts'
import { itemHashes } from '../../../src/instrument/instrument.ts'
import type { EditionDetail, EditionPublished, EditionRequest, EditionSummary } from '../../../src/results/wire.ts'
import type { WaveFrame } from '../../../src/waves/wire.ts'

export interface Wanted {
  wave: string
  /** A counted wave, an imported table, or nothing to compare with. */
  baseline: { kind: 'wave' | 'table'; id: string } | null
  audience: Audience
  /** YYYY-MM-DD */
  date: string
}

/** Everything of an edition, still unpublished. Rejects like readFrozen, openFrozen and buildEdition. */
export async function prepareEdition(send: Send, wanted: Wanted, archiveIdentity: string, onProgress: Progress): Promise<Edition> {
  const json = async <T>(path: string) => await (await send('GET', path)).json() as T
  const frame = await json<WaveFrame>(`/api/waves/${encodeURIComponent(wanted.wave)}/frame`)
  onProgress(0, 3, 'open')
  const wave = await measured(send, frame, archiveIdentity)
  onProgress(1, 3, 'open')
  const baseline = await baselineOf(send, wanted.baseline, archiveIdentity)
  onProgress(2, 3, 'open')
  const earlier = await releases(json)
  onProgress(3, 3, 'open')
  return buildEdition({
    municipality: frame.municipality.id, wave, baseline, areas: frame.areas, boundaryYear: frame.boundaryYear, recipe: DEFAULT_RECIPE,
    plan: frame.plan, audience: wanted.audience, date: wanted.date, earlier, example: frame.municipality.example,
  }, onProgress)
}

async function baselineOf(send: Send, baseline: Wanted['baseline'], identity: string): Promise<MeasuredWave | ImportedTable | null> {
  if (baseline === null) return null
  if (baseline.kind === 'wave') {
    const response = await send('GET', `/api/waves/${encodeURIComponent(baseline.id)}/frame`)
    return measured(send, await response.json() as WaveFrame, identity)
  }
  const tables = await (await send('GET', '/api/imports')).json() as ImportedTable[]
  const table = tables.find(({ id }) => id === baseline.id)
  if (!table) throw new RangeError('prepareEdition requires an imported table that exists')
  return table
}

async function measured(send: Send, frame: WaveFrame, identity: string): Promise<MeasuredWave> {
  const { meta, bytes } = await readFrozen(countingApi(send, frame.wave.id))
  const { microdata } = await openFrozen(bytes, identity, meta.digest)
  const hashes = await Promise.all(frame.instruments.map(async (published) => [published.text.language, await itemHashes(published)] as const))
  const instrument = frame.instruments[0]?.instrument
  if (!instrument) throw new RangeError('prepareEdition requires a wave with a published instrument')
  const { id, label, starts, ends } = frame.wave
  return { kind: 'measured', id, label, starts, ends, microdata, instrument, strata: frame.strata, controlTotals: frame.controlTotals, itemHashes: Object.fromEntries(hashes) }
}

/** All that was ever published: nothing hidden there may become visible here. */
async function releases(json: <T>(path: string) => Promise<T>): Promise<Release[]> {
  const list = await json<EditionSummary[]>('/api/editions')
  return Promise.all(list.map(async ({ id }) => {
    const { head, rows } = await json<EditionDetail>(`/api/editions/${encodeURIComponent(id)}`)
    return { audience: head.audience, boundaryYear: head.boundaryYear, rows: rows.map(({ id: _, ...row }) => row) }
  }))
}

/** Seals the exact rows to the archive key, signs the rest and publishes it. */
export async function publishEdition(send: Send, edition: Edition, keys: { archiveRecipient: string; editionKey: string }): Promise<EditionPublished> {
  const { head, exact } = edition
  const rows = withIds('r', edition.rows)
  const comparisons = withIds('c', edition.comparisons)
  const did = withIds('d', edition.did)
  const sealed = await sealFile(utf8(JSON.stringify(exact)), [keys.archiveRecipient])
  // What is signed is what arrives: JSON knows no undefined.
  const parts = JSON.parse(JSON.stringify({ head, rows, comparisons, did })) as Pick<EditionRequest, 'head' | 'rows' | 'comparisons' | 'did'>
  const seal = await sealEdition(parts.head, [...parts.rows, ...parts.comparisons, ...parts.did], keys.editionKey)
  const response = await send('POST', '/api/editions', { ...parts, exact: base64url(sealed), ...seal })
  return await response.json() as EditionPublished
}

function withIds<Row>(prefix: string, rows: readonly Row[]): (Row & { id: string })[] {
  return rows.map((row, index) => ({ ...row, id: `${prefix}${String(index + 1).padStart(6, '0')}` }))
}
