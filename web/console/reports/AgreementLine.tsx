// One agreement: who, what, by when, how it stands, and the ways to settle it. Separate because late and missed must read as words, not as a colour.
import { useState } from 'preact/hooks'
import type { AgreementView, Settlement } from '../../../src/signals/wire.ts'
import { Button } from '../../components/Button.tsx'
import { Field } from '../../components/Field.tsx'
import { inWords } from '../words.ts'
import { agreementNames } from './report-words.ts'

export interface AgreementLineProps {
  agreement: AgreementView
  partner: string
  today: string
  /** The report team may open it again after a slip. */
  mayReopen: boolean
  busy: boolean
  onSettle: (agreement: string, settled: Settlement) => void
  onReopen: (agreement: string) => void
}

const STYLE = { open: 'field', overdue: 'closed', kept: 'sealed', late: 'closed', missed: 'closed' } as const

export function AgreementLine({ agreement: { id, what, dueOn, doneOn, state }, partner, today, mayReopen, busy, onSettle, onReopen }: AgreementLineProps) {
  const [on, setOn] = useState(today)
  const running = state === 'open' || state === 'overdue'
  return (
    <li class="agreement">
      <p><strong>{partner}</strong>: {what ?? 'de tekst is gewist'}, uiterlijk {inWords(dueOn)}. <span class={`state state--${STYLE[state]}`}>{agreementNames[state]}</span>{doneOn && ` op ${inWords(doneOn)}`}</p>
      {running && (
        <details>
          <summary>Afronden</summary>
          <Field name={`done-${id}`} label="Gedaan op" kind="date" value={on} onInput={setOn} />
          <div class="actions">
            <Button busy={busy} onPress={() => onSettle(id, { outcome: 'done', on })}>Gedaan</Button>
            <Button busy={busy} onPress={() => onSettle(id, { outcome: 'missed' })}>Niet nagekomen</Button>
          </div>
        </details>
      )}
      {!running && mayReopen && <Button busy={busy} onPress={() => onReopen(id)}>Weer openzetten</Button>}
    </li>
  )
}
