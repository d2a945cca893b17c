// Figures that logic ties together (the answers of one item, a routed item with its follow-up): shown for everybody and groups, all or
// none. Separate because nothing of a set may be hidden cell by cell: the others would give it back.
import { offered } from '../disclosure/catalogue.ts'
import type { Domain, Level } from '../disclosure/catalogue.ts'
import { tooSmall } from '../disclosure/primary.ts'
import { feasibleWidth } from '../disclosure/reach.ts'
import { PROTECTED_WIDTH } from '../disclosure/secondary.ts'
import { attackedTable, figureIn } from './attacked-table.ts'
import type { TableCell } from '../disclosure/table.ts'
import type { Known } from './attacked-table.ts'
import type { Reported } from './measures.ts'
import type { Exact, WaveTable } from './wave-table.ts'

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

/**
 * Whether what is left of everybody less the groups cannot be worked out where it is small. Other areas need no such care:
 * nothing of a set is printed of them, and nothing finer than a group can be taken off.
 */
function protectedIn(table: WaveTable, set: readonly Reported[], reported: Reported, open: readonly Domain[], known: Known): boolean {
  const all = open.find(({ kind }) => kind === 'all')
  const grouped = new Set(open.filter(({ kind }) => kind === 'group').flatMap(({ areas }) => areas))
  const rest = table.domains.filter(({ kind, areas }) => kind === 'area' && grouped.size > 0 && !grouped.has(areas[0]!)).map(({ id }) => id)
  const figures = rest.flatMap((id) => figureIn(table, reported, id) ?? [])
  const sum = (of: (figure: Exact) => number): number => figures.reduce((total, figure) => total + of(figure), 0)
  if (!all || figures.length === 0 || !tooSmall(sum(({ n }) => n), sum(({ count }) => count ?? 0))) return true
  const ids = new Set(open.map(({ id }) => id))
  // answers add up to 100%: when one moves the others do
  const attacked = attackedTable(table, reported, { ...known, family: reported.measure === 'answer' ? set : [] }, ({ id }) => (ids.has(id) ? 'shown' : 'absent'))
  const atoms = attacked.cells.filter(({ domain }) => rest.includes(domain)).flatMap((cell) => cell.atoms)
  const base = atoms.reduce((total, index) => total + attacked.atoms[index]!.base, 0)
  const share = atoms.reduce((total, index) => total + attacked.atoms[index]!.base * attacked.atoms[index]!.share, 0) / base
  const left: TableCell = { domain: 'rest', atoms, share, variance: 0, n: sum(({ n }) => n), state: 'hidden', print: () => '' }
  return feasibleWidth(attacked, new Set(attacked.cells.filter(({ state }) => state === 'shown')), left) >= PROTECTED_WIDTH
}
