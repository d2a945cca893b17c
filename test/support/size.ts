// How large a promise is tried: small in `npm test`, at the size the issues name in `npm run soak`. One place reads the switch, so that a
// suite says both numbers beside each other and the soak run prints what it reached.

export const isSoak = process.env['NULMETING_SOAK'] === '1'

/** The number for this run, e.g. `size({ test: 10, soak: 200 })`. */
export function size({ test, soak }: { test: number; soak: number }): number {
  return isSoak ? soak : test
}

/** Prints a figure that a soak run reached, e.g. `soakFigure('kills', 200, '9,412 acknowledged, none lost')`; silent in `npm test`. */
export function soakFigure(what: string, tried: number, outcome: string): void {
  if (isSoak) process.stdout.write(`soak: ${what}: ${tried} tried: ${outcome}\n`)
}
