// A button, or a link that looks like one when it leads to another screen. One primary button a screen: the next step.
// Separate so that every screen has the same sizes (44 px and more), the same busy state and the same words for danger.
import type { ComponentChildren } from 'preact'

export interface ButtonProps {
  children: ComponentChildren
  kind?: 'primary' | 'secondary' | 'danger'
  type?: 'button' | 'submit'
  /** Shown as unavailable while something runs; the words stay readable and the button stays in the tab order. */
  busy?: boolean
  /** When given, a link to this address inside the console. */
  href?: string
  onPress?: () => void
}

export function Button({ children, kind = 'secondary', type = 'button', busy = false, href, onPress }: ButtonProps) {
  const look = `button button--${kind}`
  if (href !== undefined) return <a class={look} href={href}>{children}</a>
  return (
    <button class={look} type={type} aria-disabled={busy || undefined} onClick={(event) => {
      if (busy) event.preventDefault()
      else onPress?.()
    }}>{children}</button>
  )
}
