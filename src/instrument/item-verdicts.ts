// Before anything is fixed: which questions of a new questionnaire are those of an earlier one, item by item and language by language. By item
// hashes alone; separate from comparability.ts, which judges counted waves with their modes and languages.
import { itemHashes } from './instrument.ts'
import type { PublishedInstrument } from './instrument.ts'

/** same: the same words in every language both have · reworded: other words, answers or routing in at least one · new, gone: only one has it. */
export type ItemChange = 'same' | 'reworded' | 'new' | 'gone'

export interface ItemVerdict {
  id: string
  /** As the new questionnaire asks it in the first language given; as the earlier one did when it is gone. */
  question: string
  change: ItemChange
  /** Languages in which the question differs. */
  languages: readonly string[]
}

/** Verdict per item, in the order of the new questionnaire, what is gone last. Without a common language nothing is the same. */
export async function itemVerdicts(earlier: readonly PublishedInstrument[], now: readonly PublishedInstrument[]): Promise<ItemVerdict[]> {
  const [before, after] = await Promise.all([hashed(earlier), hashed(now)])
  const both = Object.keys(after).filter((language) => language in before)
  const question = (side: readonly PublishedInstrument[], id: string) => side.find(({ text }) => id in text.items)!.text.items[id]!.question
  const [ids, known] = [idsOf(now), idsOf(earlier)]
  const kept = ids.map((id): ItemVerdict => {
    if (!known.includes(id)) return { id, question: question(now, id), change: 'new', languages: [] }
    const languages = both.length === 0 ? Object.keys(after) : both.filter((language) => before[language]![id] !== after[language]![id])
    return { id, question: question(now, id), change: languages.length === 0 ? 'same' : 'reworded', languages }
  })
  return [...kept, ...known.filter((id) => !ids.includes(id)).map((id): ItemVerdict => ({ id, question: question(earlier, id), change: 'gone', languages: [] }))]
}

const idsOf = (side: readonly PublishedInstrument[]) => [...new Set(side.flatMap(({ instrument }) => instrument.items.map(({ id }) => id)))]

async function hashed(side: readonly PublishedInstrument[]): Promise<Record<string, Record<string, string>>> {
  return Object.fromEntries(await Promise.all(side.map(async (one) => [one.text.language, await itemHashes(one)] as const)))
}
