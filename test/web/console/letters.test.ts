// What Brieven works out: who is missing in a group, which run is due on a day, in which piles, and what it says is done and missing.
import { describe, expect, it } from 'vitest'
import type { LettersAnswer } from '../../../src/mailings/wire.ts'
import type { WaveDetail } from '../../../src/waves/wire.ts'
import { countsDiffer, groupsOf, lettersSteps, phaseOn, pilesOf, runName, runsOf, tooMany } from '../../../web/console/letters/letters.ts'
import { noteMistake, withoutLabel } from '../../../web/console/letters/typed-note.ts'
import { newCode } from '../../../src/crypto/draw-codes.ts'

const reminders = ['2026-03-12', '2026-03-22']
const strata = [{ id: 'A', area: 'A', toInvite: 2 }, { id: 'B jong', area: 'B', toInvite: 1 }] as unknown as WaveDetail['strata']

describe('the people of a file', () => {
  it('are refused by group when there are fewer or more than the plan foresees', () => {
    const groups = groupsOf({ strata }, { A: 'Noord' })
    expect(countsDiffer([{ stratum: 'A' }, { stratum: 'A' }, { stratum: 'B jong' }], groups)).toEqual([])
    expect(countsDiffer([{ stratum: 'A' }, { stratum: 'B jong' }, { stratum: 'B jong' }], groups)).toEqual([{ group: 'Noord', planned: 2, found: 1 }, { group: 'B (B jong)', planned: 1, found: 2 }])
  })
})

describe('a print run', () => {
  const names = (...given: Parameters<typeof runsOf>) => runsOf(...given).map((run) => `${runName(run)} ${run.letters}`)

  it('is the one that is due, and every other may be printed again', () => {
    expect(['2026-03-11', '2026-03-12', '2026-03-21', '2026-03-22', '2026-04-01'].map((day) => phaseOn(day, reminders))).toEqual([0, 1, 1, 2, 2])
    expect(names({ state: 'ready', reminders }, { letters: 5, toPrint: 0 }, [], '2026-03-01')).toEqual(['De brief 5'])
    expect(names({ state: 'field', reminders }, { letters: 5, toPrint: 0 }, [{ phase: 0 }], '2026-03-12')).toEqual(['Eerste herinnering 5', 'De brief 5', 'Laatste herinnering 5'])
    expect(names({ state: 'field', reminders }, { letters: 5, toPrint: 2 }, [{ phase: 0 }, { phase: 1 }], '2026-03-13')).toEqual(['Vervangende brieven 2', 'De brief 5', 'Eerste herinnering 5', 'Laatste herinnering 5'])
    // A third reminder reads like the last.
    expect(phaseOn('2026-05-01', [...reminders, '2026-04-01'])).toBe(2)
  })

  it('is cut into piles that hold every letter once', () => {
    expect(pilesOf(0)).toEqual([])
    for (const letters of [1, 250, 251, 5_000]) expect(pilesOf(letters).flatMap(({ from, to }) => Array.from({ length: to - from }, (_, i) => from + i))).toEqual(Array.from({ length: letters }, (_, i) => i))
  })
})

describe('what is done and missing', () => {
  const wave = { invited: 0, preparation: { toInvite: 50 }, reminders, starts: '2026-03-02' } as unknown as WaveDetail
  const sender = {} as LettersAnswer['sender']
  const list = { recipient: 'age1', madeOn: '2026-03-01', madeBy: 'Sam', destroyedOn: null, destroyedBy: null }
  const answer: LettersAnswer = { sender: null, hosts: [], list: null, runs: [], replacements: { codes: 0, most: 1, asked: null }, notes: 0, printer: null }

  it('goes from sender to a destroyed list, one thing at a time', () => {
    expect(lettersSteps(wave, answer).missing).toEqual(['Wie is de afzender? Vul telefoonnummer en tijden in.', '50 brieven zijn nog niet gemaakt.'])
    const made = { ...wave, invited: 50 }
    expect(lettersSteps({ ...wave, invited: 20 }, { ...answer, sender }).missing).toEqual(expect.arrayContaining(['20 van 50 brieven gemaakt.']))
    expect(lettersSteps(made, { ...answer, sender: {} as never, list }).missing).toEqual(['De brief is nog niet geprint.'])
    const run = (phase: number) => ({ number: phase + 1, phase, day: '2026-03-02', letters: 50, by: 'Sam' })
    expect(lettersSteps(made, { ...answer, sender: {} as never, list, runs: [run(0)] })).toEqual({ done: ['De afzender is ingevuld.', '50 brieven zijn gemaakt door Sam.', 'De brief: 50 geprint (2 maart 2026).'], missing: ['Eerste herinnering: print die voor 12 maart 2026.'] })
    expect(lettersSteps(made, { ...answer, sender: {} as never, list, runs: [run(0), run(1), run(2)] }).missing).toEqual(['Vernietig de lijst als de laatste brief op de bus is.'])
    expect(lettersSteps(made, { ...answer, sender: {} as never, list: { ...list, destroyedOn: '2026-03-30', destroyedBy: 'Noor' }, runs: [run(0)] })).toMatchObject({ missing: [], done: expect.arrayContaining(['De lijst is vernietigd op 30 maart 2026 door Noor.']) })
  })

  it('stops replacing above the bound', () => {
    expect([0, 1, 2].map((noted) => tooMany(answer, noted))).toEqual([false, false, true])
  })
})

describe('what is typed at the help desk', () => {
  it('is a number or a code, with or without the label, and a misread one is refused before anything is sealed', () => {
    const code = newCode()
    const spaced = `${code.slice(0, 4)} ${code.slice(4, 8)} ${code.slice(8)}`
    for (const good of ['482913', code, spaced, `K7M2 ${spaced}`, `k7m2-${code.toLowerCase()}`]) expect([good, noteMistake(good, 'K7M2')]).toEqual([good, undefined])
    expect(withoutLabel(`K7M2 ${spaced}`, 'K7M2').trim()).toBe(spaced)
    const wrong = (code[0] === '2' ? '3' : '2') + code.slice(1)
    expect(noteMistake(wrong, 'K7M2')).toContain('leesfout')
    expect(noteMistake('', 'K7M2')).toContain('Vul het nummer')
    expect(noteMistake('1234', 'K7M2')).toContain('Hier staan er 4')
    expect(noteMistake(`${code.slice(0, 12)}!`, 'K7M2')).toContain('‘!’')
  })
})
