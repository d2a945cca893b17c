// Runs an act for every one of a list although it fails for some, then throws the first fault.
// Separate because clock and start-up work for many municipalities at once: what is broken for one of them must not stop the others.

/** Results in the order of the list when none failed. */
export async function oneByOne<Item, Result>(list: readonly Item[], act: (item: Item) => Promise<Result>): Promise<Result[]> {
  const results: Result[] = []
  const faults: unknown[] = []
  for (const item of list) {
    try {
      results.push(await act(item))
    } catch (fault) {
      faults.push(fault)
    }
  }
  if (faults.length > 0) throw faults[0]
  return results
}
