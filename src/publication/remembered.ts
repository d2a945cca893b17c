// Editions that were read a moment ago: they never change, and their rows are half a megabyte to parse. Separate because it is only about
// speed: a page is the same without it. Absence and refusals are not remembered; a few editions a database are.
import type { Deps } from '../deps.ts'
import type { EditionDetail } from '../results/wire.ts'

const MOST = 12
const known = new WeakMap<object, Map<string, EditionDetail>>()

export async function remembered({ office }: Pick<Deps, 'office'>, municipality: string, id: string, read: () => Promise<EditionDetail>): Promise<EditionDetail> {
  const editions = known.get(office) ?? new Map<string, EditionDetail>()
  known.set(office, editions)
  const key = `${municipality} ${id}`
  const found = editions.get(key) ?? (await read())
  editions.delete(key)
  editions.set(key, found)
  if (editions.size > MOST) editions.delete(editions.keys().next().value!)
  return found
}
