// Draws the responses of one counted wave of the example. Not at random: per area and age group as many people give each answer
// as the planted shares say (the rest carried to the next group), so that the pages show what was planted and not luck. Who gives
// which answer follows one disposition per person, so that people who avoid streets are also those who feel unsafe.
import { coreInstrument } from '../instrument/batteries/core.ts'
import type { Item } from '../instrument/item.ts'
import { DONT_KNOW, PREFER_NOT } from '../instrument/item.ts'
import type { Row } from '../instrument/microdata.ts'
import { asked } from '../instrument/relevance.ts'
import type { Answer } from '../instrument/answers.ts'
import { ANSWERS, CHANGES, CHOICES, DO_NOT_KNOW, RATHER_NOT, REFUSALS, UNSAFE_HERE } from './planted.ts'
import { AREAS, respondentsByCell } from './town.ts'
import type { TownArea } from './town.ts'

interface Person { age: number; sex: number; disposition: number; answers: Record<string, Answer> }

/** A small generator of numbers in 0..1 (mulberry32): the same town on every machine. */
export function numbers(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** The responses of the baseline (0) or the second wave (1), complete rows in no particular order. */
export function drawResponses(wave: 0 | 1): Row[] {
  const random = numbers(20250301 + wave)
  return AREAS.flatMap((area) => {
    const people = peopleOf(area, wave, random)
    for (const item of coreInstrument.items) answer(item, area, wave, people, random)
    return people.map(({ answers }) => ({ stratum: area.id, mode: 'web', language: random() < 0.9 ? 'nl' : 'en', phase: String(Math.min(2, Math.floor(random() * 2.6))), answers }))
  })
}

function peopleOf(area: TownArea, wave: 0 | 1, random: () => number): Person[] {
  return respondentsByCell(area.responses[wave]).flatMap((count, cell) =>
    Array.from({ length: count }, () => ({ age: (cell >> 1) + 1, sex: (cell & 1) + 1, disposition: random(), answers: {} })))
}

function answer(item: Item, area: TownArea, wave: 0 | 1, people: readonly Person[], random: () => number): void {
  // One in a hundred leaves the sex question open; they are a class of their own in every table.
  if (item.id === 'age') return people.forEach((person) => { person.answers.age = person.age })
  if (item.id === 'sex') return people.forEach((person) => { person.answers.sex = random() < 0.01 ? PREFER_NOT : person.sex })
  const asking = people.filter((person) => asked(coreInstrument, person.answers).some(({ id }) => id === item.id))
  const answering = refuse(item, area, wave, asking, random)
  if (item.kind === 'several') return choose(item, answering, random)
  const known = item.id === 'unsafeHere' ? [...answering, ...people.filter(({ answers }) => answers.unsafe === 1)] : answering
  quotas(item, sharesOf(item, area, wave), answering, known, random)
}

/** Sets the missing codes, spread over everybody asked, and gives back who answers. */
function refuse(item: Item, area: TownArea, wave: 0 | 1, asking: readonly Person[], random: () => number): Person[] {
  const planted = item.id === REFUSALS.item && area.id === REFUSALS.area
  const refusing = planted ? (wave === 0 ? REFUSALS.baseline : REFUSALS.second) : item.id === REFUSALS.item ? REFUSALS.baseline : RATHER_NOT
  const spread = [...asking].sort((a, b) => a.age - b.age || b.disposition - a.disposition)
  const step = (share: number, code: number, from: number) => {
    for (let at = from + 0.5 / share; at < spread.length; at += 1 / share) spread[Math.floor(at)]!.answers[item.id] ??= code
  }
  step(refusing, PREFER_NOT, random() / refusing / 4)
  step(DO_NOT_KNOW, DONT_KNOW, random() / DO_NOT_KNOW / 4)
  return asking.filter(({ answers }) => answers[item.id] === undefined)
}

/** The shares of an item's options in an area and a wave: the town's, bent to the area's own level, or to what is planted there. */
function sharesOf(item: Item, area: TownArea, wave: 0 | 1): number[] {
  const change = CHANGES.find((planted) => planted.area === area.id && planted.item === item.id)
  const wanted = change && (wave === 0 ? change.baseline : change.second)
  if (item.id === 'unsafeHere') {
    const bad = wanted ?? ownLevel(UNSAFE_HERE[area.role], area, item.id, wave)
    return [0, 1 - bad, bad * 0.72, bad * 0.28]
  }
  const town = ANSWERS[item.id]
  if (!town) throw new RangeError(`The example has no answers planted for item ${item.id}`)
  const report = item.summary?.report
  if (report?.as !== 'share') return [...town]
  const inside = report.categories.reduce((sum, code) => sum + town[item.options.indexOf(code)]!, 0)
  const level = wanted ?? ownLevel(inside, area, item.id, wave)
  return town.map((share, index) => report.categories.includes(item.options[index]!) ? (share * level) / inside : (share * (1 - level)) / (1 - inside))
}

/** No two areas are alike, and none stands quite still: the town's odds bent by up to a third, and by up to an eighth from wave to wave. */
function ownLevel(share: number, area: TownArea, item: string, wave: 0 | 1): number {
  const seed = [...`${area.id} ${item}`].reduce((sum, character) => (Math.imul(sum, 31) + character.charCodeAt(0)) | 0, 7)
  const random = numbers(seed)
  const odds = (share / (1 - share)) * Math.exp(0.6 * (random() - 0.5) + (wave === 0 ? 0 : 0.25 * (random() - 0.5)))
  return odds / (1 + odds)
}

/** Items on which a high code is the good news: the better disposed take it. */
const HIGH_IS_GOOD = new Set(['liveMark', 'litter', 'rowdy', 'traffic', 'detour', 'fearLife', 'silence'])

/**
 * Gives every person one option so that, per age group, the shares of `base` hold (remainders carried on to the next group).
 * For the item on the own neighbourhood the base is everyone, and those not asked already count as never.
 */
function quotas(item: Item, shares: readonly number[], answering: readonly Person[], base: readonly Person[], random: () => number): void {
  const carried = shares.map(() => 0)
  // From worst to best, because the last option takes what is left: never unsafe is the one that routing fills.
  const order = shares.map((_, index) => index).sort((a, b) => HIGH_IS_GOOD.has(item.id) ? a - b : b - a)
  for (const age of [1, 2, 3, 4]) {
    const counted = base.filter((person) => person.age === age).length
    const ranked = answering.filter((person) => person.age === age)
      .map((person) => ({ person, rank: 0.6 * person.disposition + 0.4 * random() })).sort((a, b) => b.rank - a.rank)
    let next = 0
    for (const [position, index] of order.entries()) {
      const exact = counted * shares[index]! + carried[index]!
      const count = position === order.length - 1 ? ranked.length - next : Math.min(ranked.length - next, Math.max(0, Math.round(exact)))
      carried[index] = exact - count
      for (const end = next + count; next < end; next++) ranked[next]!.person.answers[item.id] = item.options[index]!
    }
  }
}

function choose(item: Item, answering: readonly Person[], random: () => number): void {
  const shares = CHOICES[item.id]!
  for (const person of answering) {
    const chosen = item.options.filter((code, index) => code !== item.exclusive && random() < (shares[index] ?? 0))
    const alone = item.exclusive ?? item.options[item.options.length - 1]!
    person.answers[item.id] = chosen.length > 0 ? chosen : [alone]
  }
}
