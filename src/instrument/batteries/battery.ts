// A battery: one instrument with its words, in modules that a municipality may leave out or add. Modules are data, so that a choice is a
// list of names and the same choice always gives the same instrument, digest and all. Pure.
import type { Instrument, InstrumentText } from '../instrument.ts'
import type { Label } from '../summary.ts'

export interface Module {
  id: string
  title: Label
  /** What it is good for, in one sentence. */
  about: Label
  /** Blocks of items that come and go together. */
  blocks: readonly string[]
  /** always: weighing or routing needs it · standard: taken unless left out · added: only when asked for. */
  taken: 'always' | 'standard' | 'added'
}

export interface Battery {
  id: string
  /** Whom it is for: the kind of wave it can be used in. */
  kind: 'resident' | 'professional'
  title: Label
  /** Whose questions these are, and on what conditions others may use them. */
  source: Label
  /** With every module in it. */
  instrument: Instrument
  texts: readonly InstrumentText[]
  modules: readonly Module[]
}

/** The modules taken when nobody chooses. */
export function standardModules({ modules }: Battery): string[] {
  return modules.filter(({ taken }) => taken !== 'added').map(({ id }) => id)
}

/** The ids chosen that are no module of the battery. */
export function strangeModules({ modules }: Battery, chosen: readonly string[]): string[] {
  return chosen.filter((id) => !modules.some((module) => module.id === id))
}

/**
 * The instrument and texts of the chosen modules; those that are always taken need not be named. A scale that misses one of its items
 * goes, because another definition under the same name would be no comparison; so does a primary outcome that went, and all when one is left.
 */
export function withModules({ instrument, texts, modules }: Battery, chosen: readonly string[]): { instrument: Instrument; texts: InstrumentText[] } {
  const blocks = new Set(modules.filter(({ id, taken }) => taken === 'always' || chosen.includes(id)).flatMap((module) => module.blocks))
  const items = instrument.items.filter(({ block }) => blocks.has(block))
  const ids = new Set(items.map(({ id }) => id))
  const scales = instrument.scales.filter((scale) => scale.items.every(({ id }) => ids.has(id)))
  const reported = new Set([...ids, ...scales.map(({ id }) => id)])
  const { primary, ...rest } = instrument
  const left = primary?.filter((id) => reported.has(id)) ?? []
  return {
    instrument: { ...rest, items, scales, ...(left.length >= 2 ? { primary: left } : {}) },
    texts: texts.map((text) => ({ ...text, items: Object.fromEntries(Object.entries(text.items).filter(([id]) => ids.has(id))) })),
  }
}
