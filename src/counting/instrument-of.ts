// The one instrument of a wave, out of what was published per language, checked against the manifest. Separate because the count must
// not open anything with a questionnaire that the letters did not bind.
import { canonicalJson } from '../crypto/digest.ts'
import type { Manifest } from '../crypto/manifest.ts'
import { instrumentHash } from '../instrument/instrument.ts'
import type { Instrument, PublishedInstrument } from '../instrument/instrument.ts'

/** A published instrument is missing, altered, or differs between languages. */
export class InstrumentsDiffer extends Error {
  override name = 'InstrumentsDiffer'
}

/** The wave's instrument; InstrumentsDiffer names the language at fault. */
export async function instrumentOf(manifest: Manifest, published: readonly PublishedInstrument[]): Promise<Instrument> {
  const hashes = new Map<string, Instrument>()
  for (const one of published) hashes.set(await instrumentHash(one), one.instrument)
  const found = Object.entries(manifest.instruments).map(([language, hash]) => {
    const instrument = hashes.get(hash)
    if (!instrument) throw new InstrumentsDiffer(`the instrument in ${language} is not the one of the manifest`)
    return { language, instrument }
  })
  const [first, ...others] = found
  if (!first) throw new InstrumentsDiffer('the manifest names no instrument')
  const items = canonicalJson(plain(first.instrument.items))
  const other = others.find(({ instrument }) => canonicalJson(plain(instrument.items)) !== items)
  if (other) throw new InstrumentsDiffer(`the items in ${other.language} are not those in ${first.language}`)
  return first.instrument
}

/** Without absent members, which JSON does not know. */
function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value))
}
