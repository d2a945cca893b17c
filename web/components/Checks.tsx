// Several boxes to tick under one question, each with what it means. Separate from Field because a group needs a legend, and because
// a box without its own line is missed on a phone.
import { useId } from 'preact/hooks'

export interface Check { value: string; label: string; hint?: string; fixed?: boolean }

export interface ChecksProps {
  /** Also the id of the first box: the error summary links to it. */
  name: string
  legend: string
  hint?: string
  mistake?: string
  checks: readonly Check[]
  chosen: readonly string[]
  onChange: (chosen: string[]) => void
}

export function Checks({ name, legend, hint, mistake, checks, chosen, onChange }: ChecksProps) {
  const hintId = useId()
  const mistakeId = useId()
  const described = [hint && hintId, mistake && mistakeId].filter(Boolean).join(' ') || undefined
  const toggle = (value: string, on: boolean) => onChange(checks.map((check) => check.value).filter((one) => (one === value ? on : chosen.includes(one))))
  return (
    <fieldset class={`field checks${mistake ? ' field--mistake' : ''}`} aria-describedby={described}>
      <legend class="field__label">{legend}</legend>
      {hint && <p class="field__hint" id={hintId}>{hint}</p>}
      {mistake && <p class="field__mistake" id={mistakeId}><span class="only-heard">Fout: </span>{mistake}</p>}
      {checks.map(({ value, label, hint: about, fixed }, index) => {
        const id = index === 0 ? name : `${name}-${value}`
        return (
          <div class="check" key={value}>
            <input type="checkbox" id={id} checked={chosen.includes(value)} disabled={fixed} aria-describedby={about ? `${id}-about` : undefined} onChange={(event) => toggle(value, event.currentTarget.checked)} />
            <label for={id}>{label}</label>
            {about && <p class="check__about" id={`${id}-about`}>{about}</p>}
          </div>
        )
      })}
    </fieldset>
  )
}
