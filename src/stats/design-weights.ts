// Design weights: how many people of a stratum each row stands for before anything is adjusted.
// Separate because it is the one place where population and sample counts meet.
// R survey: the weights that svydesign(fpc = ~N) would infer.

/**
 * N / n per row, n being the rows of its stratum (`invited` per stratum may be given instead, together with a selection
 * factor per row, such as the number of adults of a household in a sample of addresses).
 * Throws RangeError for a stratum with rows but without people, or fewer people than rows.
 */
export function designWeights(stratum: Int32Array, population: ArrayLike<number>, invited?: ArrayLike<number>, selection?: ArrayLike<number>): Float64Array {
  const sampled = new Float64Array(population.length)
  for (let i = 0; i < stratum.length; i++) {
    if (!(stratum[i]! >= 0 && stratum[i]! < population.length)) throw new RangeError(`designWeights requires a population for stratum ${stratum[i]}, found in row ${i}`)
    sampled[stratum[i]!]!++
  }
  for (let h = 0; h < population.length; h++) {
    const people = population[h]!
    const drawn = invited ? invited[h]! : sampled[h]!
    if (sampled[h]! > 0 && !(people >= drawn && drawn >= sampled[h]! && people < Infinity)) {
      throw new RangeError(`designWeights requires people >= invited >= respondents in stratum ${h}, got ${people}, ${drawn} and ${sampled[h]}`)
    }
  }
  return Float64Array.from(stratum, (h, i) => {
    const factor = selection ? selection[i]! : 1
    if (!(factor > 0 && factor < Infinity)) throw new RangeError(`designWeights requires selection factors above zero, row ${i} has ${factor}`)
    return (factor * population[h]!) / (invited ? invited[h]! : sampled[h]!)
  })
}
