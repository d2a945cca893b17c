// An item as small whole codes with the value each code stands for, so that people can be counted instead of added up.
// Separate because the fast table counts codes once and reads any recode of them (share of 4 or 5, mean, scale) afterwards.

/** Codes 0..levels-1 per row. Missing answers are codes like the others: the values of a reading say which count. */
export interface CodedColumn { codes: Uint8Array | Uint16Array; levels: number }

/** A column and what its codes stand for; NaN is a missing answer. */
export interface ReadColumn extends CodedColumn { values: Float64Array }

/**
 * Codes a column of numbers by its distinct values, in order; all NaN share the last code.
 * Throws RangeError for an infinite value and for more than 65,535 distinct values: such a column is not an item.
 */
export function codeColumn(column: ArrayLike<number>): ReadColumn {
  const codeOf = new Map<number, number>()
  const first = new Uint16Array(column.length)
  for (let i = 0; i < column.length; i++) {
    const value = column[i]!
    let code = codeOf.get(value)
    if (code === undefined) {
      if (value === Infinity || value === -Infinity) throw new RangeError(`codeColumn requires finite values, row ${i} has ${value}`)
      if (codeOf.size === 65_535) throw new RangeError('codeColumn requires at most 65535 distinct values')
      codeOf.set(value, (code = codeOf.size))
    }
    first[i] = code
  }
  const values = Float64Array.from(codeOf.keys()).sort()
  const place = new Map(Array.from(values, (value, k) => [value, k]))
  const renamed = Uint16Array.from(codeOf.keys(), (value) => place.get(value)!)
  const codes = values.length <= 256 ? new Uint8Array(column.length) : new Uint16Array(column.length)
  for (let i = 0; i < codes.length; i++) codes[i] = renamed[first[i]!]!
  return { codes, levels: values.length, values }
}
