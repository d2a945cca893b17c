// Protects the small systems under calibration, tables and the area model: solutions, and columns that follow from others.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { choleskyFactor, choleskySolve } from '../../src/stats/cholesky.ts'

describe('choleskyFactor', () => {
  it('refuses a matrix or a right-hand side of another size', () => {
    expect(() => choleskyFactor(new Float64Array(3), 2)).toThrow(/^choleskyFactor requires 2 x 2 numbers, got 3/)
    expect(() => choleskySolve(choleskyFactor(Float64Array.of(1), 1), [1, 2])).toThrow(/^choleskySolve requires 1 right-hand numbers, got 2/)
  })

  it('leaves out a column that follows from others but for rounding, and still solves', () => {
    const dot = (a: number[], b: number[]) => a.reduce((sum, value, i) => sum + value * b[i]!, 0)
    const share = fc.double({ min: 0.1, max: 3, noNaN: true })
    fc.assert(fc.property(share, share, (first, second) => {
      const columns = [[3, 1, 2, 7], [1, 4, 1, 2]]
      columns.push(columns[0]!.map((value, i) => value * first + columns[1]![i]! * second))
      const factor = choleskyFactor(Float64Array.from(columns.flatMap((a) => columns.map((b) => dot(a, b)))), 3)
      expect([factor.rank, [...factor.kept]]).toEqual([2, [1, 1, 0]])
      const target = [5, -2, 3, 1]
      const x = choleskySolve(factor, columns.map((column) => dot(column, target)))
      const left = target.map((value, i) => value - columns.reduce((sum, column, k) => sum + x[k]! * column[i]!, 0))
      for (const column of columns) expect(Math.abs(dot(column, left))).toBeLessThan(1e-9)
    }))
  })

  it('solves any well-posed system', () => {
    fc.assert(fc.property(fc.array(fc.array(fc.double({ min: -3, max: 3, noNaN: true }), { minLength: 4, maxLength: 4 }), { minLength: 4, maxLength: 4 }), fc.array(fc.double({ min: -5, max: 5, noNaN: true }), { minLength: 4, maxLength: 4 }), (rows, x) => {
      const matrix = Float64Array.from({ length: 16 }, (_, at) => rows.reduce((sum, row) => sum + row[at >> 2]! * row[at & 3]!, at % 5 === 0 ? 1 : 0))
      const right = x.map((_, j) => x.reduce((sum, value, k) => sum + matrix[j * 4 + k]! * value, 0))
      choleskySolve(choleskyFactor(matrix, 4), right).forEach((value, k) => expect(value).toBeCloseTo(x[k]!, 8))
    }))
  })
})
