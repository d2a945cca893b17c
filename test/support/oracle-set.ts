// One set of the oracle as columns: areas, margins and waves with the derived items its README describes.
// Separate from the reader so that every test derives T01..T12 and the scale in the same way.
import { join } from 'node:path'
import { surveyDesign, type Design } from '../../src/stats/design.ts'
import type { Margin } from '../../src/stats/margin.ts'
import { readCsv } from './oracle.ts'

const numbered = (letter: string, last: number) => Array.from({ length: last }, (_, k) => letter + String(k + 1).padStart(2, '0'))
export const LIKERT = numbered('L', 12)
export const TOP = numbered('T', 12)
export const YES = numbered('Y', 9)
export const MARKS = numbered('M', 4)
export const SCALE = numbered('S', 5)
export const ITEMS = [...LIKERT, ...TOP, ...YES, ...MARKS, 'score']
export const SHARES = new Set([...TOP, ...YES])

export interface OracleWave {
  wave: number
  n: number
  person: string[]
  area: Int32Array // 0-based
  age: Int32Array
  sex: Int32Array
  values: Record<string, Float64Array>
  population: Float64Array
  group: string[] // per area
  areas: number
  baseWeights: Float64Array
  margins: { area: Margin; age: Margin; sex: Margin; ageSex: Margin }
}

/** Wave k of a set: 1-based codes become 0-based classes, 9 and 99 and empty become NaN. */
export function oracleWave(folder: string, wave: number): OracleWave {
  const areaTable = readCsv(join(folder, 'areas.csv'))
  const pick = (name: string) => areaTable.column(name).filter((_, i) => areaTable.column('wave')[i] === String(wave))
  const population = Float64Array.from(pick('N'), Number)
  const responded = pick('n_resp').map(Number)
  const file = readCsv(join(folder, `wave${wave}.csv`))
  const zeroBased = (name: string) => Int32Array.from(file.column(name), (field) => Number(field) - 1)
  const area = zeroBased('area')
  const age = zeroBased('age')
  const sex = zeroBased('sex')
  const values: Record<string, Float64Array> = {}
  for (const id of [...LIKERT, ...YES, ...SCALE]) values[id] = Float64Array.from(file.column(id), (field) => (field === '' || field === '9' ? NaN : Number(field)))
  for (const id of MARKS) values[id] = Float64Array.from(file.column(id), (field) => (field === '' || field === '99' ? NaN : Number(field)))
  LIKERT.forEach((id, k) => { values[TOP[k]!] = values[id]!.map((value) => (Number.isNaN(value) ? NaN : value >= 4 ? 1 : 0)) })
  values.score = scale(values)
  return {
    wave, n: area.length, person: file.column('person'), area, age, sex, values, population, group: pick('group'), areas: population.length,
    baseWeights: Float64Array.from(area, (a) => population[a]! / responded[a]!),
    margins: margins(folder, wave, { area, age, sex }, population.length),
  }
}

/** The wave as a design under given weights; strata are the areas. */
export function oracleDesign(wave: OracleWave, weights: Float64Array): Design {
  return surveyDesign({ weights, stratum: wave.area, strata: wave.areas, population: wave.population })
}

/** 1 where the row is in the domain: 'all' or a 1-based area. */
export function oracleDomain(wave: OracleWave, domain: string): Uint8Array | undefined {
  return domain === 'all' ? undefined : Uint8Array.from(wave.area, (a) => (a === Number(domain) - 1 ? 1 : 0))
}

/** How many waves a set has. */
export function waveCount(folder: string): number {
  return new Set(readCsv(join(folder, 'areas.csv')).column('wave')).size
}

function scale(values: Record<string, Float64Array>): Float64Array {
  return Float64Array.from(values.S01!, (_, i) => {
    let sum = 0
    let valid = 0
    for (const id of SCALE) {
      const value = values[id]![i]!
      if (Number.isNaN(value)) continue
      sum += id === 'S03' ? 6 - value : value
      valid++
    }
    return valid >= 3 ? ((sum / valid - 1) / 4) * 10 : NaN
  })
}

function margins(folder: string, wave: number, rows: { area: Int32Array; age: Int32Array; sex: Int32Array }, areas: number): OracleWave['margins'] {
  const table = readCsv(join(folder, 'margins.csv'))
  const [waves, area, age, sex, pop] = ['wave', 'area', 'age', 'sex', 'pop'].map((name) => table.column(name).map(Number)) as [number[], number[], number[], number[], number[]]
  const totals = { area: new Float64Array(areas), age: new Float64Array(5), sex: new Float64Array(2), ageSex: new Float64Array(10) }
  pop.forEach((people, i) => {
    if (waves[i] !== wave) return
    totals.area[area[i]! - 1]! += people
    totals.age[age[i]! - 1]! += people
    totals.sex[sex[i]! - 1]! += people
    totals.ageSex[(age[i]! - 1) * 2 + sex[i]! - 1]! += people
  })
  return {
    area: { name: 'area', classes: rows.area, totals: totals.area },
    age: { name: 'age', classes: rows.age, totals: totals.age },
    sex: { name: 'sex', classes: rows.sex, totals: totals.sex },
    ageSex: { name: 'age x sex', classes: rows.age.map((a, i) => a * 2 + rows.sex[i]!), totals: totals.ageSex },
  }
}
