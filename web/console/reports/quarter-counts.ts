// The counts of an ended quarter from the tallies of its months: every area stands in it, and fewer than 5 is said as that, nought among them,
// so that no area tells by being absent. Pure.

export function countsOf(quarter: string, tallies: readonly { month: string; counts: Readonly<Record<string, number>> }[], areas: readonly string[]): { area: string; reports: number | null }[] {
  const own = tallies.filter(({ month }) => quarter === `${month.slice(0, 4)}-Q${Math.ceil(Number(month.slice(5, 7)) / 3)}`)
  return areas.map((area) => {
    const reports = own.reduce((sum, { counts }) => sum + (Number.isInteger(counts[area]) ? counts[area]! : 0), 0)
    return { area, reports: reports < 5 ? null : reports }
  })
}
