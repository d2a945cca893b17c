// Shows what is behind it once the desk is open, and asks for the passphrase until then. Separate so that no screen shows anything of a report
// without it. Whether a role is enough is not decided here: the key decides.
import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { Alert } from '../../components/Alert.tsx'
import { signedOut } from '../refusal-words.ts'
import type { ScreenProps } from '../screen.ts'
import type { Unlocked } from './case.ts'
import { unlockDesk, useDesk } from './desk.ts'
import { deskRefusal } from './desk-refusals.ts'
import type { UnlockFormProps } from './UnlockForm.tsx'
import { UnlockForm } from './UnlockForm.tsx'

export interface DeskGateProps extends Pick<ScreenProps, 'me' | 'onEnded'> {
  needs: 'officer' | 'reviewer'
  children: (unlocked: Unlocked) => ComponentChildren
}

export function DeskGate({ me, onEnded, needs, children }: DeskGateProps) {
  const desk = useDesk()
  const [stage, setStage] = useState<UnlockFormProps['stage']>({ at: 'asking' })
  const unlock = async (passphrase: string) => {
    setStage({ at: 'opening' })
    try {
      await unlockDesk({ passphrase, municipality: me.municipality.id, officer: me.roles.includes('report-officer'), reviewer: me.roles.includes('reviewer') })
      setStage({ at: 'asking' })
    } catch (error) {
      if (signedOut(error)) return onEnded()
      const name = error instanceof Error ? error.name : ''
      setStage({ at: 'asking', ...(name === 'WrongPassphrase' ? { mistake: deskRefusal(error) } : name === 'NoKeyYet' ? { noKey: true } : { refused: deskRefusal(error) }) })
    }
  }
  if (desk.at === 'locked') return <UnlockForm idle={desk.why === 'idle'} stage={stage} onUnlock={(passphrase) => { void unlock(passphrase) }} />
  if (!desk.unlocked[needs]) {
    return <Alert kind="warning" title={needs === 'officer' ? 'Uw sleutel opent geen meldingen.' : 'Uw sleutel opent geen signalen die op nakijken wachten.'}><p>Een collega moet u nog bevestigen bij Sleutels en mensen.</p></Alert>
  }
  return <>{children(desk.unlocked)}</>
}
