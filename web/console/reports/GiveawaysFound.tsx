// What in a signal could give its reporter or somebody else away, said while it is written. The same look as on the reporter's phone; it warns and never
// blocks, because the second person judges. Separate so that typing costs one look and the specimens can show it.
import { useMemo } from 'preact/hooks'
import { giveaways } from '../../languages/giveaways.ts'
import type { GiveawayKind } from '../../languages/giveaways.ts'
import { Alert } from '../../components/Alert.tsx'

const ASKS: Readonly<Record<GiveawayKind, string>> = {
  name: 'Lijkt een naam', address: 'Lijkt een adres of een precieze plek', contact: 'Lijkt een nummer, kenteken of mailadres', vantage: 'Zegt misschien waarvandaan iemand keek',
}

/** `known`: names that give nobody away: those of the neighbourhoods. */
export function GiveawaysFound({ text, known }: { text: string; known: readonly string[] }) {
  const found = useMemo(() => Object.entries(giveaways(text, known)) as [GiveawayKind, string[]][], [text, known.join()])
  return (
    <div role="status">
      {found.length > 0 && (
        <Alert kind="warning" title="Kan iemand hieruit afleiden wie dit vertelde?">
          <ul>{found.map(([kind, words]) => <li key={kind}>{ASKS[kind]}: {words.map((word) => `‘${word}’`).join(', ')}.</li>)}</ul>
          <p>Kon maar één huishouden dit zien of weten? Schrijf het dan ruimer.</p>
        </Alert>
      )}
    </div>
  )
}
