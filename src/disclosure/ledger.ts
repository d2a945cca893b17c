// The release ledger: what earlier editions showed and hid, for any audience. One suppression, one ledger for all: a
// figure hidden once stays hidden, a figure shown once counts as known to everybody for ever.
// Separate from suppression, which only sees the states this gives.
import type { State } from './table.ts'

/** What earlier editions did with one figure: the texts under which it was shown, or that it was hidden. */
export interface Entry { shownAs: Set<string>; hidden: boolean }

export type Ledger = ReadonlyMap<string, Entry>

/** Adds one figure of one earlier edition; `text` is null when it was hidden there. */
export function record(ledger: Map<string, Entry>, key: string, text: string | null): void {
  const entry = ledger.get(key) ?? { shownAs: new Set<string>(), hidden: false }
  if (text === null) entry.hidden = true
  else entry.shownAs.add(text)
  ledger.set(key, entry)
}

/** State of a figure in the table that everything published will form once this edition is out. */
export function stateOf(entry: Entry | undefined, small: boolean, offeredNow: boolean): State {
  if (entry && entry.shownAs.size > 0) return 'shown'
  if (entry?.hidden || small) return 'hidden'
  return offeredNow ? 'open' : 'absent'
}
