// Protects: that `npm test` stays small and `npm run soak` is not small by mistake.
import { expect, it } from 'vitest'
import { isSoak, size } from './size.ts'

it('takes the soak size in the soak run and in no other', () => {
  expect(isSoak).toBe(process.env['NULMETING_SOAK'] === '1')
  expect(size({ test: 10, soak: 200 })).toBe(isSoak ? 200 : 10)
})
