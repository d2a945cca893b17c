// One labelled field: text, several lines, date or a choice from a list. The mistake stands between label and field in the same
// words as in the error summary. Separate so that label, hint, mistake and field are tied together in one place (WCAG 1.3.1, 3.3.1).
import { useId } from 'preact/hooks'

/** `group` gathers neighbouring choices under a heading. */
export interface Choice { value: string; label: string; group?: string }

export interface FieldProps {
  /** Also the id of the input: the error summary links to it. */
  name: string
  label: string
  hint?: string
  mistake?: string
  value: string
  onInput: (value: string) => void
  kind?: 'text' | 'lines' | 'date' | 'choice'
  choices?: readonly Choice[]
  /** Of a field of several lines; 4 unless said otherwise. */
  rows?: number
  /** Of what is typed, where it is not Dutch: the direction of writing follows. */
  language?: string
  /** Keys and codes are never spell-checked: some browsers send such text away. */
  secret?: boolean
}

export function Field({ name, label, hint, mistake, value, onInput, kind = 'text', choices = [], rows = 4, language, secret = false }: FieldProps) {
  const hintId = useId()
  const mistakeId = useId()
  const described = [hint && hintId, mistake && mistakeId].filter(Boolean).join(' ') || undefined
  const common = {
    id: name, name, 'aria-describedby': described, 'aria-invalid': mistake ? true : undefined, autocomplete: 'off' as const, ...(language ? { lang: language, dir: 'auto' as const } : {}),
    ...(secret ? { spellcheck: false, autocapitalize: 'off' as const } : {}),
    onInput: (event: Event) => onInput((event.currentTarget as HTMLInputElement).value),
  }
  return (
    <div class={`field${mistake ? ' field--mistake' : ''}`}>
      <label class="field__label" for={name}>{label}</label>
      {hint && <p class="field__hint" id={hintId}>{hint}</p>}
      {mistake && <p class="field__mistake" id={mistakeId}><span class="only-heard">Fout: </span>{mistake}</p>}
      {kind === 'lines' && <textarea class="field__input" rows={rows} value={value} {...common} />}
      {kind === 'choice' && (
        <select class="field__input" value={value} {...common}>
          {grouped(choices).map(([group, members]) => {
            const options = members.map((choice) => <option key={choice.value} value={choice.value} selected={choice.value === value}>{choice.label}</option>)
            return group ? <optgroup key={group} label={group}>{options}</optgroup> : options
          })}
        </select>
      )}
      {kind === 'text' && <input class="field__input" type="text" value={value} {...common} />}
      {kind === 'date' && <input class="field__input" type="date" value={value} {...common} />}
    </div>
  )
}

function grouped(choices: readonly Choice[]): [string, Choice[]][] {
  const groups = new Map<string, Choice[]>()
  for (const choice of choices) groups.set(choice.group ?? '', [...(groups.get(choice.group ?? '') ?? []), choice])
  return [...groups]
}
