// Waves for the analysis tests: thirteen areas of the core battery with answers drawn by a small seeded generator, a
// planted change where a test asks for one. Builders, so that a test only says what it is about.
import { coreInstrument } from '../../src/instrument/batteries/core.ts'
import { toMicrodata } from '../../src/instrument/microdata.ts'
import type { Row } from '../../src/instrument/microdata.ts'
import type { Answers } from '../../src/instrument/answers.ts'
import { DEFAULT_RECIPE } from '../../src/analysis/edition.ts'
import type { Area, ControlTotal, EditionInput, MeasuredWave, Stratum } from '../../src/analysis/edition.ts'

export const AREAS: readonly Area[] = Array.from({ length: 13 }, (_, index) => ({
  id: `w${index}`, name: `Wijk ${index}`, role: index < 3 ? 'focus' as const : index < 12 ? 'comparison' as const : 'other' as const,
  district: index % 2 === 0 ? 'oost' : 'west',
}))

const PEOPLE = AREAS.map((_, index) => (index < 3 ? 1600 : index < 12 ? 1500 : 60))
const ANSWERING = AREAS.map((_, index) => (index < 3 ? 370 : index < 12 ? 200 : 7))

/** Uniform numbers from a seed (Lehmer). */
export function generator(seed: number): () => number {
  let state = (seed * 7919 + 1) % 2147483647
  return () => (state = (state * 48271) % 2147483647) / 2147483647
}

export interface Planted {
  seed: number
  /** Chance to feel unsafe here, sometimes or often, per area index. */
  unsafeHere?: (area: number) => number
  /** Chance to refuse to say whether one was pressed oneself. */
  refuse?: (area: number) => number
  /** Respondents per area index, given the usual number. */
  answering?: (area: number, usual: number) => number
  id?: string
  hashes?: Readonly<Record<string, string>>
}

export function aWave({ seed, unsafeHere = () => 0.3, refuse = () => 0.06, answering = (_, usual) => usual, id = `wave${seed}`, hashes = {} }: Planted): MeasuredWave {
  const random = generator(seed)
  const pick = (options: readonly number[], chance: readonly number[]): number => {
    let left = random()
    return options.find((_, index) => (left -= chance[index] ?? 0) < 0) ?? options[options.length - 1]!
  }
  const agree = (yes: number): number => pick([1, 2, 3, 4, 5, 98], [yes / 2, yes / 2, 0.2, (0.78 - yes) / 2, (0.78 - yes) / 2, 0.02])
  const rows = AREAS.flatMap((area, index) => Array.from({ length: answering(index, ANSWERING[index]!) }, (): Row => {
    const unsafe = unsafeHere(index)
    const feels = random() < unsafe ? pick([3, 4], [0.7, 0.3]) : pick([1, 2], [0.6, 0.4])
    const afraid = random() < unsafe * 0.6
    const pressed = random() < 0.12
    const answers: Answers = {
      liveMark: pick([4, 5, 6, 7, 8, 9], [0.1, 0.15, 0.2, 0.25, 0.2, 0.1]), liveGladly: agree(0.6), helpEachOther: agree(0.5), speakUp: agree(0.3),
      litter: pick([1, 2, 3], [0.3, 0.4, 0.3]), rowdy: pick([1, 2, 3], [0.25, 0.4, 0.35]), traffic: pick([1, 2, 3], [0.3, 0.4, 0.3]),
      unsafe: feels, unsafeHere: feels, darkOutside: pick([1, 2, 3, 4, 5], [0.25, 0.3, 0.2, 0.15, 0.1]), detour: pick([1, 2, 3], [0.1, 0.3, 0.6]),
      afraid: afraid ? pick([2, 3, 4], [0.5, 0.3, 0.2]) : 1, fearDegree: pick([1, 2, 3], [0.3, 0.4, 0.3]), fearDid: [pick([1, 2, 3, 7], [0.3, 0.3, 0.2, 0.2])],
      fearLife: pick([1, 2, 3], [0.2, 0.3, 0.5]), seenPressure: pick([1, 2, 3, 98], [0.6, 0.25, 0.13, 0.02]),
      ownPressure: random() < refuse(index) ? 99 : pressed ? 2 : 1, silence: agree(0.35), told: [pick([2, 3, 5, 8], [0.3, 0.2, 0.2, 0.3])],
      whyNot: [pick([1, 2, 3], [0.5, 0.3, 0.2])], trustMunicipality: agree(0.4), trustPolice: agree(0.45), fairTreatment: agree(0.5),
      changed: pick([1, 2, 3, 4], [0.2, 0.5, 0.2, 0.1]), age: pick([1, 2, 3, 4, 99], [0.2, 0.33, 0.33, 0.12, 0.02]), sex: pick([1, 2, 3], [0.48, 0.51, 0.01]),
      years: pick([1, 2, 3, 4], [0.1, 0.25, 0.25, 0.4]), watched: pick([1, 2], [0.9, 0.1]),
    }
    return { stratum: area.id, mode: random() < 0.8 ? 'web' : 'paper', language: random() < 0.9 ? 'nl' : 'en', phase: 'letter', answers }
  }))
  const strata: Stratum[] = AREAS.map((area, index) => ({ id: area.id, area: area.id, population: PEOPLE[index]!, invited: Math.min(PEOPLE[index]!, ANSWERING[index]! * 4) }))
  const controlTotals: ControlTotal[] = AREAS.flatMap((area, index) => [1, 2, 3, 4].flatMap((age) => [1, 2].map((sex) => ({
    area: area.id, age, sex, population: PEOPLE[index]! * [0.3, 0.3, 0.28, 0.12][age - 1]! / 2,
  }))))
  const itemHashes = Object.fromEntries(['nl', 'en'].map((language) => [language, Object.fromEntries(coreInstrument.items.map((item) => [item.id, hashes[item.id] ?? `${language}-${item.id}`]))]))
  return { kind: 'measured', id, label: id, starts: '2026-03-01', ends: '2026-04-01', microdata: toMicrodata(coreInstrument, rows), instrument: coreInstrument, strata, controlTotals, itemHashes }
}

export function anInput(change: Partial<EditionInput> & Pick<EditionInput, 'wave' | 'baseline'>): EditionInput {
  return {
    municipality: 'Voorbeeldstad', areas: AREAS, boundaryYear: 2026, recipe: DEFAULT_RECIPE,
    plan: { primary: ['unsafeHere', 'living', 'pressure', 'trust'], approachStarted: null }, audience: 'steering', date: '2026-06-01', earlier: [], example: true, ...change,
  }
}
