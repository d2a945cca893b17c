// What every letter says of who sends it: site, phone with hours, return line, who signs. Separate because it can be changed until fieldwork
// ends, by itself, and because hours are typed once and printed in eight languages.
import { useState } from 'preact/hooks'
import { hoursIn, hoursText, readHours } from '../../../src/letters/hours.ts'
import type { Sender } from '../../../src/mailings/wire.ts'
import { Button } from '../../components/Button.tsx'
import { ErrorSummary } from '../../components/ErrorSummary.tsx'
import { Field } from '../../components/Field.tsx'

export interface SenderCardProps {
  sender: Sender | null
  /** Host names of residents' pages. */
  hosts: readonly string[]
  /** The municipality's phone number as set up, to begin with. */
  phone: string
  busy: boolean
  onSave: (sender: Sender) => void
}

const MISTAKES = {
  host: 'Kies het webadres dat op de brief staat.', phone: 'Vul het telefoonnummer in dat mensen kunnen bellen.', hours: 'Schrijf de tijden zo: ma-vr 9.00-17.00',
} as const

/** A local address has no certificate; every other one has. */
export const addressOfHost = (host: string) => `${/^(localhost|127\.|\[::1\])/.test(host) ? 'http' : 'https'}://${host}`

export function SenderCard({ sender, hosts, phone, busy, onSave }: SenderCardProps) {
  const [typed, setTyped] = useState({
    host: sender?.host ?? (hosts.length === 1 ? addressOfHost(hosts[0]!) : ''), phone: sender?.phone ?? phone, hours: sender ? hoursText(sender.hours) : '', returnLine: sender?.returnLine ?? '', signedBy: sender?.signedBy ?? '',
  })
  const [mistakes, setMistakes] = useState<{ field: string; text: string }[]>([])
  const hours = readHours(typed.hours)
  const field = (name: keyof typeof typed) => ({
    name: `sender-${name}`, value: typed[name], onInput: (value: string) => setTyped((now) => ({ ...now, [name]: value })),
    ...(mistakes.some((one) => one.field === `sender-${name}`) ? { mistake: mistakes.find((one) => one.field === `sender-${name}`)!.text } : {}),
  })
  const save = (event: Event) => {
    event.preventDefault()
    const wrong = ([['host', typed.host === ''], ['phone', typed.phone.trim().length < 3], ['hours', !hours]] as const).filter(([, bad]) => bad).map(([name]) => ({ field: `sender-${name}`, text: MISTAKES[name] }))
    setMistakes(wrong)
    if (wrong.length === 0 && hours) onSave({ ...typed, phone: typed.phone.trim(), returnLine: typed.returnLine.trim(), signedBy: typed.signedBy.trim(), hours })
  }
  const form = (
    <form noValidate onSubmit={save}>
      <ErrorSummary mistakes={mistakes} />
      <div class="choices">
        <Field {...field('host')} label="Webadres op de brief" kind="choice" choices={[...(hosts.length === 1 ? [] : [{ value: '', label: 'Kies een adres' }]), ...addresses(hosts, sender)]} />
        <Field {...field('phone')} label="Telefoonnummer voor vragen" hint="Staat op de brief in elke taal." />
        <Field {...field('hours')} label="Wanneer kunnen mensen bellen?" hint={hours ? `Op de brief: ${hoursIn(hours, 'nl')}` : 'Bijvoorbeeld: ma-vr 9.00-17.00'} />
        <Field {...field('returnLine')} label="Adres voor brieven die terugkomen" hint="Klein boven het adres. Noem geen onderwerp. Mag leeg blijven." />
        <Field {...field('signedBy')} label="Wie ondertekent?" hint="Bijvoorbeeld de burgemeester en iemand uit de buurt. Mag leeg blijven." />
      </div>
      <Button type="submit" busy={busy} kind={sender ? 'secondary' : 'primary'}>Afzender opslaan</Button>
    </form>
  )
  if (!sender) return <section class="card" aria-label="Afzender"><h2>Afzender</h2>{form}</section>
  return <details class="card" open={mistakes.length > 0}><summary>Afzender: {sender.signedBy === '' ? sender.phone : `${sender.signedBy}, ${sender.phone}`}</summary>{form}</details>
}

function addresses(hosts: readonly string[], sender: Sender | null): { value: string; label: string }[] {
  const all = [...new Set([...(sender ? [sender.host] : []), ...hosts.map(addressOfHost)])]
  return all.map((value) => ({ value, label: value.replace(/^https?:\/\//, '') }))
}
