// Copies text to the clipboard and says that it did. Separate because the clipboard may be refused (an old browser, a policy):
// then the words say so and the table stays selectable by hand.
import { useState } from 'preact/hooks'
import { Button } from './Button.tsx'

export interface CopyButtonProps {
  label: string
  text: () => string
  /** What it says afterwards, in the language of the page. */
  done?: string
  refused?: string
}

export function CopyButton({ label, text, done = 'Gekopieerd. Plak het in uw werkblad.', refused = 'Kopiëren mag niet in deze browser. Selecteer de tabel zelf.' }: CopyButtonProps) {
  const [said, say] = useState('')
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text())
      say(done)
    } catch {
      say(refused)
    }
  }
  return (
    <span class="copy no-print">
      <Button onPress={() => { void copy() }}>{label}</Button>
      <span class="copy__said" role="status">{said}</span>
    </span>
  )
}
