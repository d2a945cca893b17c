// Fills a page bit by bit: the first figure at once, so that a choice is answered within a frame or two; the rest as soon as the browser breathes; all of it
// before printing. Separate because it is the one place that trades completeness for speed, for less than a second.
import { useEffect, useState } from 'preact/hooks'

/** How many of `count` parts may be drawn now: 1 at first, then one more at a time. */
export function useReveal(count: number): number {
  const [shown, show] = useState(1)
  useEffect(() => {
    if (shown >= count) return undefined
    const timer = setTimeout(() => show((now) => now + 1), 0)
    const all = () => show(count)
    addEventListener('beforeprint', all)
    return () => { clearTimeout(timer); removeEventListener('beforeprint', all) }
  }, [shown, count])
  return Math.min(shown, count)
}
