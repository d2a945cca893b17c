// A field to write in, with a look at every word for what could give somebody away. Nothing typed here is offered to a spell checker that sends it
// elsewhere, kept by the browser or translated. The warning says what was found and never blocks.
import { giveaways } from '../../../languages/giveaways.ts'
import type { ReportView } from '../report-view.ts'
import { FoundWords } from './FoundWords.tsx'
import { unremembered } from './unremembered.ts'

interface WritingFieldProps {
  view: ReportView
  id: string
  label: string
  hint: string
  mistake: string | undefined
  value: string
  rows: number
  write: (text: string) => void
  /** The label is the page's heading. */
  heading?: boolean
}

export function WritingField({ view, id, label, hint, mistake, value, rows, write, heading }: WritingFieldProps) {
  const known = view.channel.state === 'open' ? view.channel.areas.map(({ name }) => name) : []
  const described = [`${id}-hint`, mistake && `${id}-mistake`].filter(Boolean).join(' ')
  const words = <label class="utrecht-form-label" for={id}>{label}</label>
  return (
    <div class={mistake ? 'field utrecht-form-field utrecht-form-field--invalid' : 'field utrecht-form-field'}>
      {heading ? <h1 tabIndex={-1}>{words}</h1> : words}
      <p class="hint" id={`${id}-hint`}>{hint}</p>
      {mistake && <p class="mistake" id={`${id}-mistake`}>{mistake}</p>}
      <textarea
        class="writing"
        id={id}
        rows={rows}
        dir="auto"
        {...unremembered}
        aria-describedby={described}
        aria-invalid={mistake ? true : undefined}
        value={value}
        onInput={(event) => write(event.currentTarget.value)}
      />
      <div role="status" class="found"><FoundWords view={view} found={giveaways(value, [...known, view.place.name])} /></div>
    </div>
  )
}
