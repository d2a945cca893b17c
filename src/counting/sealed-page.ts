// A page of sealed rows as bytes: what the server sends to the device that counts. One file for both ends.
//
// layout, per row: key 8 (big endian) | spent digest 32 | length 4 (big endian) | sealed bytes
// The length travels along so that a row somebody slipped in with another size is counted as invalid instead of breaking the page.
import type { SealedRow } from '../crypto/sealed-set.ts'

/** A sealed row with the random key it is stored under. */
export interface KeyedRow extends SealedRow {
  id: bigint
}

const HEAD = 8 + 32 + 4

/** The page is cut off or not one. */
export class PageMalformed extends Error {
  override name = 'PageMalformed'
}

/** Rows as bytes; none gives none. */
export function packSealed(rows: readonly KeyedRow[]): Uint8Array<ArrayBuffer> {
  const page = new Uint8Array(rows.reduce((length, row) => length + HEAD + row.sealed.length, 0))
  const view = new DataView(page.buffer)
  let offset = 0
  for (const { id, spent, sealed } of rows) {
    view.setBigUint64(offset, id)
    page.set(spent, offset + 8)
    view.setUint32(offset + 40, sealed.length)
    page.set(sealed, offset + HEAD)
    offset += HEAD + sealed.length
  }
  return page
}

/** The rows of a page; PageMalformed when it is cut off. */
export function unpackSealed(page: Uint8Array): KeyedRow[] {
  const view = new DataView(page.buffer, page.byteOffset, page.byteLength)
  const rows: KeyedRow[] = []
  for (let offset = 0; offset < page.length;) {
    if (offset + HEAD > page.length) throw new PageMalformed('a row is cut off')
    const end = offset + HEAD + view.getUint32(offset + 40)
    if (end > page.length) throw new PageMalformed('a row is cut off')
    rows.push({ id: view.getBigUint64(offset), spent: page.slice(offset + 8, offset + 40), sealed: page.slice(offset + HEAD, end) })
    offset = end
  }
  return rows
}
