// The core battery for residents: 22 questions for somebody never unsafe, afraid or under pressure, 28 with every branch.
// Own items; families and order of themes follow survey practice on neighbourhood safety (Veiligheidsmonitor families,
// frequency questions on fear after Farrall and Gadd, trust after the European Social Survey), wording is ours.
// Members of the families that press others are invited too: no item points at anybody.
import type { FearDefinition } from '../functional-fear.ts'
import type { Instrument } from '../instrument.ts'
import { DONT_KNOW, PREFER_NOT, SKIPPED } from '../item.ts'
import type { Item } from '../item.ts'
import type { Scale } from '../scale.ts'
import { coreScaleSummaries, coreSummaries } from './core-summaries.ts'

const upTo = (last: number): number[] => Array.from({ length: last }, (_, index) => index + 1)
const item = (block: string, id: string, options: readonly number[], more: Partial<Item> = {}): Item =>
  ({ id, block, kind: 'one', options, ...more, summary: coreSummaries[id]! })

const agree = upTo(5) // 1 fully agree ... 5 fully disagree
const amount = upTo(3) // a lot, a little, none
const afraidBefore = { item: 'afraid', in: [2, 3, 4] }

const items: readonly Item[] = [
  item('living', 'liveMark', [0, ...upTo(10)], { kind: 'mark' }),
  item('living', 'liveGladly', agree),
  item('living', 'helpEachOther', agree),
  item('living', 'speakUp', agree),

  item('nuisance', 'litter', amount),
  item('nuisance', 'rowdy', amount),
  item('nuisance', 'traffic', amount),

  item('safety', 'unsafe', upTo(4)), // never, rarely, sometimes, often
  item('safety', 'unsafeHere', upTo(4), {
    askedIf: { item: 'unsafe', in: [2, 3, 4] },
    // never anywhere is never here, and who would not say the one was not asked the other: the base is everyone
    implied: [1, SKIPPED, DONT_KNOW, PREFER_NOT].map((code) => ({ code, if: { item: 'unsafe', in: [code] } })),
  }),
  item('safety', 'darkOutside', upTo(5)), // very safe ... very unsafe, 5 never do that
  item('safety', 'detour', amount), // often, sometimes, never

  item('fear', 'afraid', upTo(4)), // no, once, 2 or 3 times, more often
  item('fear', 'fearDegree', upTo(3), { askedIf: afraidBefore }),
  item('fear', 'fearDid', upTo(7), { kind: 'several', exclusive: 7, askedIf: afraidBefore }),
  item('fear', 'fearLife', upTo(3), { askedIf: afraidBefore }), // yes, a little, no

  item('pressure', 'seenPressure', upTo(3)), // never, once, more often
  item('pressure', 'ownPressure', upTo(3)),
  item('pressure', 'silence', agree),
  item('pressure', 'told', upTo(8), {
    kind: 'several',
    exclusive: 8,
    askedIf: { any: [{ item: 'seenPressure', in: [2, 3] }, { item: 'ownPressure', in: [2, 3] }] },
  }),
  // told somebody, or nobody, but none of those who can act on it
  item('pressure', 'whyNot', upTo(8), {
    kind: 'several',
    askedIf: { all: [{ item: 'told', in: [1, 2, 7, 8] }, { not: { item: 'told', in: [3, 4, 5, 6] } }] },
  }),

  item('trust', 'trustMunicipality', agree),
  item('trust', 'trustPolice', agree),
  item('trust', 'fairTreatment', agree),

  item('closing', 'changed', upTo(4)), // better, the same, worse, 4 did not live here
  item('closing', 'age', upTo(4)), // 18-34, 35-54, 55-74, 75+
  item('closing', 'sex', upTo(3)), // man, woman, other
  item('closing', 'years', upTo(4)), // under 1, 1 to 5, 5 to 10, 10 or more
  item('closing', 'watched', upTo(2)), // 1 could answer unwatched, 2 could not
]

const agreement = (id: string) => ({ id, reverse: true, min: 1, max: 5 })

const scales: readonly Scale[] = [
  {
    id: 'living',
    items: [{ id: 'liveMark', reverse: false, min: 0, max: 10 }, agreement('liveGladly'), agreement('helpEachOther')],
    minimumValid: 2,
    summary: coreScaleSummaries.living!,
  },
  {
    id: 'safety', // "never do that" has no place between safe and unsafe: outside min..max, so it does not count
    items: [
      { id: 'unsafeHere', reverse: true, min: 1, max: 4 },
      { id: 'darkOutside', reverse: true, min: 1, max: 4 },
      { id: 'detour', reverse: false, min: 1, max: 3 },
      { id: 'afraid', reverse: true, min: 1, max: 4 },
    ],
    minimumValid: 3,
    summary: coreScaleSummaries.safety!,
  },
  {
    id: 'trust',
    items: [agreement('trustMunicipality'), agreement('trustPolice'), agreement('fairTreatment')],
    minimumValid: 2,
    summary: coreScaleSummaries.trust!,
  },
  {
    id: 'pressure', // high is much pressure
    items: [
      { id: 'seenPressure', reverse: false, min: 1, max: 3 },
      { id: 'ownPressure', reverse: false, min: 1, max: 3 },
      agreement('silence'),
    ],
    minimumValid: 2,
    summary: coreScaleSummaries.pressure!,
  },
]

export const coreInstrument: Instrument = {
  id: 'core',
  version: 1,
  items,
  scales,
  primary: ['unsafeHere', 'living', 'pressure', 'trust'],
}

/**
 * Worried: sometimes or often unsafe here. Episode: afraid in the past year. Precaution: another way, or staying at home
 * (what people did in an episode decides nothing: with an episode they are past "anxious" already).
 */
export const coreFear: FearDefinition = {
  worried: { column: 'unsafeHere', in: [3, 4] },
  episode: { column: 'afraid', in: [2, 3, 4] },
  precaution: { column: 'detour', in: [1, 2] },
  loss: { column: 'fearLife', in: [1, 2] },
}
