// Distribution functions: normal, t, F, chi-square and beta, in the tail that is asked for.
// Separate because this is the only file that knows the numerical packages: tails come straight from the incomplete
// beta and gamma functions (never 1 - cdf, which loses every digit of a small p). R: pnorm, qnorm, pt, qt, pf, qf, ...
import betainc from '@stdlib/math-base-special-betainc'
import gammainc from '@stdlib/math-base-special-gammainc'
import betaQuantile from '@stdlib/stats-base-dists-beta-quantile'
import stdlibNormalCdf from '@stdlib/stats-base-dists-normal-cdf'
import tQuantile from '@stdlib/stats-base-dists-t-quantile'
import { quantileBySearch } from './quantile-by-search.ts'
import { FAST_TAIL_DF, studentTail } from './student-t-tail.ts'

const quantilesOfT = new Map<number, Map<number, number>>()

/** P(Z <= z). R: pnorm(1.96) = 0.9750021048517795. */
export function normalCdf(z: number): number {
  requireNumber('normalCdf', z)
  return stdlibNormalCdf(z, 0, 1)
}

/** Two-sided p of a normal statistic. R: 2 * pnorm(-abs(z)). */
export function normalTwoSided(z: number): number {
  requireNumber('normalTwoSided', z)
  return 2 * stdlibNormalCdf(-Math.abs(z), 0, 1)
}

/** Two-sided p of a t statistic. R: 2 * pt(-abs(t), df). */
export function tTwoSided(t: number, df: number): number {
  requireNumber('tTwoSided', t)
  requireDf('tTwoSided', df)
  if (df <= FAST_TAIL_DF) return studentTail(t, df)
  return Number.isFinite(t) ? betainc((t * t) / (df + t * t), 0.5, df / 2, true, true) : 0
}

/** P(T <= t), exact in the lower tail. R: pt(t, df). */
export function tCdf(t: number, df: number): number {
  const half = tTwoSided(t, df) / 2
  return t < 0 ? half : 1 - half
}

/** Quantile of t, kept per df because a report asks the same one thousands of times. R: qt(.975, 10) = 2.2281388519649385. */
export function tInverse(p: number, df: number): number {
  requireOpenProbability('tInverse', p)
  requireDf('tInverse', df)
  let kept = quantilesOfT.get(p)
  if (!kept) quantilesOfT.set(p, (kept = new Map()))
  let value = kept.get(df)
  if (value === undefined) {
    value = tQuantile(p, df)
    if (kept.size > 100_000) kept.clear()
    kept.set(df, value)
  }
  return value
}

/** Upper tail of F. R: pf(x, d1, d2, lower.tail = FALSE). */
export function fUpper(x: number, d1: number, d2: number): number {
  requireNumber('fUpper', x)
  requireDf('fUpper', d1)
  requireDf('fUpper', d2)
  if (x <= 0) return 1
  if (x === Infinity) return 0
  // of the two complementary arguments the smaller one carries the digits
  const share = (d1 * x) / (d2 + d1 * x)
  return share < 0.5 ? betainc(share, d1 / 2, d2 / 2, true, true) : betainc(d2 / (d2 + d1 * x), d2 / 2, d1 / 2, true, false)
}

/** Quantile of F. R: qf(p, d1, d2). */
export function fInverse(p: number, d1: number, d2: number): number {
  requireOpenProbability('fInverse', p)
  requireDf('fInverse', d1)
  requireDf('fInverse', d2)
  const share = betaQuantile(p, d1 / 2, d2 / 2)
  // near one the complement carries the digits
  const rest = share > 0.5 ? betaQuantile(1 - p, d2 / 2, d1 / 2) : 1 - share
  return (d2 * (share > 0.5 ? 1 - rest : share)) / (d1 * rest)
}

/** Upper tail of chi-square. R: pchisq(x, df, lower.tail = FALSE). */
export function chiSquareUpper(x: number, df: number): number {
  requireNumber('chiSquareUpper', x)
  requireDf('chiSquareUpper', df)
  if (x <= 0) return 1
  if (x === Infinity) return 0
  return gammainc(x / 2, df / 2, true, true)
}

/** Quantile of chi-square. R: qchisq(.95, 4) = 9.487729036781154. */
export function chiSquareInverse(p: number, df: number): number {
  requireOpenProbability('chiSquareInverse', p)
  requireDf('chiSquareInverse', df)
  // Wilson-Hilferty is a start; the search ends at the rounding of gammainc itself
  const h = 2 / (9 * df)
  const start = df * Math.max(1e-3, 1 - h + normalInverse(p) * Math.sqrt(h)) ** 3
  return p < 0.5
    ? quantileBySearch((x) => gammainc(x / 2, df / 2, true, false) - p, start)
    : quantileBySearch((x) => 1 - p - gammainc(x / 2, df / 2, true, true), start)
}

/** P(B <= x) of a beta. R: pbeta(x, a, b). */
export function betaCdf(x: number, a: number, b: number): number {
  requireShapes('betaCdf', a, b)
  requireNumber('betaCdf', x)
  return x <= 0 ? 0 : x >= 1 ? 1 : betainc(x, a, b, true, false)
}

/** Quantile of a beta. R: qbeta(.025, 8, 2.5) = 0.4610063. */
export function betaInverse(p: number, a: number, b: number): number {
  requireShapes('betaInverse', a, b)
  requireOpenProbability('betaInverse', p)
  return betaQuantile(p, a, b)
}

/** Quantile of the normal: Wichura's algorithm AS 241 (PPND16), which R's qnorm uses too. qnorm(.975) = 1.959963984540054. */
export function normalInverse(p: number): number {
  requireOpenProbability('normalInverse', p)
  const q = p - 0.5
  if (Math.abs(q) <= 0.425) {
    const r = 0.180625 - q * q
    return (q * polynomial(CENTRE_ABOVE, r)) / polynomial(CENTRE_BELOW, r)
  }
  const r = Math.sqrt(-Math.log(q < 0 ? p : 1 - p))
  const z = r <= 5
    ? polynomial(SHOULDER_ABOVE, r - 1.6) / polynomial(SHOULDER_BELOW, r - 1.6)
    : polynomial(TAIL_ABOVE, r - 5) / polynomial(TAIL_BELOW, r - 5)
  return q < 0 ? -z : z
}

const CENTRE_ABOVE = [3.3871328727963666080, 133.14166789178437745, 1971.5909503065514427, 13731.693765509461125, 45921.953931549871457, 67265.770927008700853, 33430.575583588128105, 2509.0809287301226727]
const CENTRE_BELOW = [1, 42.313330701600911252, 687.18700749205790830, 5394.1960214247511077, 21213.794301586595867, 39307.895800092710610, 28729.085735721942674, 5226.4952788528545610]
const SHOULDER_ABOVE = [1.42343711074968357734, 4.63033784615654529590, 5.76949722146069140550, 3.64784832476320460504, 1.27045825245236838258, 0.241780725177450611770, 0.0227238449892691845833, 7.74545014278341407640e-4]
const SHOULDER_BELOW = [1, 2.05319162663775882187, 1.67638483018380384940, 0.689767334985100004550, 0.148103976427480074590, 0.0151986665636164571966, 5.47593808499534494600e-4, 1.05075007164441684324e-9]
const TAIL_ABOVE = [6.65790464350110377720, 5.46378491116411436990, 1.78482653991729133580, 0.296560571828504891230, 0.0265321895265761230930, 1.24266094738807843860e-3, 2.71155556874348757815e-5, 2.01033439929228813265e-7]
const TAIL_BELOW = [1, 0.599832206555887937690, 0.136929880922735805310, 0.0148753612908506148525, 7.86869131145613259100e-4, 1.84631831751005468180e-5, 1.42151175831644588870e-7, 2.04426310338993978564e-15]

function polynomial(coefficients: readonly number[], x: number): number {
  let value = 0
  for (let k = coefficients.length - 1; k >= 0; k--) value = value * x + coefficients[k]!
  return value
}

function requireNumber(caller: string, x: number): void {
  if (Number.isNaN(x)) throw new RangeError(`${caller} requires a number, got NaN`)
}

function requireDf(caller: string, df: number): void {
  if (!(df > 0 && df < Infinity)) throw new RangeError(`${caller} requires degrees of freedom above zero, got ${df}`)
}

function requireShapes(caller: string, a: number, b: number): void {
  if (!(a > 0 && b > 0 && a < Infinity && b < Infinity)) throw new RangeError(`${caller} requires shapes above zero, got ${a} and ${b}`)
}

function requireOpenProbability(caller: string, p: number): void {
  if (!(p > 0 && p < 1)) throw new RangeError(`${caller} requires a probability between 0 and 1, got ${p}`)
}
