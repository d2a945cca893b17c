// The one heading of a screen, which is also the title of the tab. Separate so that no screen has one without the other.
import type { ComponentChildren } from 'preact'
import { useEffect } from 'preact/hooks'

export function Heading({ text, children }: { text: string; children?: ComponentChildren }) {
  useEffect(() => { document.title = `${text} - Nulmeting` }, [text])
  return <h1>{text}{children}</h1>
}
