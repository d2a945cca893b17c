// Whether an edition shows what an earlier one hid, of any audience: then anybody who holds both has the hidden figure. The engine never builds such an
// edition from the ledger it was given; this is asked once more where editions are stored, because a ledger can be old and a sender can be another program.
import { record, stateOf } from '../disclosure/ledger.ts'
import type { Entry } from '../disclosure/ledger.ts'
import type { Cell, EditionHead, PublishedComparison, PublishedRow } from './edition.ts'

type Measured = Pick<PublishedRow, 'item' | 'measure' | 'categories' | 'domain'>
export interface GivenAway extends Measured { wave: string }

const keyOf = ({ wave, item, measure, categories, domain }: GivenAway): string => `${wave}|${item}|${measure}|${categories.join('.')}|${domain}`
const textOf = (cell: Cell): string | null => ('hidden' in cell ? null : 'shown')

/** The figures, in the order of the edition: hidden earlier and shown now, or hidden among its own rows and shown in a comparison. */
export function givesAway({ head, rows, comparisons }: { head: Pick<EditionHead, 'wave' | 'baseline'>; rows: readonly PublishedRow[]; comparisons: readonly PublishedComparison[] }, earlier: readonly (readonly PublishedRow[])[]): GivenAway[] {
  const ledger = new Map<string, Entry>()
  for (const row of earlier.flat()) record(ledger, keyOf(row), textOf(row.cell))
  const own = new Map(rows.map((row) => [keyOf(row), textOf(row.cell)]))
  const compared = comparisons.flatMap((row) => [{ ...row, wave: head.wave.id, cell: row.now }, ...(head.baseline && !head.baseline.imported ? [{ ...row, wave: head.baseline.id, cell: row.baseline }] : [])])
  const found = new Map<string, GivenAway>()
  for (const { wave, item, measure, categories, domain, cell } of [...rows, ...compared]) {
    const one = { wave, item, measure, categories, domain }
    if (textOf(cell) === null) continue
    if (stateOf(ledger.get(keyOf(one)), false, true) === 'hidden' || own.get(keyOf(one)) === null) found.set(keyOf(one), one)
  }
  return [...found.values()]
}

const NAMED = 8

/** "unsafeHere in Veld A; ...": which figures, and the items to leave out or to show coarser. Labels where the head has them. */
export function givenAwayWords(found: readonly GivenAway[], head: Pick<EditionHead, 'items' | 'areas'>): { cells: string; leaveOut: string } {
  const item = (one: Pick<Measured, 'item'>): string => head.items.find((each) => each.item === one.item && (each.measure === 'share' || each.measure === 'mean'))?.label.nl ?? one.item
  const place = (domain: string): string => head.areas.find(({ id }) => id === domain)?.name ?? domain
  const said = found.slice(0, NAMED).map((one) => `${item(one)} (${place(one.domain)})`)
  return { cells: `${said.join('; ')}${found.length > NAMED ? `; +${found.length - NAMED}` : ''}`, leaveOut: [...new Set(found.map(item))].slice(0, NAMED).join('; ') }
}
