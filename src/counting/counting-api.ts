// What a count needs from the server, as an interface, and the addresses behind it. Nothing here fetches: the console and the command
// line each bring their own way to send. Separate so that both count with the same lines.
import type { Manifest } from '../crypto/manifest.ts'
import type { PublishedInstrument } from '../instrument/instrument.ts'
import type { Certificate } from './certificate.ts'
import type { Tally } from './count.ts'

export interface SealedSet {
  count: number
  /** Hex. */
  digest: string
}

/** What is announced before an upload, and kept with the frozen wave. */
export interface CountAnnouncement {
  sealedSet: SealedSet
  /** Hex SHA-256 of the plain file. */
  digest: string
  /** Hex SHA-256 of the sealed bytes. */
  sealedDigest: string
  bytes: number
  /** Hex SHA-256 of each chunk. */
  chunks: string[]
  tally: Tally
}

/** Days (YYYY-MM-DD) on which people destroyed by hand what only they can destroy. */
export interface Attested {
  codeList?: string
  waveKey?: string
  keySheets?: string
}

export interface CountingApi {
  wave(): Promise<{ state: string; manifest: Manifest | null; frozen: CountAnnouncement | null; received: number | null }>
  instrument(hash: string): Promise<PublishedInstrument>
  /** age1... of the municipality. */
  archiveRecipient(): Promise<string>
  sealedPage(after: bigint): Promise<Uint8Array>
  openUpload(announced: CountAnnouncement): Promise<{ upload: string }>
  putChunk(upload: string, index: number, bytes: Uint8Array): Promise<void>
  finalize(upload: string): Promise<CountAnnouncement>
  frozenMeta(): Promise<CountAnnouncement>
  frozenChunk(index: number): Promise<Uint8Array>
  destroy(sealedSet: SealedSet, attested: Attested): Promise<Certificate>
}

/** Sends a request and answers the response; rejects for anything that is not a success. Bytes as octets, anything else as JSON. */
export type Send = (method: string, path: string, body?: Uint8Array | object) => Promise<Response>

/** The counting interface of one wave over HTTP. */
export function countingApi(send: Send, wave: string): CountingApi {
  const at = `/api/waves/${encodeURIComponent(wave)}`
  const json = async <T>(response: Promise<Response>) => (await (await response).json()) as T
  const octets = async (response: Promise<Response>) => new Uint8Array(await (await response).arrayBuffer())
  return {
    wave: () => json(send('GET', at)),
    instrument: (hash) => json(send('GET', `/api/instruments/${hash}`)),
    archiveRecipient: async () => (await json<{ archive: { recipient: string } }>(send('GET', '/api/keys'))).archive.recipient,
    sealedPage: (after) => octets(send('GET', `${at}/sealed?after=${after}`)),
    openUpload: (announced) => json(send('POST', `${at}/counts`, announced)),
    putChunk: async (upload, index, bytes) => void (await send('PUT', `${at}/counts/${upload}/${index}`, bytes)),
    finalize: (upload) => json(send('POST', `${at}/counts/${upload}/finalize`, {})),
    frozenMeta: () => json(send('GET', `${at}/frozen`)),
    frozenChunk: (index) => octets(send('GET', `${at}/frozen/${index}`)),
    destroy: (sealedSet, attested) => json(send('POST', `${at}/destroy`, { sealedSet, attested })),
  }
}
