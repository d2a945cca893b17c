// Functional fear: fear that helps against fear that harms, as one ordinal scale (Gray, Jackson and Farrall 2011).
// "How worried" alone overstates fear; here worry, episodes, precautions and loss of quality of life decide together.
// Separate from scale.ts because this is a typology, not a sum; which items carry it is data of the battery.
import { NOT_ASKED, isMissing } from './item.ts'
import type { Item } from './item.ts'
import type { Microdata } from './microdata.ts'

export const UNWORRIED = 1
/** Worried, recalls no episode, takes no precautions. */
export const ANXIOUS = 2
/** Episodes, or worry with precautions; life did not get worse. */
export const FUNCTIONALLY_WORRIED = 3
/** An episode, and life got worse by it. */
export const DYSFUNCTIONALLY_WORRIED = 4

/** Holds when the column's code is listed. Not asked counts as no; the other missing codes as unknown. */
export interface ColumnTest {
  column: string
  in: readonly number[]
}

export interface FearDefinition {
  worried: ColumnTest
  episode: ColumnTest
  precaution: ColumnTest
  loss: ColumnTest
}

/** The derived column as an item, so that tables treat it like any other; nobody is asked it. */
export const functionalFearItem: Item = {
  id: 'functionalFear',
  block: 'fear',
  kind: 'one',
  options: [UNWORRIED, ANXIOUS, FUNCTIONALLY_WORRIED, DYSFUNCTIONALLY_WORRIED],
  summary: {
    report: { as: 'each' },
    label: { nl: 'angst die helpt en angst die schaadt', en: 'fear that helps and fear that harms' },
    better: 'neither',
    sensitive: false,
  },
}

/** Words of the derived categories; language -> code -> clause after a percentage. */
export const functionalFearOptions: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  nl: {
    1: 'maakt zich geen zorgen',
    2: 'voelt zich onveilig, zonder dat er iets gebeurde',
    3: 'was bang of past iets aan en leeft gewoon door',
    4: 'was bang en zag het leven slechter worden',
  },
  en: {
    1: 'are not worried',
    2: 'feel unsafe without anything having happened',
    3: 'were afraid or adapted and live on as before',
    4: 'were afraid and saw their life get worse',
  },
}

/**
 * One code per respondent, 1 (unworried) to 4 (dysfunctionally worried); where an answer that decides is missing, its
 * missing code. Throws RangeError when the microdata lack a column.
 */
export function functionalFear(microdata: Pick<Microdata, 'n' | 'codes'>, definition: FearDefinition): Int16Array {
  const read = ({ column, in: codes }: ColumnTest) => {
    const values = microdata.codes[column]
    if (values === undefined) throw new RangeError(`functionalFear requires column ${column}`)
    return (row: number): boolean | number => {
      const code = values[row]!
      if (codes.includes(code)) return true
      return isMissing(code) && code !== NOT_ASKED ? code : false
    }
  }
  const worried = read(definition.worried)
  const episode = read(definition.episode)
  const precaution = read(definition.precaution)
  const loss = read(definition.loss)

  return Int16Array.from({ length: microdata.n }, (_, row) => {
    const afraid = episode(row)
    if (afraid === true) return decided(loss(row), DYSFUNCTIONALLY_WORRIED, FUNCTIONALLY_WORRIED)
    if (afraid !== false) return afraid
    const worry = worried(row)
    if (worry === true) return decided(precaution(row), FUNCTIONALLY_WORRIED, ANXIOUS)
    return worry === false ? UNWORRIED : worry
  })
}

/** Microdata with the derived column added under the id of `functionalFearItem`. */
export function withFunctionalFear(microdata: Microdata, definition: FearDefinition): Microdata {
  return { ...microdata, codes: { ...microdata.codes, [functionalFearItem.id]: functionalFear(microdata, definition) } }
}

function decided(test: boolean | number, yes: number, no: number): number {
  if (typeof test === 'number') return test
  return test ? yes : no
}
