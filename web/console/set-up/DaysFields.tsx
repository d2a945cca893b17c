// The fields of a meting's name and days: the same when it begins and when its days change. Moving the first day moves the rest along.
import { Button } from '../../components/Button.tsx'
import { Field } from '../../components/Field.tsx'
import type { DaysOfWave } from '../../../src/waves/wire.ts'
import { movedDays } from './new-wave.ts'

export interface DaysFieldsProps {
  days: DaysOfWave
  onDays: (days: DaysOfWave) => void
  mistakes: readonly { field: string; text: string }[]
}

export function DaysFields({ days, onDays, mistakes }: DaysFieldsProps) {
  const wrong = (field: string) => {
    const text = mistakes.find((mistake) => mistake.field === field)?.text
    return text ? { mistake: text } : {}
  }
  const reminders = days.reminders ?? []
  const setReminder = (at: number, day: string) => onDays({ ...days, reminders: reminders.map((one, index) => (index === at ? day : one)) })
  return (
    <>
      <Field name="name" label="Naam van de meting" hint="Alleen u en uw collega’s zien deze naam." value={days.name} onInput={(name) => onDays({ ...days, name })} {...wrong('name')} />
      <div class="fields">
        <Field name="starts" label="De brieven komen aan op" kind="date" value={days.starts} onInput={(starts) => onDays(movedDays(days, starts))} {...wrong('starts')} />
        {reminders.map((day, index) => <Field key={index} name={`reminder-${index}`} label={`Herinnering ${index + 1}`} kind="date" value={day} onInput={(value) => setReminder(index, value)} {...wrong(`reminder-${index}`)} />)}
        <Field name="ends" label="Laatste dag om mee te doen" kind="date" value={days.ends} onInput={(ends) => onDays({ ...days, ends })} {...wrong('ends')} />
      </div>
      <p class="actions actions--small">
        {reminders.length < 3 && <Button onPress={() => onDays({ ...days, reminders: [...reminders, ''] })}>Herinnering erbij</Button>}
        {reminders.length > 0 && <Button onPress={() => onDays({ ...days, reminders: reminders.slice(0, -1) })}>Laatste herinnering weg</Button>}
      </p>
      <Field name="boundaryYear" label="Wijkindeling van het jaar" hint="De grenzen van wijken veranderen soms. Een meting hoort bij de indeling van één jaar." value={String(days.boundaryYear || '')} onInput={(year) => onDays({ ...days, boundaryYear: Number(year.replace(/\D/g, '')) })} {...wrong('boundaryYear')} />
      <Field name="approach" label="Is de aanpak al begonnen? Op welke dag?" kind="date" value={days.approachStartedOn ?? ''} onInput={(day) => onDays({ ...days, approachStartedOn: day || null })}
        hint="Laat leeg als de aanpak nog moet beginnen. Liefst meet u eerst. Een eerste meting na deze dag heet overal ‘nulmeting na de start’." />
    </>
  )
}
