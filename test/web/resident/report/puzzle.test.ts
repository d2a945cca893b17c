// Protects sending: what the phone's own solver finds is what the server's library asks for, and a puzzle of another kind is refused.
import { createChallenge, verifySolution } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2'
import { describe, expect, it } from 'vitest'
import { solvePuzzle } from '../../../../web/resident/report/puzzle.ts'
import type { Puzzle } from '../../../../web/resident/report/puzzle.ts'

const secret = 'a secret of this test'
const challenge = (options: Partial<Parameters<typeof createChallenge>[0]> = {}) => createChallenge({ algorithm: 'PBKDF2/SHA-256', cost: 50, deriveKey, hmacSignatureSecret: secret, ...options })
const solve = (parameters: unknown) => solvePuzzle(parameters as Puzzle)

describe('the solver', () => {
  it('refuses a puzzle of another kind, or one that asks for nothing', async () => {
    const { parameters } = await challenge()
    await expect(solve({ ...parameters, algorithm: 'SCRYPT' })).rejects.toThrow(RangeError)
    await expect(solve({ ...parameters, keyPrefix: '' })).rejects.toThrow(RangeError)
    await expect(solve({ ...parameters, salt: 'zz' })).rejects.toThrow(RangeError)
  })

  it.each([['a prefix to search for', { keyPrefix: '0a' }], ['half a byte', { keyPrefix: '7' }], ['a counter the server chose', { counter: 37 }], ['another length', { keyPrefix: '00', keyLength: 20 }]])('finds what altcha-lib verifies: %s', async (_, options) => {
    const asked = await challenge(options)
    const solution = await solve(asked.parameters)
    expect(await verifySolution({ challenge: asked, solution, deriveKey, hmacSignatureSecret: secret })).toMatchObject({ verified: true })
    if ('counter' in options) expect(solution.counter).toBe(37)
  })
})
