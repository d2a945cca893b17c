// Verklaring: what was counted, what no longer exists, who signed. Loads the certificate and does the two acts of the page: recording what was
// destroyed by hand, and signing with the archive sheet.
import { useState } from 'preact/hooks'
import { api } from '../api.ts'
import { keySheetText } from '../count/key-sheet-words.ts'
import { Loading } from '../Loading.tsx'
import { refusalText, signedOut } from '../refusal-words.ts'
import type { ScreenProps } from '../screen.ts'
import { useLoad } from '../use-load.ts'
import type { CertificateAnswer, MunicipalityKeys } from '../../../src/results/wire.ts'
import { CertificateView } from './CertificateView.tsx'
import type { Said } from './CertificateView.tsx'
import { sign } from './signing.ts'

export function CertificateScreen({ me, route, onEnded }: ScreenProps) {
  const id = 'wave' in route ? route.wave : ''
  const analyst = me.roles.includes('analyst')
  const loaded = useLoad(`certificate ${id}`, async (signal) => {
    const [certificate, frame, keys] = await Promise.all([api.certificate(id, signal), api.areas(signal), analyst ? api.keys(signal) : null])
    return { certificate, keys, areas: Object.fromEntries(frame.map(({ code, name }) => [code, name])) }
  })
  const [said, setSaid] = useState<Said>({})
  const [sheet, setSheet] = useState('')
  const [busy, setBusy] = useState(false)

  const doing = async (act: () => Promise<Said>) => {
    setBusy(true)
    try {
      setSaid(await act())
    } catch (error) {
      if (signedOut(error)) return onEnded()
      setSaid({ refused: refusalText(error) })
    } finally {
      setBusy(false)
    }
  }
  const signing = (certificate: CertificateAnswer, keys: MunicipalityKeys) => doing(async () => {
    const answered = await sign({ statement: certificate.statement, sheet, archiveRecipient: keys.archive.recipient, editionPublicKey: keys.edition.publicKey })
    if ('mistake' in answered) {
      return { mistake: answered.mistake === 'edition-key' ? 'Uw gemeente tekent met een eigen uitgavesleutel. Dat kan alleen met de opdrachtregel.' : keySheetText(answered.mistake) }
    }
    await api.signCertificate(id, certificate.statement, answered.signature)
    setSheet('')
    loaded.reload()
    return { done: 'De verklaring is getekend.' }
  })

  return (
    <Loading loaded={loaded} onEnded={onEnded}>
      {({ certificate, keys, areas }) => (
        <CertificateView certificate={certificate} areas={areas} fingerprint={keys?.archive.fingerprint ?? null} said={said} busy={busy} sheet={sheet} onSheet={setSheet}
          onRecord={(thing, goneOn) => void doing(async () => {
            await api.recordDestruction(id, thing, goneOn)
            loaded.reload()
            return { done: 'Vastgelegd. De verklaring noemt het nu.' }
          })}
          onSign={() => { if (keys) void signing(certificate, keys) }} />
      )}
    </Loading>
  )
}
