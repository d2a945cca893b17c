// How fine each subject may be shown, where it is not what the audience asks for: a fold, because most editions leave it as it is.
// Separate from the form because its list comes from the questionnaire.
import { finestLevel } from '../../../src/disclosure/catalogue.ts'
import type { Audience, Level } from '../../../src/analysis/edition.ts'
import { Field } from '../../components/Field.tsx'

/** A subject that can be shown by area: item or scale id, its words, and whether it is about intimidation, silence or reporting. */
export interface Subject { id: string; label: string; sensitive: boolean }

export interface FinestLevelsProps {
  subjects: readonly Subject[]
  audience: Audience
  chosen: Readonly<Record<string, Level>>
  onChosen: (chosen: Readonly<Record<string, Level>>) => void
}

const LEVELS: Record<Level, string> = { area: 'per wijk', district: 'per stadsdeel', all: 'alleen voor de hele gemeente' }

export function FinestLevels({ subjects, audience, chosen, onChosen }: FinestLevelsProps) {
  const choose = (id: string, level: string) => {
    const { [id]: _, ...others } = chosen
    onChosen(level === '' ? others : { ...others, [id]: level as Level })
  }
  const changed = Object.keys(chosen).length
  return (
    <details class="fold">
      <summary>Hoe fijn per onderwerp?{changed > 0 ? ` (${changed} anders)` : ''}</summary>
      <p>Zo ver gaan de cijfers hoogstens. Kleine groepen blijven altijd verborgen.</p>
      {subjects.map(({ id, label, sensitive }) => {
        const usual = finestLevel(sensitive, audience)
        return <Field key={id} name={`finest-${id}`} label={label} kind="choice" value={chosen[id] ?? ''} onInput={(level) => choose(id, level)} choices={[
          { value: '', label: `Zoals gewoonlijk: ${LEVELS[usual]}` },
          ...(['area', 'district', 'all'] as const).filter((level) => level !== usual).map((level) => ({ value: level, label: LEVELS[level] })),
        ]} />
      })}
    </details>
  )
}
