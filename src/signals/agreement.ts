// How an agreement stands: open, kept, late or missed, and the share kept of those that fell due. Pure, so that board, figures and tests
// read one rule. A census of agreements, not a sample: a share stands with its n and has no margin.

export const agreementStates = ['open', 'overdue', 'kept', 'late', 'missed'] as const
/** open: not due yet · overdue: due, nothing heard yet · kept: done by the day agreed · late: done after it · missed: given up. */
export type AgreementState = (typeof agreementStates)[number]

export interface Dates {
  dueOn: string
  doneOn: string | null
  missedOn: string | null
}

/** How it stands on a day (YYYY-MM-DD). */
export function stateOf({ dueOn, doneOn, missedOn }: Dates, today: string): AgreementState {
  if (missedOn !== null) return 'missed'
  if (doneOn !== null) return doneOn <= dueOn ? 'kept' : 'late'
  return dueOn < today ? 'overdue' : 'open'
}

export interface Tally {
  /** Fell due, or were settled before they did: the n of the share. */
  due: number
  kept: number
  late: number
  /** Given up, or due without a word. */
  missed: number
}

/** Counts agreements; those still open are in none of the numbers. */
export function tallyOf(all: readonly Dates[], today: string): Tally {
  const states = all.map((one) => stateOf(one, today))
  const count = (...wanted: AgreementState[]) => states.filter((state) => wanted.includes(state)).length
  return { due: count('kept', 'late', 'missed', 'overdue'), kept: count('kept'), late: count('late'), missed: count('missed', 'overdue') }
}
