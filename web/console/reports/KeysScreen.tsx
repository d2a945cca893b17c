// Sleutels en mensen: loads how far the channel is and does each step, keys in the desk's thread, the second person's word over HTTP.
// Separate from the view so that specimens can show it.
import { useState } from 'preact/hooks'
import { keyFingerprint } from '../../../src/crypto/key-sheet.ts'
import { monthAfter, monthOf } from '../../../src/crypto/report-month.ts'
import type { Setup } from '../../../src/reports/wire.ts'
import type { ReviewKeys } from '../../../src/signals/wire.ts'
import { Loading } from '../Loading.tsx'
import { signedOut } from '../refusal-words.ts'
import { send, sendJson } from '../request.ts'
import type { ScreenProps } from '../screen.ts'
import { useLoad } from '../use-load.ts'
import { askDesk, lockDesk, refreshDesk, useDesk } from './desk.ts'
import type { RecoverySheets } from './desk-keys.ts'
import { deskRefusal } from './desk-refusals.ts'
import { drillText } from './keys-words.ts'
import { KeysView } from './KeysView.tsx'
import type { OwnKeyStage } from './OwnKey.tsx'
import { ReportsNav } from './ReportsNav.tsx'
import './reports.css'

const at = (...parts: string[]) => `/api/${parts.map(encodeURIComponent).join('/')}`

export function KeysScreen({ me, onEnded }: ScreenProps) {
  const desk = useDesk()
  const roles = { officer: me.roles.includes('report-officer'), reviewer: me.roles.includes('reviewer') }
  const inTeam = roles.officer || roles.reviewer
  const loaded = useLoad('report-keys', async (signal) => {
    const [setup, keys] = await Promise.all([sendJson<Setup>('GET', '/api/reports/setup', undefined, signal), sendJson<ReviewKeys>('GET', '/api/signals/keys', undefined, signal)])
    const reviewers = await Promise.all(keys.reviewers.map(async (one) => ({ ...one, fingerprint: await keyFingerprint(one.recipient) })))
    return { setup, own: keys.own, reviewers }
  })
  const unlocked = desk.at === 'open' ? desk.unlocked : null
  const [busy, setBusy] = useState(false)
  const [told, setTold] = useState<{ said?: string; refused?: string }>({})
  const [making, setMaking] = useState<OwnKeyStage | null>(null)
  const [sheets, setSheets] = useState<RecoverySheets | null>(null)
  const [mistake, setMistake] = useState<string>()
  const act = async (work: () => Promise<unknown>, said?: string): Promise<boolean> => {
    let went = true
    setBusy(true)
    setTold({})
    try {
      await work()
      if (unlocked !== null) await refreshDesk()
      if (said !== undefined) setTold({ said })
      loaded.reload()
    } catch (error) {
      went = false
      if (signedOut(error)) onEnded()
      else setTold({ refused: deskRefusal(error) })
    }
    setBusy(false)
    return went
  }
  const make = async () => {
    // Another key opens nothing of what this desk holds.
    lockDesk()
    setMaking({ at: 'making' })
    await act(async () => setMaking({ at: 'shown', ...(await askDesk('makePersonal', roles)) }))
    setMaking((stage) => (stage?.at === 'making' ? null : stage))
  }
  const present = monthOf(new Date())
  return (
    <>
      <ReportsNav roles={me.roles} here="keys" desk={desk.at} onLock={() => lockDesk()} />
      <Loading loaded={loaded} onEnded={onEnded}>
        {({ setup, own, reviewers }) => (
          <KeysView {...told}
            own={!inTeam ? null : {
              stage: making ?? ownStage(setup, own, reviewers), onMake: () => { void make() },
              onWritten: () => { setMaking(null); setTold({ said: 'Uw sleutel is gemaakt. Vraag nu een collega u te bevestigen.' }); loaded.reload() },
            }}
            people={{
              officers: setup.officers, reviewers, months: setup.months, mayGive: unlocked && unlocked.officer ? unlocked.months.filter(({ locked }) => !locked).map(({ month }) => month) : null,
              may: { confirm: true, remove: true }, busy,
              onConfirmOfficer: ({ staff, recipient, name }) => { void act(() => send('POST', at('reports', 'officers', staff, 'confirm'), { recipient }), `${name} is bevestigd.`) },
              onConfirmReviewer: ({ staff, recipient, name }) => { void act(() => send('POST', at('signals', 'keys', staff, 'confirm'), { recipient }), `${name} is bevestigd.`) },
              onGive: (staff) => { void act(() => askDesk('wrapMonths', { staff }), 'De toegang is gegeven.') },
              onRelease: (staff, reason) => { void act(() => send('POST', at('reports', 'brakes', staff, 'release'), { reason }), 'Weer vrijgegeven.') },
              onRemove: (staff) => { void act(() => send('DELETE', at('reports', 'officers', staff)), 'Leest niet meer mee.') },
            }}
            recovery={{
              recovery: setup.recovery, sheets, may: { make: roles.officer && isActive(setup), drill: true }, busy, ...(mistake ? { mistake } : {}),
              onMake: (split) => { void act(async () => setSheets(await askDesk('makeRecovery', { split }))) },
              onPrinted: () => { setSheets(null); loaded.reload() },
              onDrill: (typed, second) => {
                setMistake(undefined)
                void act(async () => {
                  const said = await askDesk('drill', { typed, second })
                  if ('mistake' in said) setMistake(drillText(said.mistake))
                  else setTold({ said: 'Het herstelblad opent.' })
                })
              },
            }}
            channel={{
              setup, coming: [present, monthAfter(present)], me: me.name, may: { run: roles.officer && isActive(setup), confirm: true, sign: unlocked?.canSign ?? false }, busy,
              onSigner: () => { void act(() => askDesk('makeSigner', {}), 'De handtekening is gemaakt. Vraag een collega die te bevestigen.') },
              onConfirmSigner: (fingerprint) => { void act(() => send('POST', at('reports', 'signer', 'confirm'), { fingerprint }), 'De handtekening is bevestigd.') },
              onMonth: (month) => { void act(() => askDesk('makeMonth', { municipality: me.municipality.id, month }), 'De sleutel is gemaakt.') },
              onSignAnew: () => { void act(() => askDesk('signAnew', { municipality: me.municipality.id }), 'De lijst is opnieuw getekend.') },
              onOpen: () => { void act(() => send('POST', at('reports', 'open'), {}), 'Bewoners kunnen nu iets vertellen.') },
              onClose: () => { void act(() => send('POST', at('reports', 'close'), {}), 'Bewoners kunnen niets nieuws meer vertellen.') },
            }}
            daily={{
              host: setup.webhook, may: roles.officer && isActive(setup), busy,
              onSet: (address) => act(() => send('PUT', at('reports', 'webhook'), { address }), address === '' ? 'Er gaat geen bericht meer.' : 'Het adres is bewaard.'),
            }} />
        )}
      </Loading>
    </>
  )
}

function isActive({ officers }: Setup): boolean {
  return officers.some(({ self, state }) => self && state === 'active')
}

/** How somebody's own key stands: as an officer, or as a reviewer who is none. */
function ownStage({ officers }: Setup, own: ReviewKeys['own'], reviewers: readonly { self: boolean; fingerprint: string; confirmed: boolean }[]): OwnKeyStage {
  const officer = officers.find(({ self, state }) => self && state !== 'left')
  if (officer) return { at: officer.state === 'active' ? 'confirmed' : 'asked', fingerprint: officer.fingerprint }
  const reviewer = own && reviewers.find(({ self }) => self)
  return reviewer ? { at: reviewer.confirmed ? 'confirmed' : 'asked', fingerprint: reviewer.fingerprint } : { at: 'none' }
}
