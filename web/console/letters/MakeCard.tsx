// Making the letters: choose the file with names and addresses, see every line at fault, or leave names to the printing house. Nothing of the
// file leaves this device: it is read in a thread that asks no server. Separate from opening a list that was made.
import { peopleFaultText } from '../../../src/letters/people-words.ts'
import { peopleTemplate } from '../../../src/letters/people-file.ts'
import type { PeopleFault } from '../../../src/letters/people-file.ts'
import { Alert } from '../../components/Alert.tsx'
import { Button } from '../../components/Button.tsx'
import { DataTable } from '../../components/DataTable.tsx'
import { FileField } from '../../components/FileField.tsx'
import { Progress } from '../../components/Progress.tsx'
import { TemplateLink } from '../set-up/TemplateLink.tsx'
import { SixWords } from '../SixWords.tsx'
import { number, plural } from '../words.ts'
import type { Differs, LettersVerbs } from './letters-verbs.ts'

export type Making =
  | { at: 'choose'; file?: string; read?: LettersVerbs['read']['output']; tooLarge?: boolean }
  | { at: 'working'; step: string; share?: number }
  | { at: 'words'; passphrase: string }

export interface MakeCardProps {
  making: Making
  toInvite: number
  /** The name of an area, for the example row. */
  area: string
  onFile: (file: File) => void
  /** With the people that were read, or without names. */
  onMake: (named: boolean) => void
  onWritten: () => void
}

const SHOWN = 100

export function MakeCard({ making, toInvite, area, onFile, onMake, onWritten }: MakeCardProps) {
  if (making.at === 'working') return <section class="card" aria-label="Brieven maken"><Progress step={making.step} {...(making.share === undefined ? {} : { share: making.share })} /></section>
  if (making.at === 'words') return <section class="card" aria-label="Zes woorden"><h2>De lijst gaat op slot</h2><p>Met deze woorden opent u de lijst weer, op dit apparaat, om herinneringen te printen.</p><SixWords passphrase={making.passphrase} onWritten={onWritten} /></section>
  const { file, read, tooLarge } = making
  const good = read !== undefined && read.faults.length === 0 && read.differ.length === 0
  return (
    <>
      <section class="card" aria-label="Namen en adressen">
        <h2>Namen en adressen</h2>
        <p>Kies de lijst uit de Basisregistratie Personen: één regel voor elke persoon. De lijst blijft op dit apparaat. Namen gaan nooit naar de server.</p>
        <p><TemplateLink name="namen-en-adressen.csv" text={peopleTemplate(area)} /></p>
        <FileField name="people-file" label="Bestand met namen en adressen" hint={`CSV uit Excel, met de kolommen wijk, naam, straat en huisnummer, postcode en plaats. Het plan vraagt ${plural(toInvite, 'persoon', 'personen')}.`} accept=".csv,.txt,text/csv" {...(file ? { chosen: file } : {})} onFile={onFile}
          {...(tooLarge ? { mistake: 'Dit bestand is te groot voor een lijst met namen. Kies een ander bestand.' } : {})} />
        {read && read.faults.length > 0 && <Faults faults={read.faults} />}
        {read && read.differ.length > 0 && <Differ differ={read.differ} />}
        {good && <><Alert kind="done" title={`${plural(read.people, 'persoon', 'personen')} gelezen. Elke wijk klopt met het plan.`} /><div class="actions"><Button kind="primary" onPress={() => onMake(true)}>Brieven maken</Button></div></>}
      </section>
      <details class="card">
        <summary>De drukkerij heeft de namen en adressen</summary>
        <p>Dan maakt u hier alleen de codes. De drukkerij krijgt een lijst met codes en zet de namen erbij. U hebt op dit apparaat geen namen nodig.</p>
        <Button onPress={() => onMake(false)}>{`Codes maken voor ${plural(toInvite, 'brief', 'brieven')}`}</Button>
      </details>
    </>
  )
}

function Faults({ faults }: { faults: readonly PeopleFault[] }) {
  const words = (fault: PeopleFault) => peopleFaultText(fault, 'nl').replace(/^Regel \d+: /, '')
  return (
    <>
      <Alert kind="mistake" title="Dit bestand kan zo niet. Niemand kreeg een code."><p>{plural(faults.length, 'plek klopt niet', 'plekken kloppen niet')}. Verbeter het bestand en kies het opnieuw.</p></Alert>
      <DataTable caption={faults.length > SHOWN ? `De eerste ${SHOWN} plekken` : 'Wat er niet klopt'} rows={faults.slice(0, SHOWN)}
        columns={[{ heading: 'Regel', numeric: true, text: ({ line }) => number(line) }, { heading: 'Wat er mis is', text: words }]} />
    </>
  )
}

function Differ({ differ }: { differ: readonly Differs[] }) {
  return (
    <>
      <Alert kind="mistake" title="De aantallen kloppen niet met het plan. Niemand kreeg een code."><p>Trek per wijk precies zoveel personen als het plan vraagt. Kies daarna het bestand opnieuw.</p></Alert>
      <DataTable caption="Waar het aantal niet klopt" rows={differ} columns={[
        { heading: 'Wijk', text: ({ group }) => group }, { heading: 'In het plan', numeric: true, text: ({ planned }) => number(planned) }, { heading: 'In het bestand', numeric: true, text: ({ found }) => number(found) },
      ]} />
    </>
  )
}
