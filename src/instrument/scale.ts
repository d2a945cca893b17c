// A scale is data, never code: items, direction and the rule for missing answers, versioned with the instrument.
// Published definitions of "the same" scale differ (at least four of social cohesion), so each definition travels
// with its figures. Score 0 to 10: each item is stretched over 0..10, reversed where said, and averaged.
import type { Microdata } from './microdata.ts'
import type { Summary } from './summary.ts'

export interface ScaleItem {
  id: string
  /** True when a high code means little of what the scale measures. */
  reverse: boolean
  /** Codes outside min..max ("doe ik nooit", the missing codes) do not count as an answer. */
  min: number
  max: number
}

export interface Scale {
  id: string
  items: readonly ScaleItem[]
  /** Answered items needed for a score; below it the score is missing. */
  minimumValid: number
  /** Always reported as a mean, 0 to 10. */
  summary?: Summary
}

/**
 * Scores 0..10 for every respondent, NaN where fewer than `minimumValid` items were answered.
 * Like `rowMeans(x, na.rm = TRUE)` in R after rescaling. Example: codes 1 and 3 on a reversed 1..5 item and a plain
 * 1..5 item give (10 + 5) / 2 = 7.5. Throws RangeError when the microdata lack a column.
 */
export function scaleValues(scale: Scale, microdata: Pick<Microdata, 'n' | 'codes'>): Float64Array {
  const columns = scale.items.map(({ id }) => {
    const column = microdata.codes[id]
    if (column === undefined) throw new RangeError(`scaleValues requires a column for item ${id}`)
    return column
  })
  const values = new Float64Array(microdata.n)
  for (let row = 0; row < microdata.n; row += 1) {
    let sum = 0
    let valid = 0
    scale.items.forEach(({ reverse, min, max }, index) => {
      const code = columns[index]![row]!
      if (code < min || code > max) return
      const stretched = (10 * (code - min)) / (max - min)
      sum += reverse ? 10 - stretched : stretched
      valid += 1
    })
    values[row] = valid >= scale.minimumValid ? sum / valid : NaN
  }
  return values
}
