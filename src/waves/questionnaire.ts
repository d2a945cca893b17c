// The questionnaire of a wave: a battery in chosen modules and languages, or instruments published before. Stored under their digests.
// Separate from defining a wave because the console chooses it in a step of its own.
import { inArray } from 'drizzle-orm'
import type { Deps } from '../deps.ts'
import { batteries, findBattery } from '../instrument/batteries/batteries.ts'
import { standardModules, strangeModules, withModules } from '../instrument/batteries/battery.ts'
import type { PublishedInstrument } from '../instrument/instrument.ts'
import { storeInstrument } from '../instruments/store-instrument.ts'
import { instruments } from '../instruments/table.ts'
import { problem } from '../problem.ts'

export interface QuestionnaireChoice {
  battery: string
  /** Ids of modules; the standard ones when left out. */
  modules?: readonly string[] | undefined
  languages: readonly string[]
  primaryOutcomes: readonly string[]
}

/** The battery in the languages asked for, one published instrument each; throws invalid-plan naming what is not there. */
export function chosenInstruments({ battery: id, modules, languages, primaryOutcomes }: QuestionnaireChoice): PublishedInstrument[] {
  const battery = findBattery(id)
  if (!battery) throw problem('invalid-plan', { where: `battery (there are: ${batteries.map((one) => one.id).join(', ')})` })
  const taken = modules ?? standardModules(battery)
  const strange = strangeModules(battery, taken)
  if (strange.length > 0) throw problem('invalid-plan', { where: `modules (there are: ${battery.modules.map((one) => one.id).join(', ')})` })
  if (!battery.modules.some((one) => one.taken !== 'always' && taken.includes(one.id))) throw problem('invalid-plan', { where: 'modules: take at least one' })
  const { instrument, texts } = withModules(battery, taken)
  const known = new Set([...instrument.items, ...instrument.scales].map((one) => one.id))
  const absent = primaryOutcomes.find((outcome) => !known.has(outcome))
  if (absent !== undefined) throw problem('invalid-plan', { where: `primaryOutcomes: ${absent} is no item or scale of the questionnaire` })
  return [...new Set(languages)].map((language) => {
    const text = texts.find((one) => one.language === language)
    if (!text) throw problem('invalid-plan', { where: `languages (there are: ${texts.map((one) => one.language).join(', ')})` })
    return { instrument, text }
  })
}

/** Stores what was chosen; answers the digest by language. */
export async function storedInstruments(deps: Pick<Deps, 'office'>, choice: QuestionnaireChoice): Promise<Record<string, string>> {
  const published = chosenInstruments(choice)
  return Object.fromEntries(await Promise.all(published.map(async (one) => [one.text.language, await storeInstrument(deps, one)] as const)))
}

/** Digests that were published before, as they are; throws unknown-instrument when one is not there in its language. */
export async function knownInstruments({ office }: Pick<Deps, 'office'>, given: Readonly<Record<string, string>>): Promise<Record<string, string>> {
  const found = await office.read.select({ hash: instruments.hash, language: instruments.language }).from(instruments).where(inArray(instruments.hash, Object.values(given)))
  const absent = Object.entries(given).find(([language, hash]) => !found.some((one) => one.hash === hash && one.language === language))
  if (absent || found.length === 0) throw problem('unknown-instrument')
  return given
}
