// Every component in every state as data: name and markup. They drive the page of specimens (docs.html), the accessibility test and
// the pictures people look at; a component without its example here does not exist.
import type { ComponentChildren } from 'preact'
import { Alert } from './Alert.tsx'
import { Button } from './Button.tsx'
import { Checks } from './Checks.tsx'
import { CopyButton } from './CopyButton.tsx'
import { DataTable, tableText } from './DataTable.tsx'
import { ErrorSummary } from './ErrorSummary.tsx'
import { Field } from './Field.tsx'
import { Figure } from './Figure.tsx'
import { FileField } from './FileField.tsx'
import { Progress } from './Progress.tsx'
import { Dumbbell } from '../charts/Dumbbell.tsx'
import { Drawing } from '../charts/Drawing.tsx'
import { drawnExamples } from '../charts/drawn-examples.ts'
import { DumbbellTable } from '../charts/DumbbellTable.tsx'
import { dumbbellExamples } from '../charts/dumbbell-examples.ts'
import { resultsText } from '../languages/results.ts'

export interface Example { component: string; name: string; content: ComponentChildren }

const nothing = () => undefined
const columns = [
  { heading: 'Wijk', text: (row: string[]) => row[0]! },
  { heading: 'Verstuurd', numeric: true, text: (row: string[]) => row[1]! },
  { heading: 'Ontvangen', numeric: true, text: (row: string[]) => row[2]! },
]
const rows = [['Wittevrouwenveld', '1.250', '385'], ['<script>document.title="x"</script>', '400', '=1+1']]

export const examples: readonly Example[] = [
  { component: 'Button', name: 'primary', content: <Button kind="primary">Tellen</Button> },
  { component: 'Button', name: 'secondary', content: <Button>Tabel kopiëren</Button> },
  { component: 'Button', name: 'danger', content: <Button kind="danger">Veldwerk sluiten</Button> },
  { component: 'Button', name: 'busy', content: <Button kind="primary" busy>Bezig met tellen</Button> },
  { component: 'Button', name: 'link', content: <Button kind="primary" href="#/">Naar de metingen</Button> },
  { component: 'Alert', name: 'info', content: <Alert kind="info" title="Het veldwerk loopt nog."><p>Tellen kan pas als de bus dicht is.</p></Alert> },
  { component: 'Alert', name: 'done', content: <Alert kind="done" title="De uitgave is gepubliceerd." /> },
  { component: 'Alert', name: 'warning', content: <Alert kind="warning" title="Hierna kan niemand meer meedoen."><p>Dit kan niet ongedaan worden gemaakt.</p></Alert> },
  { component: 'Alert', name: 'mistake', content: <Alert kind="mistake" title="De server is niet bereikbaar."><p>Probeer het zo nog eens.</p></Alert> },
  { component: 'Progress', name: 'known', content: <Progress step="Antwoorden openen en controleren" share={0.42} onCancel={nothing} /> },
  { component: 'Progress', name: 'unknown', content: <Progress step="Verzegelde antwoorden ophalen" /> },
  { component: 'Field', name: 'text', content: <Field name="specimen-text" label="Titel van de uitgave" hint="Bijvoorbeeld: voorjaar 2026" value="" onInput={nothing} /> },
  { component: 'Field', name: 'lines with a mistake', content: <Field name="specimen-words" label="24 woorden van het sleutelblad" kind="lines" secret mistake="Woord 7, ‘zeeba’, staat niet in de lijst. Bedoelt u: zebra?" value="abandon zeeba" onInput={nothing} /> },
  { component: 'Field', name: 'choice', content: <Field name="specimen-choice" label="Voor wie is deze uitgave?" kind="choice" value="public" onInput={nothing} choices={[{ value: 'steering', label: 'Stuurgroep' }, { value: 'public', label: 'Iedereen' }]} /> },
  { component: 'Field', name: 'date', content: <Field name="specimen-date" label="Datum" kind="date" value="2026-11-02" onInput={nothing} /> },
  { component: 'Checks', name: 'with a mistake and a fixed box', content: <Checks name="specimen-checks" legend="Welke onderdelen?" hint="U kunt er later nog een weglaten." mistake="Kies er ten minste één." chosen={['b']} onChange={nothing} checks={[{ value: 'a', label: 'Wonen', hint: 'Hoe prettig mensen er wonen.' }, { value: 'b', label: 'Slot', fixed: true }]} /> },
  { component: 'FileField', name: 'chosen', content: <FileField name="specimen-file" label="Bestand met wijken" hint="Een CSV-bestand." accept=".csv" chosen="<b>wijken</b>.csv" onFile={nothing} /> },
  { component: 'ErrorSummary', name: 'two mistakes', content: <ErrorSummary mistakes={[{ field: 'specimen-words', text: 'Woord 7, ‘zeeba’, staat niet in de lijst. Bedoelt u: zebra?' }, { field: 'specimen-date', text: 'Vul een datum in.' }]} /> },
  { component: 'DataTable', name: 'names that try to be markup', content: <DataTable caption="Ontvangen per wijk" columns={columns} rows={rows} /> },
  { component: 'CopyButton', name: 'table', content: <CopyButton label="Tabel kopiëren" text={() => tableText(columns, rows)} /> },
  ...drawnExamples.map(({ name, chart }) => ({ component: 'Drawing', name, content: <Drawing chart={chart} words={resultsText.nl} /> })),
  ...dumbbellExamples.map(({ name, sentence, ...chart }) => ({
    component: 'Dumbbell', name,
    content: (
      <Figure title={chart.label} sentence={sentence} table={<DumbbellTable {...chart} />}>
        <Dumbbell {...chart} />
      </Figure>
    ),
  })),
]
