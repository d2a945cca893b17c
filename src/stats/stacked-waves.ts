// Two waves in one design: strata area x wave where they are independent, areas with persons as clusters where they share.
// Separate because regressions over both waves (difference in differences) need rows of both in one place.
// R survey: svydesign(~1, strata = ~area.wave, fpc = ~N) and svydesign(~person, strata = ~area) on rbind(before, after).
import { surveyDesign, type Design } from './design.ts'

/** Before on top of after, strata kept apart; populations are kept when both have them. */
export function stackIndependent(before: Design, after: Design): Design {
  const population = before.population && after.population ? joined(before.population, after.population) : undefined
  return surveyDesign({
    weights: joined(before.weights, after.weights),
    stratum: Int32Array.from([...before.stratum, ...after.stratum.map((h) => h + before.strata)]),
    strata: before.strata + after.strata,
    ...(population && { population }),
  })
}

/**
 * Before on top of after with one stratum per area and persons as clusters, without fpc. This is what R's stacked
 * regression does; it overstates the variance of a change, for which changeWithShared is the one to use.
 */
export function stackShared(before: Design, after: Design, personBefore: ArrayLike<string | number>, personAfter: ArrayLike<string | number>): Design {
  if (before.strata !== after.strata) throw new RangeError('stackShared requires the same strata in both waves')
  const clusterOf = new Map<string, number>()
  const cluster = new Int32Array(before.n + after.n)
  for (let i = 0; i < cluster.length; i++) {
    const [person, h] = i < before.n ? [personBefore[i], before.stratum[i]] : [personAfter[i - before.n], after.stratum[i - before.n]]
    // who moved to another stratum is another cluster there
    const key = `${h} ${person}`
    let k = clusterOf.get(key)
    if (k === undefined) clusterOf.set(key, (k = clusterOf.size))
    cluster[i] = k
  }
  return surveyDesign({ weights: joined(before.weights, after.weights), stratum: Int32Array.from([...before.stratum, ...after.stratum]), strata: before.strata, cluster })
}

/** Two columns one below the other. */
export function joined(first: Float64Array, second: Float64Array): Float64Array {
  const column = new Float64Array(first.length + second.length)
  column.set(first)
  column.set(second, first.length)
  return column
}
