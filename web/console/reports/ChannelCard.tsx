// Who signs the list of keys, the keys of the months, and opening the channel once nothing is missing. Separate because these are the steps
// that come back every month.
import type { Setup } from '../../../src/reports/wire.ts'
import { Alert } from '../../components/Alert.tsx'
import { Button } from '../../components/Button.tsx'
import { inWords } from '../words.ts'
import { missingNames } from './keys-words.ts'
import { monthName } from './report-words.ts'

export interface ChannelCardProps {
  setup: Setup
  /** The present month and the one after it. */
  coming: readonly string[]
  me: string
  /** `sign`: this person's open desk holds the signing key. */
  may: { run: boolean; confirm: boolean; sign: boolean }
  busy: boolean
  onSigner: () => void
  onConfirmSigner: (fingerprint: string) => void
  onMonth: (month: string) => void
  onSignAnew: () => void
  onOpen: () => void
  onClose: () => void
}

export function ChannelCard({ setup, coming, me, may, busy, onSigner, onConfirmSigner, onMonth, onSignAnew, onOpen, onClose }: ChannelCardProps) {
  const { missing, signing, signingAsked, months, open, recovery } = setup
  const toMake = coming.filter((month) => !months.some((one) => one.month === month))
  const ready = recovery?.drilledOn != null && signing !== null
  const signedByAnother = setup.signed !== null && signing !== null && setup.signed.publicKey !== signing.publicKey
  return (
    <>
      <section class="card" aria-label="Handtekening">
        <h2>Handtekening</h2>
        <p>Telefoons nemen alleen sleutels aan die uw gemeente heeft getekend. Zet het kenmerk op uw eigen website, en op posters.</p>
        {signing ? <p>Kenmerk: <strong class="mono">{signing.fingerprint}</strong>, sinds {inWords(signing.since)}.</p> : <p>Er is nog geen handtekening.</p>}
        {signingAsked && (
          <div class="compare-key">
            <p>{signingAsked.by} maakte een nieuwe handtekening: <strong class="mono">{signingAsked.fingerprint}</strong>. {signingAsked.by === me ? 'Een collega moet die bevestigen.' : `Laat ${signingAsked.by} het kenmerk voorlezen.`}</p>
            {signingAsked.by !== me && may.confirm && <Button kind="primary" busy={busy} onPress={() => onConfirmSigner(signingAsked.fingerprint)}>Ja, dit kenmerk klopt</Button>}
          </div>
        )}
        {may.run && recovery !== null && (signing === null
          ? !signingAsked && <Button busy={busy} onPress={onSigner}>Handtekening maken</Button>
          : <details><summary>Een nieuwe handtekening</summary><p>Nodig als niemand van nu nog kan tekenen, of als iemand wegging die dat kon. Iedereen ziet dat de handtekening veranderde.</p><Button busy={busy} onPress={onSigner}>Nieuwe handtekening maken</Button></details>)}
        {signedByAnother && may.sign && <Button kind="primary" busy={busy} onPress={onSignAnew}>De lijst opnieuw tekenen</Button>}
      </section>
      <section class="card" aria-label="Maandsleutels">
        <h2>Maandsleutels</h2>
        <p>Elke maand heeft een eigen sleutel. Met die sleutel en die maand verdwijnt alles.</p>
        {months.length > 0 && <ul>{months.map(({ month, goneBy, officers }) => <li key={month}>{monthName(month)}: {officers.length} mensen kunnen die openen; uiterlijk {inWords(goneBy)} vernietigd.</li>)}</ul>}
        {may.run && toMake.length > 0 && !ready && <p>Eerst een geoefend herstelblad en een bevestigde handtekening.</p>}
        {may.run && toMake.length > 0 && ready && !may.sign && <p>Open eerst uw sleutel bij <a href="#/meldingen">Meldingen</a>. Kunt u dan nog niet tekenen, vraag het een collega die de handtekening heeft.</p>}
        {may.run && ready && may.sign && toMake.map((month) => <Button key={month} busy={busy} onPress={() => onMonth(month)}>Sleutel van {monthName(month)} maken</Button>)}
      </section>
      <section class={`card${missing.length === 0 && !open ? ' card--next' : ''}`} aria-label="Openen">
        <h2>{open ? 'Bewoners kunnen nu iets vertellen' : 'Bewoners kunnen nog niets vertellen'}</h2>
        {missing.length > 0 && <><p>{open ? 'Dit is nu nodig:' : 'Dit moet eerst:'}</p><ul class="steps">{missing.map((one) => <li key={one} data-sign="→">{missingNames[one]}</li>)}</ul></>}
        {!open && missing.length === 0 && may.run && <Button kind="primary" busy={busy} onPress={onOpen}>Openen voor bewoners</Button>}
        {open && may.run && (
          <details><summary>Sluiten</summary><p>Nieuwe meldingen kunnen dan niet meer. Wie al iets vertelde, kan nog terugkomen.</p><Button kind="danger" busy={busy} onPress={onClose}>Ja, sluiten</Button></details>
        )}
        {open && missing.length > 0 && <Alert kind="warning" title="Los dit op voordat de maand om is." />}
      </section>
    </>
  )
}
