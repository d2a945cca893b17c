// The twelve views by name: what each lets one choose, how it is made, and how it lies on paper. Separate so that the list of views, the addresses and the
// page of all views are one table.
import type { ViewName } from '../languages/results-text.ts'
import { againstComparison } from './views/against-comparison.ts'
import { elsewhere } from './views/elsewhere.ts'
import { fear } from './views/fear.ts'
import { heard } from './views/heard.ts'
import { memo } from './views/memo.ts'
import { oneArea } from './views/one-area.ts'
import { oneItem } from './views/one-item.ts'
import { primaryOutcomes } from './views/primary-outcomes.ts'
import { refusal } from './views/refusal.ts'
import { silence } from './views/silence.ts'
import { tenure } from './views/tenure.ts'
import { trust } from './views/trust.ts'
import type { ResultView, ViewInput } from './view.ts'

export interface ViewKind {
  name: ViewName
  make: (input: ViewInput) => ResultView
  /** Pickers: an item; an area; a place among all areas and groups; one of everybody and groups. */
  chooses: readonly ('item' | 'area' | 'place' | 'group')[]
  /** Pages of A4: one or two are kept to, and print no tables; free prints all. */
  paper: 'one' | 'two' | 'free'
}

const kind = (name: ViewName, make: ViewKind['make'], chooses: ViewKind['chooses'] = [], paper: ViewKind['paper'] = 'free'): ViewKind => ({ name, make, chooses, paper })

/** V1 to V12, in that order. */
export const VIEWS: readonly ViewKind[] = [
  kind('gelukt', primaryOutcomes),
  kind('vergelijkingswijken', againstComparison, ['item']),
  kind('onderwerp', oneItem, ['item', 'place']),
  kind('wijk', oneArea, ['area'], 'one'),
  kind('zwijgen', silence, ['group']),
  kind('angst', fear, ['group']),
  kind('durven', refusal, ['place']),
  kind('vertrouwen', trust, ['group']),
  kind('gehoord', heard),
  kind('blijvers', tenure),
  kind('elders', elsewhere),
  kind('memo', memo, [], 'two'),
]

/** The view of an address; the first one for a word that is none. */
export function viewOf(name: string | undefined): ViewKind {
  return VIEWS.find((view) => view.name === name) ?? VIEWS[0]!
}
