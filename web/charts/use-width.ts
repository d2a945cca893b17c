// The width a chart may take: that of its box, in CSS pixels, followed while it changes. Separate because every chart is drawn at its real
// size, so that text stays 12 px on a phone.
import type { RefObject } from 'preact'
import { useLayoutEffect, useRef, useState } from 'preact/hooks'

/** What the last chart measured: the next one is most likely as wide, and need not be drawn twice. */
let last = 720

/** `box` goes on the element around the drawing. Wide until measured, for where there is no screen. */
export function useWidth(): { box: RefObject<HTMLDivElement | null>; width: number } {
  const box = useRef<HTMLDivElement>(null)
  const [width, setWidth] = useState(last)
  useLayoutEffect(() => {
    const element = box.current!
    const measure = () => setWidth(last = Math.max(280, Math.floor(element.clientWidth)))
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  return { box, width }
}
