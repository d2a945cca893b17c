// A line to type a word or digits in, with words to tap that begin as what was typed. No name and no memory: the browser offers and keeps nothing.
import { Beginnings } from './Beginnings.tsx'
import { unremembered } from './unremembered.ts'

interface LineFieldProps {
  id: string
  label: string
  digits: boolean
  mistake: string | undefined
  help: string
  beginnings: readonly string[]
  typing: (typed: string) => void
}

export function LineField({ id, label, digits, mistake, help, beginnings, typing }: LineFieldProps) {
  return (
    <div class={mistake ? 'field utrecht-form-field utrecht-form-field--invalid' : 'field utrecht-form-field'}>
      <label class="utrecht-form-label" for={id}>{label}</label>
      {mistake && <p class="mistake" id={`${id}-mistake`}>{mistake}</p>}
      <input
        class="line"
        id={id}
        type="text"
        dir="ltr"
        inputMode={digits ? 'numeric' : 'text'}
        {...unremembered}
        autocapitalize="none"
        aria-describedby={mistake && `${id}-mistake`}
        aria-invalid={mistake ? true : undefined}
        onFocus={(event) => typing(event.currentTarget.value)}
        onInput={(event) => typing(event.currentTarget.value)}
      />
      <Beginnings field={id} help={help} beginnings={beginnings} typing={typing} />
    </div>
  )
}
