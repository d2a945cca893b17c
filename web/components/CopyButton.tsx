// Copies text to the clipboard and says that it did. Separate because the clipboard may be refused (an old browser, a policy):
// then the words say so and the table stays selectable by hand.
import { useState } from 'preact/hooks'
import { Button } from './Button.tsx'

export function CopyButton({ label, text }: { label: string; text: () => string }) {
  const [said, say] = useState('')
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text())
      say('Gekopieerd. Plak het in uw werkblad.')
    } catch {
      say('Kopiëren mag niet in deze browser. Selecteer de tabel zelf.')
    }
  }
  return (
    <span class="copy no-print">
      <Button onPress={() => { void copy() }}>{label}</Button>
      <span class="copy__said" role="status">{said}</span>
    </span>
  )
}
