// A measured figure as one printed line: what, measured, yardstick, ratio, target, ok or missed. Separate so that every bench prints alike;
// a missed target is a line and a count at the end, never a failed test.
import { arch, cpus, platform, release, totalmem } from 'node:os'

export interface Figure {
  what: string
  measured: string
  /** What it is held against, with its value. */
  yardstick?: string
  ratio?: number
  /** The bound in words ("at least 0.5"), and whether it was kept. */
  target?: { words: string; kept: boolean }
}

let missed = 0

/** The line of a figure; counts those that miss their target. */
export function figureLine({ what, measured, yardstick, ratio, target }: Figure): string {
  if (target && !target.kept) missed += 1
  const parts = [measured, yardstick && `yardstick ${yardstick}`, ratio !== undefined && `ratio ${ratio.toFixed(2)}`, target && `target ${target.words}: ${target.kept ? 'ok' : 'MISSED'}`]
  return `${what}: ${parts.filter(Boolean).join(' · ')}`
}

export const missedTargets = (): number => missed

/** A bound on a number. */
export const atLeast = (bound: number, value: number, unit = '') => ({ words: `at least ${bound}${unit}`, kept: value >= bound })
export const atMost = (bound: number, value: number, unit = '') => ({ words: `at most ${bound}${unit}`, kept: value <= bound })

/** The middle value; for an even number the lower of the two. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? NaN
}

/** 12,345 */
export const whole = (value: number): string => Math.round(value).toLocaleString('en')

/** What it ran on. */
export function machineLine(): string {
  const model = cpus()[0]?.model.trim() ?? 'unknown processor'
  return `machine: ${cpus().length} cores (${model}), ${(totalmem() / 2 ** 30).toFixed(0)} GB, ${platform()} ${release()} ${arch()}, Node ${process.versions.node}`
}
