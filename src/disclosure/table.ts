// One measure of one wave as an attacker sees it: areas whose weighted totals add up to everything that is published.
// Separate because analysis builds it, suppression and reach read it, and the attacker of the tests is given the same.
// The attacker is granted more than is printed: every weighted base exactly (public area sizes), and the base and design
// effect of every hidden area to within 30%, though neither is printed and what rounding leaves of them is wider.

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

/** How far, as a part, an attacker is in doubt about design effect over base of a hidden area: the rest is granted. */
export const DOUBT = 0.3

/**
 * A variance the area could have at another share, as near to its own as the doubt allows: design effect over base times
 * share x (1 - share).
 */
export function varianceAt(atom: Atom, share: number, binomial: boolean): number {
  if (!binomial) return atom.variance
  const spread = atom.share * (1 - atom.share)
  // nobody or everybody: no variance to scale, so that of a simple random sample
  const factor = spread <= 0 || atom.variance <= 0 ? 1 / Math.max(1, atom.n - 1) : atom.variance / spread
  const usual = factor * share * (1 - share)
  return Math.min(Math.max(atom.variance, usual * (1 - DOUBT)), usual / (1 - DOUBT))
}

/** The sum of the weighted bases of some atoms. */
export function baseOf(table: Table, atoms: readonly number[]): number {
  return atoms.reduce((sum, index) => sum + table.atoms[index]!.base, 0)
}
