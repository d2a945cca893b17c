// Helpdesk: notes a letter by its number or code, sealed in this browser to the list's key. The server keeps bytes it cannot read; the letter
// gets its new code with the next print run, whatever became of the old one. Separate from Brieven because who answers the phone has no list.
import { useEffect, useState } from 'preact/hooks'
import { base64url } from '../../../src/crypto/base64url.ts'
import { codeHash, parseCode } from '../../../src/crypto/invite-code.ts'
import { isMailingNumber } from '../../../src/letters/desk-note.ts'
import type { DeskNote } from '../../../src/letters/desk-note.ts'
import { api } from '../api.ts'
import { Loading } from '../Loading.tsx'
import type { ScreenProps } from '../screen.ts'
import { useAct } from '../use-act.ts'
import { useLoad } from '../use-load.ts'
import { HelpDeskView } from './HelpDeskView.tsx'
import { noteMistake, withoutLabel } from './typed-note.ts'
import { lettersApi } from './letters-api.ts'
import { lettersThread } from './letters-thread.ts'

export function HelpDeskScreen({ me, route, onEnded }: ScreenProps) {
  const id = 'wave' in route ? route.wave : ''
  const loaded = useLoad(`desk ${id}`, async (signal) => {
    const [wave, letters] = await Promise.all([api.wave(id, signal), lettersApi.letters(id, signal)])
    return { wave, letters }
  })
  const { busy, refused, act } = useAct(onEnded)
  const [thread] = useState(lettersThread)
  const [mistake, setMistake] = useState<string>()
  const [noted, setNoted] = useState(0)
  useEffect(() => () => thread.end(), [thread])
  const note = (typed: string, label: string, digest: string, recipient: string) => {
    const wrong = noteMistake(typed, label)
    setMistake(wrong)
    if (wrong) return
    void act(async () => {
      const sealed = await thread.ask('note', { note: await noteOf(typed, label, digest), recipient })
      await lettersApi.note(id, base64url(sealed))
    }).then((done) => { if (done) { setNoted(noted + 1); loaded.reload() } })
  }
  return (
    <Loading loaded={loaded} onEnded={onEnded}>
      {({ wave, letters }) => <HelpDeskView wave={wave} letters={letters} mayAct={me.roles.includes('coordinator')} busy={busy} refused={refused} mistake={mistake} noted={noted}
        onNote={(typed) => { if (letters.list) note(typed, wave.label, wave.manifestDigest!, letters.list.recipient) }} />}
    </Loading>
  )
}

async function noteOf(typed: string, label: string, digest: string): Promise<DeskNote> {
  if (isMailingNumber(typed)) return { mailing: Number(typed.replace(/[\s.]/g, '')) }
  const reading = parseCode(withoutLabel(typed, label))
  if (!('code' in reading)) throw new RangeError('noteOf requires a code that was checked')
  return { codeHash: await codeHash(digest, reading.code) }
}
