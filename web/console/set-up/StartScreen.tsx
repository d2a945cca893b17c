// Plan vastleggen and Veldwerk starten: what is fixed or begins, why it cannot yet, and one button. The two share a screen because each is
// one act that cannot be taken back, with the same list of what it waits for.
import { Alert } from '../../components/Alert.tsx'
import { Button } from '../../components/Button.tsx'
import type { MunicipalityProfile } from '../../../src/areas/wire.ts'
import type { WaveDetail } from '../../../src/waves/wire.ts'
import { api } from '../api.ts'
import { Loading } from '../Loading.tsx'
import { to } from '../route.ts'
import type { ScreenProps } from '../screen.ts'
import { StepFrame } from '../StepFrame.tsx'
import { useAct } from '../use-act.ts'
import { useLoad } from '../use-load.ts'
import { inWords, plural } from '../words.ts'
import { MISSING } from './missing-words.ts'

export function StartScreen({ me, route, onEnded }: ScreenProps) {
  const id = 'wave' in route ? route.wave : ''
  const loaded = useLoad(`start ${id}`, async (signal) => {
    const [wave, profile, plan] = await Promise.all([api.wave(id, signal), api.municipality(signal), api.plan(signal)])
    return { wave, profile, planDraft: plan.state === 'draft' }
  })
  const { busy, refused, act } = useAct(onEnded)
  const mayAct = me.roles.includes('coordinator')
  return (
    <Loading loaded={loaded} onEnded={onEnded}>
      {(value) => <StartView {...value} busy={busy} refused={refused} mayAct={mayAct}
        onFix={() => { void act(async () => { await api.freezeManifest(id); location.hash = to('meting', id, 'brieven') }) }}
        onStart={() => { void act(async () => { await api.startFieldwork(id); location.hash = to('meting', id) }) }} />}
    </Loading>
  )
}

export interface StartViewProps {
  wave: WaveDetail
  profile: MunicipalityProfile
  /** An evaluation plan that is begun but not locked. */
  planDraft: boolean
  busy: boolean
  refused: string | null
  mayAct: boolean
  onFix: () => void
  onStart: () => void
}

export function StartView({ wave, profile, planDraft, busy, refused, mayAct, onFix, onStart }: StartViewProps) {
  const { preparation: { languages, toInvite, key } } = wave
  const fixing = wave.state === 'draft'
  const waits = [
    languages === 0 && 'De vragenlijst is nog niet gekozen.', toInvite === 0 && 'De steekproef is nog niet bepaald.', key !== 'confirmed' && 'Er is nog geen sleutelblad teruggelezen.',
    ...(fixing ? [] : [
      wave.invited < toInvite && 'Nog niet alle brieven zijn gemaakt.', profile.missing.length > 0 && `Van uw gemeente ontbreekt: ${profile.missing.map((one) => MISSING[one]).join(', ')}.`,
      planDraft && wave.kind === 'resident' && !wave.pilot && 'Het evaluatieplan ligt nog niet vast.',
    ]),
  ].filter((text) => typeof text === 'string')
  const title = fixing ? 'Plan vastleggen' : 'Veldwerk starten'
  const over = wave.state !== 'draft' && wave.state !== 'ready'
  return (
    <StepFrame wave={wave} step="brieven" heading={title} done={[`${plural(toInvite, 'brief', 'brieven')}, van ${inWords(wave.starts)} tot en met ${inWords(wave.ends)}.`]} missing={over ? [] : waits}>
      {refused && <Alert kind="mistake" title={refused} />}
      {over ? <Alert kind="info" title="Het veldwerk van deze meting is al gestart." /> : (
        <section class="card" aria-label={title}>
          <p>{fixing ? 'Na het vastleggen veranderen vragen, groepen, dagen en sleutels niet meer. Elke brief verwijst ernaar.' : 'Vanaf nu kunnen mensen met een brief meedoen. Doe dit voordat de brieven op de bus gaan.'}</p>
          <Alert kind="warning" title="Dit kunt u niet terugdraaien." />
          {mayAct && waits.length === 0 ? <div class="actions"><Button kind="primary" busy={busy} onPress={fixing ? onFix : onStart}>{title}</Button></div> : <p>{mayAct ? 'Doe eerst wat hierboven ontbreekt.' : 'Dit doet een collega met de rol veldwerk.'}</p>}
        </section>
      )}
    </StepFrame>
  )
}
