// What the console decides without a page: addresses, the next step of a meting, the words of counting and of key sheets, and what of
// the console is loaded first. Refusals first.
import { describe, expect, it } from 'vitest'
import { WAVE_STATES } from '../../../src/waves/wave.ts'
import { checkText, countFailure, lettersText, outcomeText, stepText } from '../../../web/console/count/count-words.ts'
import { keySheetText } from '../../../web/console/count/key-sheet-words.ts'
import { Refusal, Unreachable } from '../../../web/console/request.ts'
import { refusalText } from '../../../web/console/refusal-words.ts'
import { addressOf } from '../../../web/results/place.ts'
import { readRoute, to } from '../../../web/console/route.ts'
import { linkToken } from '../../../web/console/SignInScreen.tsx'
import type { Facts } from '../../../web/console/seven-steps.ts'
import { STEPS, sevenSteps } from '../../../web/console/seven-steps.ts'
import { stepsOf } from '../../../web/console/wave-steps.ts'
import { leftOutText, shownText } from '../../../web/console/words.ts'
import { tableText } from '../../../web/components/DataTable.tsx'

describe('addresses', () => {
  it.each(['#/meting', '#/meting//tellen', '#/meting/x/toString', '#/meting/x/tellen/y', '#/__proto__', '#/uitgave', '#/vergelijken/a/b/c/d/e/f', '#%E0%A4%A'])('refuses %s without an exception', (hash) => {
    expect(readRoute(hash).screen).toBe('unknown')
  })
  it('reads back what it writes, whatever the name holds', () => {
    const odd = 'a/b #?<script>%'
    expect(readRoute(to('meting', odd, 'tellen'))).toEqual({ screen: 'count', wave: odd })
    expect(readRoute(addressOf({ edition: odd, view: 'wijk', area: odd, language: 'en' }))).toEqual({ screen: 'compare', edition: odd, view: 'wijk', area: odd, language: 'en' })
    expect(readRoute('#/vergelijken')).toEqual({ screen: 'compare' })
    expect(readRoute('#aanmelden/abc')).toEqual({ screen: 'sign-in', token: 'abc' })
    expect(readRoute('#/aanmelden/abc')).toEqual({ screen: 'sign-in', token: 'abc' })
  })
  it('takes a pasted link or the secret alone, and nothing that is neither', () => {
    const secret = 'a'.repeat(43)
    expect(linkToken('hallo')).toBeNull()
    expect(linkToken(` http://localhost:8787/#/aanmelden/${secret}\n`)).toBe(secret)
    expect(linkToken(secret)).toBe(secret)
  })
})

describe('the next step of a meting', () => {
  const planned: Facts['preparation'] = { areas: 2, counted: 2, languages: 1, toInvite: 100, key: 'confirmed' }
  const wave = (state: typeof WAVE_STATES[number], pilot = false, preparation = planned): Facts =>
    ({ id: 'w', kind: 'resident', state, starts: '2026-03-02', ends: '2026-04-06', pilot, invited: state === 'draft' ? 0 : 100, preparation })
  it('never publishes or compares a pilot', () => {
    expect(stepsOf(wave('sealed', true), null).next).toBeNull()
  })
  it('offers counting only once the box is shut', () => {
    for (const state of WAVE_STATES) {
      const { next } = stepsOf(wave(state), null)
      expect(next?.label === 'Tellen', state).toBe(['closed', 'counting', 'counted'].includes(state))
    }
  })
  it('leads through the plan in order, one step at a time', () => {
    const nothing: Facts['preparation'] = { areas: 0, counted: 0, languages: 0, toInvite: 0, key: 'none' }
    const label = (with_: Partial<Facts['preparation']>) => stepsOf(wave('draft', false, { ...nothing, ...with_ }), null).next?.label
    expect(label({})).toBe('Wijken invullen')
    expect(label({ areas: 2 })).toBe('Wijken invullen')
    expect(label({ areas: 2, counted: 2 })).toBe('Vragenlijst kiezen')
    expect(label({ areas: 2, counted: 2, languages: 1 })).toBe('Steekproef bepalen')
    expect(label({ ...planned, key: 'none' })).toBe('Sleutelbladen')
    expect(label({ ...planned, key: 'made' })).toBe('Sleutelbladen')
    expect(label(planned)).toBe('Plan vastleggen')
    expect(stepsOf({ ...wave('ready'), invited: 99 }, null).next?.label).toBe('Brieven maken')
    expect(stepsOf(wave('ready'), null).next).toEqual({ label: 'Veldwerk starten', href: '#/meting/w/starten' })
    expect(stepsOf(wave('field'), null).next?.label).toBe('Veldwerk sluiten')
  })
  it('shows at most one step as the one to do now, and every step leads somewhere', () => {
    for (const state of WAVE_STATES) {
      const steps = sevenSteps(wave(state), null)
      expect(steps.map(({ name }) => name), state).toEqual(STEPS)
      expect(steps.filter(({ sign }) => sign === 'now').length, state).toBeLessThanOrEqual(1)
      for (const { href } of steps) expect(readRoute(href).screen).not.toBe('unknown')
    }
  })
  it('never sends a meting in the field back to its areas, whatever became of them since', () => {
    expect(stepsOf(wave('field', false, { ...planned, areas: 0, counted: 0 }), null).next?.label).toBe('Veldwerk sluiten')
  })
  it('leads from counted to published to compared', () => {
    expect(stepsOf(wave('sealed'), null).next).toEqual({ label: 'Publiceren', href: '#/meting/w/publiceren' })
    expect(stepsOf(wave('sealed'), { id: 'e', compared: false }).next).toEqual({ label: 'Bekijken', href: '#/uitgave/e' })
    expect(stepsOf(wave('sealed'), { id: 'e', compared: true }).next).toEqual({ label: 'Vergelijken', href: '#/vergelijken/e' })
  })
})

describe('the words of counting', () => {
  it('names the word of a key sheet that is wrong', () => {
    expect(keySheetText({ mistake: 'word', position: 7, typed: 'zeeba', nearest: ['zebra'] })).toBe('Woord 7, ‘zeeba’, staat niet in de lijst. Bedoelt u: zebra?')
    expect(keySheetText({ mistake: 'misread', position: 2, typed: 'cat', meant: 'car' })).toContain('‘car’')
    expect(keySheetText({ mistake: 'other-key', found: 'AAAA', expected: 'BBBB' })).toContain('AAAA')
    expect(keySheetText({ mistake: 'count', found: 1 })).toContain('1 woord.')
  })
  it('says that nothing was destroyed when a count differs, and stays plain for what it does not know', () => {
    expect(countFailure(Object.assign(new Error('x'), { name: 'FrozenDiffers' }))).toContain('niets vernietigd')
    expect(countFailure(Object.assign(new Error('x'), { name: 'AnotherArchive' }))).toMatch(/niets geteld/)
    expect(countFailure(Object.assign(new Error('x'), { name: 'AnotherManifest' }))).toMatch(/niets geteld.*brief/)
    expect(countFailure(new Refusal('set-differs', 409))).toContain('Tel opnieuw')
    expect(refusalText(new Refusal('<script>', 500))).toBe('De server weigert dit. Ververs de pagina en probeer het nog eens.')
    expect(refusalText(new Unreachable('x'))).toContain('niet bereikbaar')
  })
  it('tells how far it is and how it ended', () => {
    const tally = { received: 1310, counted: 1308, duplicate: 1, invalid: { size: 0, sealed: 1, payload: 0, wave: 0, instrument: 0, stratum: 0, moved: 0, signature: 0, spent: 0, phase: 0, answers: 0 }, strata: {} }
    const said = { counted: { digest: 'aa', tally, sealedSet: { count: 1310, digest: 'bb' }, certificate: null, letters: { fingerprint: '7Q2M 0KXV 93ZD HE5T', compared: false }, archive: { fingerprint: 'KX4P 81MD', compared: true } }, earlier: 'cc', text: null }
    expect(stepText({ phase: 'opening', done: 655, total: 1310 })).toEqual({ step: 'Stap 2 van 5: 1.310 antwoorden openen en controleren', share: 0.5 })
    expect(outcomeText(said)).toBe('Van 1.310 antwoorden tellen er 1.308 mee. Niet geteld: 1 ongeldig en 1 dubbel.')
    expect(outcomeText({ ...said, counted: { ...said.counted, tally: { ...tally, received: 1, counted: 1, duplicate: 0, invalid: { ...tally.invalid, sealed: 0 } } } })).toBe('Van 1 antwoord telt er 1 mee. Er viel niets af.')
    expect(lettersText(said)).toMatch(/^Niet vergeleken met een brief.*7Q2M 0KXV 93ZD HE5T/)
    expect(lettersText({ ...said, counted: { ...said.counted, letters: { ...said.counted.letters, compared: true } } })).toBe('Geteld met de sleutels van de brief.')
    expect(checkText(said, 'check')).toContain('andere uitkomst')
    expect(checkText({ ...said, earlier: 'aa' }, 'check')).toContain('Precies dezelfde')
  })
})

describe('the copied table', () => {
  it('attack 25: guards formulas and keeps one line a row', () => {
    const columns = [{ heading: 'Wijk', text: (row: string) => row }]
    expect(tableText(columns, ['=1+1', '@x', '-2', 'a\tb\nc'])).toBe("Wijk\n'=1+1\n'@x\n-2\na b c")
  })
})

describe('what an edition will show', () => {
  it('speaks of one figure as one', () => {
    expect(shownText(1, 1, 'iedereen')).toBe('1 cijfer is te zien voor iedereen; 1 blijft verborgen, omdat er te weinig antwoorden zijn of om andere cijfers te beschermen.')
    expect(shownText(1350, 159, 'de stuurgroep')).toBe('1.350 cijfers zijn te zien voor de stuurgroep; 159 blijven verborgen, omdat er te weinig antwoorden zijn of om andere cijfers te beschermen.')
  })
  it('counts an item of which several figures are left out once', () => {
    expect(leftOutText({ leftOut: [] })).toBe('')
    expect(leftOutText({ leftOut: [{ item: 'told' }, { item: 'told' }] })).toBe('Bij 1 onderwerp zijn cijfers helemaal weggelaten.')
    expect(leftOutText({ leftOut: [{ item: 'told' }, { item: 'whyNot' }] })).toBe('Bij 2 onderwerpen zijn cijfers helemaal weggelaten.')
  })
})
