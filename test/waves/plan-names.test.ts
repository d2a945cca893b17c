// A plan is typed by one person and its group names travel far: into letters' lists, manifests, frozen files and certificates.
// Protects: that no name can mean something to a spreadsheet, a page, a file or a JavaScript object on the way.
import { describe, expect, it } from 'vitest'
import { wavePlan } from '../../src/waves/wire.ts'
import { aPlan } from '../support/fieldwork.ts'

const named = (id: string) => wavePlan.safeParse(aPlan([], 50, { strata: [{ id, area: 'A', population: 900, toInvite: 50 }] })).success

describe('the name of a group', () => {
  it('is refused when it is a member every object has, a formula, markup, a path or unreadable', () => {
    const wrong = ['__proto__', '=cmd()', '+1', '@A1', '<b>', 'a"b', "a'b", '../a', 'a/b', 'a\nb', 'a\u0000b', 'a\u202eb', '', ' a', 'é'.repeat(41)]
    expect(wrong.filter(named)).toEqual([])
  })

  it('may be what people call a group', () => {
    expect(['A', 'A: 18-34', 'Noord 65+', 'W1.2', 'Oude Wijk (zuid)', 'Überberg'].filter((id) => !named(id))).toEqual([])
  })
})
