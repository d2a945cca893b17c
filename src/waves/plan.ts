// The rest of a wave's plan, kept as JSON because nothing searches it: fixed before the manifest is frozen, read by the analysis.
// Separate from table.ts because pages and the analysis need the shape without a database.

export interface Plan {
  /** The year whose area boundaries and control totals count. */
  boundaryYear: number
  /** The battery the instrument comes from, by id. */
  battery: string
  /** The modules taken of it; its standard ones when absent. */
  modules?: readonly string[]
  languages: readonly string[]
  /** How one adult was chosen: by name from the register, an address, or everybody (census). */
  selection: 'person' | 'address' | 'census'
  ageFloor: number
  /** 2 to 4 ids of items or scales, fixed before the baseline; empty for a wave that claims nothing. */
  primaryOutcomes: readonly string[]
  /** The earlier wave this one began as a copy of. */
  copyOf?: string
}
