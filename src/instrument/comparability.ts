// May two waves be compared on this item? One verdict per item and scale: comparable, or a break with its reasons.
// A reworded question, another scale, paper added in one wave or a language more can each look like change; a line is
// never drawn through them. Pure bookkeeping over hashes and mixes; knows no figures.
import type { Instrument } from './instrument.ts'
import type { Item } from './item.ts'
import type { Scale } from './scale.ts'

/** Largest part of the responses (0 to 1) that may have come another way: 10 points. Beyond it a mix is a break. */
export const MIX_LIMIT = 0.1

/** What is needed to know of a wave. */
export interface WaveSide {
  instrument: Instrument
  /** Language -> item id -> item hash (`itemHashes` of each published language). */
  hashes: Readonly<Record<string, Readonly<Record<string, string>>>>
  /** Counted responses per mode ('web', 'paper' ...) and per language. */
  modes: Readonly<Record<string, number>>
  languages: Readonly<Record<string, number>>
}

/**
 * absent: one wave lacks it · kind, options: other answers · routing: other people were asked · wording: other words in
 * a language both had · definition: the scale is built otherwise · item: an item of the scale breaks (see that item)
 * · mode: more than 10 points came another way · language: more than 10 points answered in a language the other lacked,
 * or none was shared
 */
export const REASONS = ['absent', 'kind', 'options', 'routing', 'wording', 'definition', 'item', 'mode', 'language'] as const
export type Reason = (typeof REASONS)[number]

export type Verdict = { comparable: true } | { break: readonly Reason[] }

/** Verdict per item and scale id, for everything that at least one of the two waves has. Symmetric. */
export function comparability(one: WaveSide, other: WaveSide): Record<string, Verdict> {
  const mixes = mixReasons(one, other)
  const verdicts: Record<string, Verdict> = {}
  for (const id of idsOf(one.instrument.items, other.instrument.items)) {
    verdicts[id] = verdict([...itemReasons(id, one, other), ...mixes])
  }
  for (const id of idsOf(one.instrument.scales, other.instrument.scales)) {
    verdicts[id] = verdict([...scaleReasons(id, one, other), ...mixes])
  }
  return verdicts
}

function itemReasons(id: string, one: WaveSide, other: WaveSide): Reason[] {
  const [a, b] = [find(one.instrument.items, id), find(other.instrument.items, id)]
  if (a === undefined || b === undefined) return ['absent']
  const reasons: Reason[] = []
  if (a.kind !== b.kind) reasons.push('kind')
  if (!same(answersOf(a), answersOf(b))) reasons.push('options')
  if (!same([a.askedIf, a.implied], [b.askedIf, b.implied])) reasons.push('routing')
  // hashes cover all of the above too: only where none of it differs do they say that the words do
  const reworded = shared(one, other).some((language) => one.hashes[language]![id] !== other.hashes[language]![id])
  if (reworded && reasons.length === 0) reasons.push('wording')
  return reasons
}

function scaleReasons(id: string, one: WaveSide, other: WaveSide): Reason[] {
  const [a, b] = [find(one.instrument.scales, id), find(other.instrument.scales, id)]
  if (a === undefined || b === undefined) return ['absent']
  const reasons: Reason[] = []
  if (!same(definitionOf(a), definitionOf(b))) reasons.push('definition')
  const broken = [...a.items, ...b.items].some((item) => itemReasons(item.id, one, other).length > 0)
  if (broken) reasons.push('item')
  return reasons
}

function mixReasons(one: WaveSide, other: WaveSide): Reason[] {
  const reasons: Reason[] = []
  if (moved(shares(one.modes), shares(other.modes)) > MIX_LIMIT) reasons.push('mode')
  const both = shared(one, other)
  const alone = [one, other].some(({ languages }) => {
    const mix = shares(languages)
    return Object.keys(mix).reduce((sum, language) => sum + (both.includes(language) ? 0 : mix[language]!), 0) > MIX_LIMIT
  })
  if (both.length === 0 || alone) reasons.push('language')
  return reasons
}

const shared = (one: WaveSide, other: WaveSide) => Object.keys(one.hashes).filter((language) => language in other.hashes)
const verdict = (reasons: readonly Reason[]): Verdict => (reasons.length === 0 ? { comparable: true } : { break: reasons })
const find = <T extends { id: string }>(list: readonly T[], id: string) => list.find((entry) => entry.id === id)
const idsOf = (...lists: (readonly { id: string }[])[]) => [...new Set(lists.flat().map(({ id }) => id))]
const answersOf = ({ options, exclusive }: Item) => [options, exclusive ?? null]
const definitionOf = ({ items, minimumValid }: Scale) =>
  [minimumValid, items.map(({ id, reverse, min, max }) => [id, reverse, min, max])]

/** Key order carries no meaning: members are compared sorted. */
function same(a: unknown, b: unknown): boolean {
  const sorted = (_: string, value: unknown) => (typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([x], [y]) => (x < y ? -1 : 1))) : value)
  return JSON.stringify(a, sorted) === JSON.stringify(b, sorted)
}

function shares(counts: Readonly<Record<string, number>>): Record<string, number> {
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0)
  return Object.fromEntries(Object.entries(counts).map(([key, count]) => [key, total === 0 ? 0 : count / total]))
}

/** Part of the responses that would have to come another way to turn one mix into the other (total variation). */
function moved(a: Record<string, number>, b: Record<string, number>): number {
  const keys = new Set([...Object.keys(a), ...Object.keys(b)])
  let sum = 0
  for (const key of keys) sum += Math.abs((a[key] ?? 0) - (b[key] ?? 0))
  return sum / 2
}
