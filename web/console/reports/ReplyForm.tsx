// An answer to the reporter: where we are with it, and words if there are any. Says what not to write, because the reporter's phone may be
// read by others. Separate because a reply that was refused must keep its text.
import { useState } from 'preact/hooks'
import { MESSAGE_TEXT_BYTES, STATUSES } from '../../../src/crypto/report-message.ts'
import type { Status } from '../../../src/crypto/report-message.ts'
import { Button } from '../../components/Button.tsx'
import { Field } from '../../components/Field.tsx'
import { statusNames } from './report-words.ts'

export interface ReplyFormProps {
  status: Status
  busy: boolean
  /** Answers whether it was sent: then the field is emptied. */
  onReply: (reply: { text: string; status: Status }) => Promise<boolean>
}

export function ReplyForm({ status: before, busy, onReply }: ReplyFormProps) {
  const [text, setText] = useState('')
  const [status, setStatus] = useState<string>(before)
  const [mistake, setMistake] = useState<string>()
  const submit = async (event: Event) => {
    event.preventDefault()
    const length = new TextEncoder().encode(text.trim()).length
    setMistake(length > MESSAGE_TEXT_BYTES ? 'Dit bericht is te lang. Maak er twee van.' : undefined)
    if (length <= MESSAGE_TEXT_BYTES && await onReply({ text: text.trim(), status: status as Status })) setText('')
  }
  return (
    <form class="card" noValidate aria-label="Antwoorden" onSubmit={(event) => { void submit(event) }}>
      <h2>Antwoorden</h2>
      <p>De melder ziet dit alleen als die terugkomt met de woorden. Noem geen namen en niets wat alleen de melder kan weten: iemand kan meelezen.</p>
      <Field name="status" label="Hoe staat het ermee?" kind="choice" value={status} onInput={setStatus} choices={STATUSES.map((value) => ({ value, label: statusNames[value] }))} />
      <Field name="reply" label="Bericht (mag leeg blijven)" kind="lines" secret rows={5} value={text} onInput={setText} {...(mistake ? { mistake } : {})} />
      <Button kind="primary" type="submit" busy={busy}>{busy ? 'Bezig met versturen' : 'Versturen'}</Button>
    </form>
  )
}
