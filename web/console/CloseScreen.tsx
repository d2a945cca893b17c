// Veldwerk sluiten: what it means, and one confirmation. It cannot be undone: the list of invitations and the issuing keys are
// destroyed whole. Separate from the page of the meting so that nobody closes fieldwork with one stray click.
import { useState } from 'preact/hooks'
import { Alert } from '../components/Alert.tsx'
import { Button } from '../components/Button.tsx'
import type { WaveDetail } from '../../src/waves/wire.ts'
import { api } from './api.ts'
import { Loading } from './Loading.tsx'
import { refusalText, signedOut } from './refusal-words.ts'
import { to } from './route.ts'
import type { ScreenProps } from './screen.ts'
import { useLoad } from './use-load.ts'
import { inWords } from './words.ts'
import { Heading } from './Heading.tsx'

export function CloseScreen({ route, onEnded }: ScreenProps) {
  const id = 'wave' in route ? route.wave : ''
  const loaded = useLoad(`close ${id}`, (signal) => api.wave(id, signal))
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<string>()
  const close = async () => {
    setBusy(true)
    try {
      await api.endFieldwork(id)
      location.hash = to('meting', id)
    } catch (error) {
      if (signedOut(error)) return onEnded()
      setRefused(refusalText(error))
      setBusy(false)
    }
  }
  return <Loading loaded={loaded} onEnded={onEnded}>{(wave) => <CloseView wave={wave} busy={busy} refused={refused} onClose={() => { void close() }} />}</Loading>
}

export interface CloseViewProps { wave: WaveDetail; busy: boolean; refused?: string | undefined; onClose: () => void }

export function CloseView({ wave, busy, refused, onClose }: CloseViewProps) {
  return (
    <>
      <p class="crumb"><a href={to('meting', wave.id)}>{wave.name}</a></p>
      <Heading text="Veldwerk sluiten" />
      {refused && <Alert kind="mistake" title={refused} />}
      {wave.state !== 'field'
        ? <Alert kind="info" title="Het veldwerk van deze meting is niet open." />
        : (
          <div class="card">
            <p>Het veldwerk loopt volgens plan tot en met {inWords(wave.ends)}. Na het sluiten:</p>
            <ul>
              <li>kan niemand meer beginnen met een brief;</li>
              <li>kunnen telefoons zonder bereik nog even versturen, zolang uw plan dat toelaat;</li>
              <li>wordt de lijst met uitnodigingen vernietigd. Alleen de aantallen blijven.</li>
            </ul>
            <Alert kind="warning" title="Dit kunt u niet terugdraaien." />
            <div class="actions">
              <Button kind="danger" busy={busy} onPress={onClose}>{busy ? 'Bezig met sluiten' : 'Ja, veldwerk sluiten'}</Button>
              <Button href={to('meting', wave.id)}>Nee, terug</Button>
            </div>
          </div>
        )}
    </>
  )
}
