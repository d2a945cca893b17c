// The file of an earlier survey's microdata: columns and own weights as JSON, sealed to the archive key on the analyst's device.
// Separate from the frozen file of a count, which has no weights and is bound to a manifest; an import has neither letters nor count.
import { hex, sha256, utf8 } from '../crypto/digest.ts'
import { openFile } from '../crypto/sealed.ts'
import type { Microdata } from '../instrument/microdata.ts'
import { FrozenDiffers } from '../counting/freeze.ts'

/** The bytes of the plain file; every weight is a finite number above 0. */
export function importedFile({ n, labels, codes }: Microdata, weights: Float64Array): Uint8Array<ArrayBuffer> {
  const columns = Object.fromEntries(Object.entries(codes).map(([name, column]) => [name, Array.from(column)]))
  return utf8(JSON.stringify({ format: 'nulmeting imported survey 1', n, labels, codes: columns, weights: Array.from(weights) }))
}

/** Opens a sealed imported file; CannotOpen, or FrozenDiffers when its digest is another. */
export async function openImported(sealed: Uint8Array, identity: string, digest: string): Promise<{ microdata: Microdata; weights: Float64Array }> {
  const plain = await openFile(sealed, identity)
  if (hex(await sha256(plain)) !== digest) throw new FrozenDiffers('the imported survey is not the one that was registered')
  const { n, labels, codes, weights } = JSON.parse(new TextDecoder().decode(plain)) as {
    n: number; labels: Record<string, string[]>; codes: Record<string, number[]>; weights: number[]
  }
  const columns = Object.fromEntries(Object.entries(codes).map(([name, column]) => [name, Int16Array.from(column)]))
  return { microdata: { n, labels, codes: columns }, weights: Float64Array.from(weights) }
}
