// The batteries a wave can be defined with, by id. Separate because adding one is a line here and a folder of words, nothing else.
import { problem } from '../problem.ts'
import { coreEn } from '../instrument/batteries/core-en.ts'
import { coreNl } from '../instrument/batteries/core-nl.ts'
import { coreInstrument } from '../instrument/batteries/core.ts'
import type { Instrument, InstrumentText, PublishedInstrument } from '../instrument/instrument.ts'

interface Battery {
  instrument: Instrument
  texts: readonly InstrumentText[]
}

const batteries: Readonly<Record<string, Battery>> = {
  core: { instrument: coreInstrument, texts: [coreNl, coreEn] },
}

/** The battery in the languages asked for, one published instrument each; throws invalid-plan naming what is not there. */
export function batteryIn(id: string, languages: readonly string[]): PublishedInstrument[] {
  const battery = Object.hasOwn(batteries, id) ? batteries[id]! : undefined
  if (!battery) throw problem('invalid-plan', { where: `battery (there are: ${Object.keys(batteries).join(', ')})` })
  return [...new Set(languages)].map((language) => {
    const text = battery.texts.find((one) => one.language === language)
    if (!text) throw problem('invalid-plan', { where: `languages (there are: ${battery.texts.map((one) => one.language).join(', ')})` })
    return { instrument: battery.instrument, text }
  })
}
