// Draws a pile of letters beside the page, where only a printer sees it: some at a time, so that the page stays alive and can be stopped.
// Separate from the screen because what is printed must outlive a render and be gone when somebody leaves.
import { render } from 'preact'
import '../../../src/letters/letter.css'
import type { LetterFrame, LetterSheet } from '../../../src/letters/letter-sheet.ts'
import { LetterPaper } from './LetterPaper.tsx'

const AT_ONCE = 25
let box: HTMLElement | null = null

/** Draws letters `from` up to `to`; AbortError when stopped, with nothing left drawn. */
export async function drawSheets(frame: LetterFrame, { from, to }: { from: number; to: number }, sheets: (from: number, to: number) => Promise<LetterSheet[]>, onShare: (share: number) => void, signal: AbortSignal): Promise<void> {
  clearSheets()
  const pile = document.createElement('div')
  pile.className = 'letters-print'
  pile.lang = 'nl'
  for (let start = from; start < to; start += AT_ONCE) {
    const part = await sheets(start, Math.min(to, start + AT_ONCE))
    signal.throwIfAborted()
    const piece = document.createElement('div')
    render(<>{part.map((sheet) => <LetterPaper key={sheet.mailing} frame={frame} sheet={sheet} />)}</>, piece)
    pile.append(piece)
    onShare((start + part.length - from) / (to - from))
    // Lets the page draw the bar and hear "Stoppen".
    await new Promise((resolve) => setTimeout(resolve))
  }
  box = pile
  document.body.append(pile)
  document.body.classList.add('printing-letters')
}

/** Takes every name off the page. */
export function clearSheets(): void {
  box?.remove()
  box = null
  document.body.classList.remove('printing-letters')
}
