// One tab stop a chart: the arrows walk its rows, each read as a sentence. Separate because every chart walks alike (ARIA roving tabindex).
import { useState } from 'preact/hooks'

export interface Roving {
  /** On the drawing. */
  onKeyDown: (event: KeyboardEvent) => void
  /** On the row at `index`. */
  row: (index: number) => { tabindex: 0 | -1; 'data-row': number; onFocus: () => void }
}

export function useRoving(count: number): Roving {
  const [current, setCurrent] = useState(0)
  const here = Math.min(current, Math.max(0, count - 1))
  return {
    onKeyDown(event) {
      const to = { ArrowDown: here + 1, ArrowRight: here + 1, ArrowUp: here - 1, ArrowLeft: here - 1, Home: 0, End: count - 1 }[event.key]
      if (to === undefined) return
      event.preventDefault()
      const next = Math.min(count - 1, Math.max(0, to))
      setCurrent(next)
      ;(event.currentTarget as Element).querySelector<SVGElement>(`[data-row="${next}"]`)?.focus()
    },
    row: (index) => ({ tabindex: index === here ? 0 : -1, 'data-row': index, onFocus: () => setCurrent(index) }),
  }
}
