// Figures that logic ties together (the answers of one item, a routed item with its follow-up): shown for everybody and groups, all or
// none. Separate because nothing of a set may be hidden cell by cell: the others would give it back.
import { offered } from '../disclosure/catalogue.ts'
import type { Domain, Level } from '../disclosure/catalogue.ts'
import { tooSmall } from '../disclosure/primary.ts'
import { feasibleWidth } from '../disclosure/reach.ts'
import { PROTECTED_WIDTH } from '../disclosure/secondary.ts'
import { attackedTable, figureIn } from './attacked-table.ts'
import type { Known } from './attacked-table.ts'
import type { Reported } from './measures.ts'
import type { WaveTable } from './wave-table.ts'

/** Groups are given up before everybody. */
const KINDS: readonly ReadonlySet<Domain['kind']>[] = [new Set(['all', 'group']), new Set(['all'])]

/**
 * The breakdowns in which a set may be shown; none when even everybody together would give a small area away. `main`: the
 * breakdowns in which the figure these answers add up to is shown, null where there is no such figure.
 */
export function openDomains(table: WaveTable, set: readonly Reported[], level: Level, main: ReadonlySet<string> | null, known: Known): readonly Domain[] {
  for (const kinds of KINDS) {
    const open = table.domains.filter(({ id, kind }) => kinds.has(kind) && offered(kind, level) && (main === null || main.has(id)))
    if (open.length === 0 || open[0]!.kind !== 'all') continue
    if (set.every((reported) => open.every(({ id }) => large(table, reported, id)) && protectedIn(table, set, reported, open, known))) return open
  }
  return []
}

function large(table: WaveTable, reported: Reported, domain: string): boolean {
  const figure = figureIn(table, reported, domain)
  return figure !== null && !tooSmall(figure.n, figure.count)
}

/** Whether no small area can be worked out as what is left of everybody less the groups. */
function protectedIn(table: WaveTable, set: readonly Reported[], reported: Reported, open: readonly Domain[], known: Known): boolean {
  const ids = new Set(open.map(({ id }) => id))
  // answers add up to 100%: when one moves the others do
  const family = reported.measure === 'answer' ? set : []
  const attacked = attackedTable(table, reported, { ...known, family }, ({ id, kind }, { n, count }) =>
    (ids.has(id) ? 'shown' : kind === 'area' && tooSmall(n, count) ? 'hidden' : 'absent'))
  const shown = new Set(attacked.cells.filter(({ state }) => state === 'shown'))
  return attacked.cells.every((cell) => cell.state !== 'hidden' || feasibleWidth(attacked, shown, cell) >= PROTECTED_WIDTH)
}
