// Quick exit, after the behaviour of GOV.UK's exit-this-page: cover the page at once, wipe, and replace it by the municipality's exit page.
// Separate because it must work whatever else is broken: it knows nothing of the app. Guards against being brought back by the Back
// button: a page from the back-forward cache is covered still and leaves again.
import { wipe } from './storage.ts'

let left = false

/** Covers the page, wipes what the tab keeps, leaves. Says so to screen readers first, as the new page takes a moment. */
export function leave(address: string, announcement: string): void {
  left = true
  document.documentElement.className += ' left'
  document.title = ' '
  wipe(sessionStorage)
  const cover = document.createElement('p')
  cover.setAttribute('role', 'alert')
  cover.className = 'cover'
  cover.textContent = announcement
  // Everything that was drawn goes, so that neither a screenshot of the tab nor the back-forward cache shows it.
  document.body.textContent = ''
  document.body.appendChild(cover)
  location.replace(address)
}

/** True once somebody left: nothing may be stored any more. */
export function hasLeft(): boolean {
  return left
}

/** Shift three times within five seconds leaves, and a page brought back leaves again. */
export function guardExit(leaveNow: () => void): void {
  let presses: number[] = []
  let alone = false
  addEventListener('keydown', (event) => {
    alone = event.key === 'Shift' && !event.repeat
    if (!alone) presses = []
  })
  addEventListener('keyup', (event) => {
    if (event.key !== 'Shift' || !alone) return
    const now = event.timeStamp
    presses = [...presses.filter((press) => now - press < 5_000), now]
    if (presses.length >= 3) leaveNow()
  })
  addEventListener('pageshow', (event) => {
    if (event.persisted && left) leaveNow()
  })
}
