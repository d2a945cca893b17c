// One measure of one wave as an attacker sees it: areas whose weighted totals add up to everything that is published.
// Separate because analysis builds it, suppression and reach read it, and the attacker of the tests is given the same.
// The attacker is granted more than is printed: every weighted base exactly (public area sizes), every design effect.

/** An area: the smallest thing totals are made of. */
export interface Atom {
  /** Sum of weights over valid answers. */
  base: number
  /** Share of the category 0..1; a mean is divided by its range first. */
  share: number
  variance: number
  /** Respondents with a valid answer. */
  n: number
  /** What logic leaves possible beside the other figures: who feels unsafe here feels unsafe somewhere. */
  least: number
  most: number
}

/**
 * open: would be shown, may be hidden to protect another. shown: stands in an earlier edition. hidden: too small, or
 * hidden in an earlier edition: needs protection. absent: not in any catalogue, protects nothing and needs nothing.
 */
export type State = 'open' | 'shown' | 'hidden' | 'absent'

export interface TableCell {
  domain: string
  /** Indices of the atoms it covers, ascending. */
  atoms: readonly number[]
  share: number
  variance: number
  n: number
  state: State
  /** Everything a reader would see if the figure were this: two figures with one text cannot be told apart. */
  print: (share: number, variance: number) => string
}

export interface Table {
  atoms: readonly Atom[]
  cells: readonly TableCell[]
  /** True for shares: the variance then follows share x (1 - share); a mean can move without it. */
  binomial: boolean
}

/** The variance an area would have at another share, its design effect unchanged. */
export function varianceAt(atom: Atom, share: number, binomial: boolean): number {
  if (!binomial) return atom.variance
  const spread = atom.share * (1 - atom.share)
  // nobody or everybody: no variance to scale, so that of a simple random sample
  if (spread <= 0 || atom.variance <= 0) return (share * (1 - share)) / Math.max(1, atom.n - 1)
  return (atom.variance * share * (1 - share)) / spread
}

/** The sum of the weighted bases of some atoms. */
export function baseOf(table: Table, atoms: readonly number[]): number {
  return atoms.reduce((sum, index) => sum + table.atoms[index]!.base, 0)
}
