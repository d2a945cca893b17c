// A message that belongs to the whole screen or to one step. The kind is said in words, never by colour alone.
// Separate because role and heading differ by urgency: only a mistake interrupts a screen reader.
import type { ComponentChildren } from 'preact'

export interface AlertProps {
  kind: 'info' | 'done' | 'warning' | 'mistake'
  title: string
  children?: ComponentChildren
}

const WORD = { info: 'Let op', done: 'Gelukt', warning: 'Waarschuwing', mistake: 'Dit ging niet' } as const
const SIGN = { info: 'i', done: '✓', warning: '!', mistake: '×' } as const

export function Alert({ kind, title, children }: AlertProps) {
  return (
    <div class={`alert alert--${kind}`} role={kind === 'mistake' ? 'alert' : kind === 'done' ? 'status' : undefined}>
      <span class="alert__sign" aria-hidden="true">{SIGN[kind]}</span>
      <div class="alert__text">
        <p class="alert__title"><span class="only-heard">{WORD[kind]}: </span>{title}</p>
        {children}
      </div>
    </div>
  )
}
