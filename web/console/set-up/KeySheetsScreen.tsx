// Sleutelbladen: the archive's once for a municipality, then the meting's own. A key is made on this device, printed twice, and registered
// only after one sheet was typed or scanned back; the private half never leaves the device but on paper. For who counts, nobody else.
import { useState } from 'preact/hooks'
import { editionKeyOf } from '../../../src/analysis/edition-key.ts'
import { keySheet, readKeySheet } from '../../../src/crypto/key-sheet.ts'
import type { KeySheet } from '../../../src/crypto/key-sheet.ts'
import { newIdentity } from '../../../src/crypto/sealed.ts'
import { api } from '../api.ts'
import { keySheetText } from '../count/key-sheet-words.ts'
import { Loading } from '../Loading.tsx'
import { Refusal } from '../request.ts'
import type { ScreenProps } from '../screen.ts'
import { useAct } from '../use-act.ts'
import { useLoad } from '../use-load.ts'
import { KeySheetsView } from './KeySheetsView.tsx'

export function KeySheetsScreen({ me, route, onEnded }: ScreenProps) {
  const id = 'wave' in route ? route.wave : ''
  const loaded = useLoad(`keys ${id}`, async (signal) => {
    const [wave, keys] = await Promise.all([api.wave(id, signal), api.keys(signal).catch(noKeys)])
    return { wave, archive: keys?.archive.fingerprint ?? null }
  })
  const { busy, refused, act } = useAct(onEnded)
  const [made, setMade] = useState<KeySheet | null>(null)
  const [mistake, setMistake] = useState<string>()

  const make = () => { void act(async () => setMade(await keySheet((await newIdentity()).identity))) }
  const readBack = (typed: string, which: 'archive' | 'wave') => {
    void act(async () => {
      if (!made) return
      const reading = await readKeySheet(typed, made.recipient)
      if ('mistake' in reading) return setMistake(keySheetText(reading))
      setMistake(undefined)
      const { recipient, fingerprint } = made
      if (which === 'archive') await api.registerKeys({ archive: { recipient, fingerprint }, edition: { publicKey: (await editionKeyOf(reading.identity)).publicKey } })
      else {
        await api.registerKey(id, recipient, fingerprint)
        await api.confirmKey(id, recipient)
      }
      setMade(null)
      loaded.reload()
    })
  }
  return (
    <Loading loaded={loaded} onEnded={onEnded}>
      {(value) => <KeySheetsView {...value} made={made} busy={busy} refused={refused} mistake={mistake} mayMake={me.roles.includes('analyst')} onMake={make} onReadBack={readBack} onPrint={() => print()} />}
    </Loading>
  )
}

function noKeys(error: unknown): null {
  if (error instanceof Refusal && error.slug === 'keys-missing') return null
  throw error
}
