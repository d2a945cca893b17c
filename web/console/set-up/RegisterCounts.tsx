// How many adults live in each area, by age and sex: from a count of the register, with a preview before anything is kept, and the day it
// was counted. Markup from data; reading and keeping are the screen's.
import { useState } from 'preact/hooks'
import { Alert } from '../../components/Alert.tsx'
import { Button } from '../../components/Button.tsx'
import { DataTable } from '../../components/DataTable.tsx'
import { Field } from '../../components/Field.tsx'
import { FileField } from '../../components/FileField.tsx'
import type { AreaCount } from '../../../src/areas/wire.ts'
import type { CountedCell, RegisterReading } from '../../../src/frame/register-count.ts'
import { registerSheet } from '../../../src/frame/templates.ts'
import { inWords, number, plural } from '../words.ts'
import { FileFaults } from './FileFaults.tsx'
import { TemplateLink } from './TemplateLink.tsx'

export interface ReadCounts { name: string; reading: RegisterReading }

export interface RegisterCountsProps {
  counts: readonly AreaCount[]
  /** Name of an area by its code, for every area there is. */
  names: Readonly<Record<string, string>>
  ageFloor: number
  read: ReadCounts | null
  busy: boolean
  mayWrite: boolean
  today: string
  onFile: (file: File) => void
  onStore: (cells: readonly CountedCell[], countedOn: string) => void
  onForget: () => void
}

export function RegisterCounts({ counts, names, ageFloor, read, busy, mayWrite, today, onFile, onStore, onForget }: RegisterCountsProps) {
  const [again, setAgain] = useState(false)
  if (read) return <Preview read={read} names={names} busy={busy} today={today} onFile={onFile} onStore={onStore} onForget={onForget} />
  const without = Object.keys(names).filter((code) => !counts.some(({ area }) => area === code))
  if (counts.length > 0 && !again) return (
    <>
      <p>{number(counts.reduce((sum, { persons }) => sum + persons, 0))} mensen van {ageFloor} jaar en ouder in {plural(counts.length, 'gebied', 'gebieden')}, geteld op {inWords(counts.map(({ countedOn }) => countedOn).sort().at(-1)!)}.</p>
      {without.length > 0 && <Alert kind="warning" title={`Nog geen aantallen van: ${without.map((code) => names[code]).join(', ')}.`}><p>Die gebieden kunnen geen brieven krijgen.</p></Alert>}
      {mayWrite && <div class="actions"><Button onPress={() => setAgain(true)}>Andere aantallen inlezen</Button></div>}
    </>
  )
  if (!mayWrite) return <p>De aantallen zijn er nog niet. Dat doet een collega met de rol veldwerk.</p>
  return (
    <>
      <FileField name="register-file" label="Telling uit de basisregistratie (BRP)" accept=".csv,.txt,text/csv" onFile={onFile}
        hint={`Een regel per gebied, leeftijd en geslacht, met het aantal mensen. Losse leeftijden mogen, of groepen die beginnen bij ${ageFloor}, 35, 55 en 75 jaar. Vraag dit aan burgerzaken of onderzoek. Het zijn alleen aantallen, geen namen.`} />
      <p class="actions actions--small"><TemplateLink name="inwoners-voorbeeld.csv" text={registerSheet} />{counts.length > 0 && <Button onPress={() => setAgain(false)}>Terug</Button>}</p>
    </>
  )
}

function Preview({ read: { name, reading }, names, busy, today, onFile, onStore, onForget }: Pick<RegisterCountsProps, 'names' | 'busy' | 'today' | 'onFile' | 'onStore' | 'onForget'> & { read: ReadCounts }) {
  const [day, setDay] = useState('countedOn' in reading ? (reading.countedOn ?? '') : '')
  const [tried, setTried] = useState(false)
  if ('faults' in reading) return (
    <>
      <FileFaults faults={reading.faults} place="Regel" />
      <FileField name="register-file" label="Kies het bestand opnieuw" accept=".csv,.txt,text/csv" onFile={onFile} />
      <div class="actions"><Button onPress={onForget}>Terug</Button></div>
    </>
  )
  const areas = [...new Set(reading.cells.map(({ area }) => area))]
  const persons = (area: string, age: number) => reading.cells.reduce((sum, cell) => sum + (cell.area === area && (age === 0 || cell.age === age) ? cell.persons : 0), 0)
  const mistake = tried && !(day !== '' && day <= today) ? { mistake: 'Vul de dag in waarop dit geteld is.' } : {}
  return (
    <>
      <Alert kind="info" title={`${plural(areas.length, 'gebied', 'gebieden')} gelezen uit ${name}. Er is nog niets opgeslagen.`}>
        {reading.young + reading.others > 0 && <p>Overgeslagen: {plural(reading.young, 'regel', 'regels')} van jongere mensen en {plural(reading.others, 'regel', 'regels')} van andere gemeenten.</p>}
        {reading.without.length > 0 && <p>Niet in dit bestand: {reading.without.map((code) => names[code] ?? code).join(', ')}.</p>}
      </Alert>
      <DataTable caption="Wat u overneemt" rows={areas} columns={[
        { heading: 'Gebied', text: (area: string) => names[area] ?? area }, { heading: 'Samen', numeric: true, text: (area: string) => number(persons(area, 0)) },
        ...['Tot en met 34', '35 tot en met 54', '55 tot en met 74', '75 en ouder'].map((heading, index) => ({ heading, numeric: true, text: (area: string) => number(persons(area, index + 1)) })),
      ]} />
      <Field name="counted-on" label="Op welke dag is dit geteld?" kind="date" value={day} onInput={setDay} {...mistake} />
      <div class="actions">
        <Button kind="primary" busy={busy} onPress={() => { setTried(true); if (day !== '' && day <= today) onStore(reading.cells, day) }}>Overnemen</Button>
        <Button onPress={onForget}>Niet overnemen</Button>
      </div>
    </>
  )
}
