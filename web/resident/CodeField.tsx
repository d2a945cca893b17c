// One text field for label or code: label, hint, mistake with the same words as the summary above it, paste and lower case welcome.
// No `name`: even without script nothing typed could get into an address. The browser is asked not to remember it.
interface CodeFieldProps {
  id: string
  label: string
  hint: string
  mistake?: string | undefined
  length: number
}

export function CodeField({ id, label, hint, mistake, length }: CodeFieldProps) {
  return (
    <div class={mistake ? 'field utrecht-form-field utrecht-form-field--invalid' : 'field utrecht-form-field'}>
      <label class="utrecht-form-label" for={id}>{label}</label>
      <p class="hint" id={`${id}-hint`}>{hint}</p>
      {mistake && <p class="mistake" id={`${id}-mistake`}>{mistake}</p>}
      <input
        class={`utrecht-textbox utrecht-textbox--html-input code-${length}`}
        id={id}
        type="text"
        autocomplete="off"
        autocapitalize="characters"
        spellcheck={false}
        aria-describedby={mistake ? `${id}-hint ${id}-mistake` : `${id}-hint`}
        aria-invalid={mistake ? true : undefined}
      />
    </div>
  )
}
