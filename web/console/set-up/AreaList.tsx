// The list of areas: from a file, with a preview before anything is kept; then a table in which each area gets its role and district.
// Markup from data; reading and keeping are the screen's.
import { useState } from 'preact/hooks'
import { Alert } from '../../components/Alert.tsx'
import { Button } from '../../components/Button.tsx'
import { DataTable } from '../../components/DataTable.tsx'
import { Field } from '../../components/Field.tsx'
import { FileField } from '../../components/FileField.tsx'
import type { Area } from '../../../src/areas/wire.ts'
import type { Level } from '../../../src/frame/area-code.ts'
import type { AreasReading, ListedArea } from '../../../src/frame/areas-file.ts'
import { areasSheet } from '../../../src/frame/templates.ts'
import { number, plural } from '../words.ts'
import { FileFaults } from './FileFaults.tsx'
import { TemplateLink } from './TemplateLink.tsx'

export type ListedRow = Pick<Area, 'code' | 'name' | 'role' | 'district'>

const ROLES = [{ value: 'focus', label: 'aandacht: hier is de aanpak' }, { value: 'comparison', label: 'vergelijking: lijkt erop, geen aanpak' }, { value: 'other', label: 'overig' }]

/** A file as it was read, with the choices that belong to it. */
export interface ReadList { name: string; reading: AreasReading; level: Level; municipality: string }

export interface AreaListProps {
  areas: readonly ListedRow[]
  year: number
  read: ReadList | null
  busy: boolean
  mayWrite: boolean
  onFile: (file: File) => void
  onChoose: (choice: { level: Level; municipality: string }) => void
  onStore: (areas: ListedRow[]) => void
  onForget: () => void
}

export function AreaList({ areas, year, read, busy, mayWrite, onFile, onChoose, onStore, onForget }: AreaListProps) {
  const [again, setAgain] = useState(false)
  if (read) return <Preview read={read} areas={areas} busy={busy} onChoose={onChoose} onStore={onStore} onForget={onForget} onFile={onFile} />
  if (areas.length > 0 && !again) return <Roles areas={areas} year={year} busy={busy} mayWrite={mayWrite} onStore={onStore} onAgain={() => setAgain(true)} />
  if (!mayWrite) return <p>De lijst is er nog niet. Dat doet een collega met de rol veldwerk.</p>
  return (
    <>
      <FileField name="areas-file" label="Bestand met uw wijken of buurten" accept=".csv,.txt,text/csv" onFile={onFile}
        hint="Het CBS-bestand ‘Kerncijfers wijken en buurten’ mag precies zoals u het ophaalt. Alleen de regels van uw gemeente tellen. Of vul onze voorbeeldlijst in." />
      <p class="actions actions--small"><TemplateLink name="wijken-voorbeeld.csv" text={areasSheet} />{areas.length > 0 && <Button onPress={() => setAgain(false)}>Terug naar de lijst</Button>}</p>
    </>
  )
}

function Preview({ read: { name, reading, level, municipality }, areas, busy, onChoose, onStore, onForget, onFile }: Pick<AreaListProps, 'areas' | 'busy' | 'onChoose' | 'onStore' | 'onForget' | 'onFile'> & { read: ReadList }) {
  const choosing = reading.municipalities.length > 0
  const kept = (area: ListedArea): ListedRow => {
    const known = areas.find(({ code }) => code === area.code)
    // A role that was chosen by hand survives a new list that knows no roles.
    return { code: area.code, name: area.name === area.code && known ? known.name : area.name, role: choosing && known ? known.role : area.role, district: area.district || known?.district || '' }
  }
  return (
    <>
      {choosing && (
        <div class="fields">
          {reading.municipalities.length > 1 && <Field name="municipality" label="Uw gemeente in dit bestand" kind="choice" value={municipality} onInput={(value) => onChoose({ level, municipality: value })}
            choices={[...(municipality ? [] : [{ value: '', label: 'Kies uw gemeente' }]), ...reading.municipalities.map(({ code, name: title }) => ({ value: code, label: title }))]} />}
          <Field name="level" label="Meet u per wijk of per buurt?" kind="choice" value={level} onInput={(value) => onChoose({ level: value as Level, municipality })} choices={[{ value: 'buurt', label: 'per buurt' }, { value: 'wijk', label: 'per wijk' }]} />
        </div>
      )}
      {'faults' in reading
        ? (reading.faults[0]?.fault === 'municipality-unclear' ? <Alert kind="info" title="In dit bestand staan meer gemeenten. Kies hierboven de uwe." /> : <FileFaults faults={reading.faults} place="Regel" />)
        : (
          <>
            <Alert kind="info" title={`${plural(reading.areas.length, 'gebied', 'gebieden')} gelezen uit ${name}. Er is nog niets opgeslagen.`}>
              {reading.others + reading.levels > 0 && <p>Overgeslagen: {plural(reading.others, 'regel', 'regels')} van andere gemeenten en {plural(reading.levels, 'regel', 'regels')} van een ander soort gebied.</p>}
            </Alert>
            <DataTable caption="Wat u overneemt" rows={reading.areas} columns={[
              { heading: 'Naam', text: ({ name: title }: ListedArea) => title }, { heading: 'Code', text: ({ code }: ListedArea) => code }, { heading: 'Stadsdeel', text: ({ district }: ListedArea) => district || '–' },
              { heading: 'Inwoners', numeric: true, text: ({ inhabitants }: ListedArea) => (inhabitants === null ? '–' : number(inhabitants)) },
            ]} />
          </>
        )}
      {'faults' in reading && <FileField name="areas-file" label="Kies het bestand opnieuw" accept=".csv,.txt,text/csv" onFile={onFile} />}
      <div class="actions">
        {!('faults' in reading) && <Button kind="primary" busy={busy} onPress={() => onStore(reading.areas.map(kept))}>Overnemen</Button>}
        <Button onPress={onForget}>Niet overnemen</Button>
      </div>
    </>
  )
}

function Roles({ areas, year, busy, mayWrite, onStore, onAgain }: Pick<AreaListProps, 'areas' | 'year' | 'busy' | 'mayWrite' | 'onStore'> & { onAgain: () => void }) {
  const [rows, setRows] = useState(areas)
  const set = (code: string, change: Partial<ListedRow>) => setRows(rows.map((row) => (row.code === code ? { ...row, ...change } : row)))
  const changed = JSON.stringify(rows) !== JSON.stringify(areas)
  return (
    <>
      <p>{plural(areas.length, 'gebied', 'gebieden')}, indeling van {year}. Kies waar de aanpak is (aandacht) en welke wijken erop lijken (vergelijking). Met vijf of meer vergelijkingswijken kunt u zeggen of het verschil van de aanpak komt.</p>
      <ul class="roles">
        {rows.map(({ code, name, role, district }) => (
          <li key={code}>
            <span class="roles__name">{name}<small>{code}</small></span>
            {mayWrite ? (
              <>
                <select aria-label={`Rol van ${name}`} class="field__input" value={role} onInput={(event) => set(code, { role: event.currentTarget.value as Area['role'] })}>
                  {ROLES.map(({ value, label }) => <option key={value} value={value} selected={value === role}>{label}</option>)}
                </select>
                <input aria-label={`Stadsdeel van ${name}`} class="field__input" type="text" placeholder="stadsdeel" autocomplete="off" value={district} onInput={(event) => set(code, { district: event.currentTarget.value })} />
              </>
            ) : <span>{ROLES.find(({ value }) => value === role)!.label}{district && `, ${district}`}</span>}
          </li>
        ))}
      </ul>
      {mayWrite && <div class="actions">
        {changed && <Button kind="primary" busy={busy} onPress={() => onStore(rows.map((row) => ({ ...row, district: row.district.trim() })))}>Indeling opslaan</Button>}
        <Button onPress={onAgain}>Andere lijst inlezen</Button>
      </div>}
    </>
  )
}
