// Which questions can be compared with the earlier meting, one by one, before anything is fixed. Markup from data; what differs stands first,
// because that is what somebody may still mend.
import type { ItemChange, ItemVerdict } from '../../../src/instrument/item-verdicts.ts'
import { Alert } from '../../components/Alert.tsx'
import { DataTable } from '../../components/DataTable.tsx'
import { plural } from '../words.ts'

const SAYS: Readonly<Record<ItemChange, string>> = {
  same: 'gelijk: te vergelijken', reworded: 'andere woorden: niet te vergelijken', new: 'nieuw: nog niets om mee te vergelijken', gone: 'weg: niet meer te vergelijken',
}
const ORDER: readonly ItemChange[] = ['reworded', 'gone', 'new', 'same']

export function ItemVerdicts({ verdicts, earlier }: { verdicts: readonly ItemVerdict[]; earlier: string }) {
  const same = verdicts.filter(({ change }) => change === 'same').length
  const rows = ORDER.flatMap((change) => verdicts.filter((one) => one.change === change))
  return (
    <section class="card" aria-label="Te vergelijken?">
      <h2>Kunt u straks vergelijken met {earlier}?</h2>
      {same === verdicts.length ? <Alert kind="done" title={`Ja: alle ${plural(same, 'vraag is gelijk', 'vragen zijn gelijk')}.`} />
        : <Alert kind="warning" title={`${plural(same, 'vraag is gelijk', 'vragen zijn gelijk')}, ${plural(verdicts.length - same, 'vraag niet', 'vragen niet')}.`}><p>Wat niet gelijk is, tekenen wij nooit als verandering. Dit kan nog anders, tot u het plan vastlegt.</p></Alert>}
      <details class="fold" open={same < verdicts.length}>
        <summary>Vraag voor vraag</summary>
        <DataTable caption={`De vragen naast die van ${earlier}`} rows={rows} columns={[
          { heading: 'Vraag', text: ({ question }: ItemVerdict) => question },
          { heading: 'Vergelijken', text: ({ change, languages }: ItemVerdict) => SAYS[change] + (languages.length > 0 ? ` (${languages.map((language) => LANGUAGES[language] ?? language).join(', ')})` : '') },
        ]} />
      </details>
    </section>
  )
}

const LANGUAGES: Readonly<Record<string, string>> = { nl: 'Nederlands', en: 'Engels', tr: 'Turks', ar: 'Arabisch', pl: 'Pools', uk: 'Oekraïens' }
