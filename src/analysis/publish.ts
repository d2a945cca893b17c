// From frozen waves to a published edition, on the analyst's device: open, estimate, compare, suppress, seal the exact rows, sign, send.
// The same in console and command line; nothing here fetches. What leaves the device is published rows and sealed bytes.
import { readFrozen } from '../counting/count-wave.ts'
import type { CountingApi, Send } from '../counting/counting-api.ts'
import { countingApi } from '../counting/counting-api.ts'
import { openFrozen } from '../counting/freeze.ts'
import { base64url } from '../crypto/base64url.ts'
import { hex, utf8 } from '../crypto/digest.ts'
import { sealEdition } from '../crypto/edition-seal.ts'
import { sealFile } from '../crypto/sealed.ts'
import { itemHashes } from '../instrument/instrument.ts'
import type { PublishedInstrument } from '../instrument/instrument.ts'
import { buildEdition } from './build-edition.ts'
import { DEFAULT_RECIPE } from './edition.ts'
import type { Audience, ControlTotal, Area, Edition, EditionInput, ImportedTable, MeasuredWave, OptionWords, Plan, Progress, Release, Stratum } from './edition.ts'
import { openImported } from './imported-file.ts'
import { editionKeyOf } from './edition-key.ts'

/** What the server says about a wave besides its microdata (GET /api/waves/:wave/frame). */
export interface Frame {
  municipality: { id: string; name: string; example: boolean }
  wave: { id: string; label: string; starts: string; ends: string; kind: string }
  boundaryYear: number
  areas: readonly Area[]
  strata: readonly Stratum[]
  controlTotals: readonly ControlTotal[]
  instruments: readonly PublishedInstrument[]
  itemHashes: MeasuredWave['itemHashes'] | null
  instrument: PublishedInstrument['instrument'] | null
  plan: Plan
}

type PublishedParts = { [Part in 'rows' | 'comparisons' | 'did']: readonly (Edition[Part][number] & { id: string })[] }

export interface PublishingApi {
  frame(wave: string): Promise<Frame>
  frozen(wave: string): Pick<CountingApi, 'frozenMeta' | 'frozenChunk'>
  tables(): Promise<readonly ImportedTable[]>
  /** Every edition so far, for the release ledger. */
  earlier(): Promise<readonly Release[]>
  archiveRecipient(): Promise<string>
  publish(edition: PublishedParts & { head: Edition['head']; exact: string; root: string; signature: string }): Promise<{ edition: string; number: number }>
}

/** The publishing interface over HTTP. */
export function publishingApi(send: Send): PublishingApi {
  const json = async <T>(response: Promise<Response>) => (await (await response).json()) as T
  return {
    frame: (wave) => json(send('GET', `/api/waves/${encodeURIComponent(wave)}/frame`)),
    frozen: (wave) => countingApi(send, wave),
    tables: () => json(send('GET', '/api/imports')),
    async earlier() {
      const summaries = await json<{ id: string }[]>(send('GET', '/api/editions'))
      return Promise.all(summaries.map(async ({ id }) => {
        const { head, rows } = await json<Pick<Edition, 'head' | 'rows'>>(send('GET', `/api/editions/${id}`))
        return { audience: head.audience, boundaryYear: head.boundaryYear, rows }
      }))
    },
    archiveRecipient: async () => (await json<{ archive: { recipient: string } }>(send('GET', '/api/keys'))).archive.recipient,
    publish: (edition) => json(send('POST', '/api/editions', edition)),
  }
}

/** What the analyst's key sheets hold. Without an edition key of its own, it is the one that follows from the archive key. */
export interface PublishingKeys {
  /** AGE-SECRET-KEY-1... */
  archive: string
  /** base64url PKCS #8 of an Ed25519 key. */
  edition?: string
}

export interface PublishOptions {
  wave: string
  /** Id of a wave or of an imported table; null for the first measurement. */
  baseline: string | null
  audience: Audience
  /** Day of publication, YYYY-MM-DD. */
  date: string
  /** Item id -> the finest level shown, where it is not the audience's own. */
  finest?: EditionInput['finest']
  recipe?: EditionInput['recipe']
  onProgress?: Progress
}

/** Builds the edition without sending it: what `publishWave` publishes, and what the console shows before. */
export async function draftEdition(api: PublishingApi, keys: Pick<PublishingKeys, 'archive'>, options: PublishOptions): Promise<Edition> {
  const frame = await api.frame(options.wave)
  const wave = await measuredWave(api, frame, keys.archive)
  const baseline = options.baseline === null ? null : await baselineOf(api, options.baseline, keys.archive)
  return buildEdition({
    municipality: frame.municipality.name, wave, baseline, areas: frame.areas, boundaryYear: frame.boundaryYear, plan: frame.plan,
    recipe: options.recipe ?? DEFAULT_RECIPE, audience: options.audience, date: options.date, ...(options.finest ? { finest: options.finest } : {}),
    earlier: await api.earlier(), example: frame.municipality.example,
  }, options.onProgress)
}

/** Signs and sends an edition. Exact rows go along sealed to the archive key. */
export async function sendEdition(api: PublishingApi, keys: PublishingKeys, edition: Edition): Promise<{ edition: string; number: number }> {
  const parts: PublishedParts = { rows: edition.rows.map(named), comparisons: edition.comparisons.map(named), did: edition.did.map(named) }
  // What is signed is what JSON carries: absent members are not there on the other side either.
  const plain = JSON.parse(JSON.stringify({ ...parts, head: edition.head })) as PublishedParts & { head: Edition['head'] }
  const privateKey = keys.edition ?? (await editionKeyOf(keys.archive)).privateKey
  const seal = await sealEdition(plain.head, [...plain.rows, ...plain.comparisons, ...plain.did], privateKey)
  const exact = await sealFile(utf8(JSON.stringify(edition.exact)), [await api.archiveRecipient()])
  return api.publish({ ...plain, ...seal, exact: base64url(exact) })
}

/** Both steps. */
export async function publishWave(api: PublishingApi, keys: PublishingKeys, options: PublishOptions): Promise<{ edition: string; number: number }> {
  return sendEdition(api, keys, await draftEdition(api, keys, options))
}

/** A random id, so that the order of the sealed rows says nothing. */
function named<Part extends object>(part: Part): Part & { id: string } {
  return { id: hex(crypto.getRandomValues(new Uint8Array(8))), ...part }
}

async function baselineOf(api: PublishingApi, id: string, archiveIdentity: string): Promise<EditionInput['baseline']> {
  const table = (await api.tables()).find((one) => one.id === id)
  if (table) return table
  return measuredWave(api, await api.frame(id), archiveIdentity)
}

/** A counted or imported wave, opened with the archive key. Throws what opening throws. */
export async function measuredWave(api: Pick<PublishingApi, 'frozen'>, frame: Frame, archiveIdentity: string): Promise<MeasuredWave> {
  const { id, label, starts, ends } = frame.wave
  const { meta, bytes } = await readFrozen(api.frozen(id))
  const about = { kind: 'measured' as const, id, label, starts, ends, strata: frame.strata }
  if (frame.instrument && frame.itemHashes) {
    const { microdata, weights } = await openImported(bytes, archiveIdentity, meta.digest)
    return { ...about, microdata, weights, instrument: frame.instrument, controlTotals: [], itemHashes: frame.itemHashes }
  }
  const { microdata } = await openFrozen(bytes, archiveIdentity, meta.digest)
  const hashes = await Promise.all(frame.instruments.map(async (one) => [one.text.language, await itemHashes(one)] as const))
  return { ...about, microdata, instrument: frame.instruments[0]!.instrument, controlTotals: frame.controlTotals, itemHashes: Object.fromEntries(hashes), optionWords: optionWords(frame.instruments), questions: questions(frame.instruments) }
}

/** The words of every answer, as published. */
function optionWords(instruments: readonly PublishedInstrument[]): OptionWords {
  return Object.fromEntries(instruments.map(({ text }) => [text.language, Object.fromEntries(Object.entries(text.items).map(([item, { options }]) => [item, options]))]))
}

/** Every question in full, as published. */
function questions(instruments: readonly PublishedInstrument[]): NonNullable<MeasuredWave['questions']> {
  return Object.fromEntries(instruments.map(({ text }) => [text.language, Object.fromEntries(Object.entries(text.items).map(([item, { question }]) => [item, question]))]))
}
