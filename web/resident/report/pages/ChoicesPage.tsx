// One question with answers to choose from: what kind of thing, in which neighbourhood, in what kind of place, when. Place and behaviour only: no
// field asks who. Nothing is obligatory.
import { BackLink } from '../../pages/BackLink.tsx'
import type { PartOfDay, ReportKind, ReportSpot, Since } from '../../../../src/crypto/report.ts'
import { switched } from '../draft.ts'
import type { Draft, Question } from '../draft.ts'
import type { ReportView } from '../report-view.ts'
import type { ReportPageProps } from './ReportPage.tsx'
import { StepProgress } from './StepProgress.tsx'

type Choices = Exclude<Question, 'account'>

/** Above so many a list to unfold is quicker than scrolling. */
const MOST_ROWS = 20

export function ChoicesPage({ view, acts, question }: ReportPageProps & { question: Choices }) {
  const { words, draft } = view
  const asked = words[question]
  const hint = question === 'kinds' ? words.several : asked.hint
  const options = optionsOf(view, question)
  const submit = (event: Event) => {
    event.preventDefault()
    acts.next()
  }
  return (
    <form autocomplete="off" onSubmit={submit}>
      <BackLink text={view.text} />
      <StepProgress view={view} question={question} />
      <fieldset class="utrecht-form-fieldset utrecht-form-fieldset--html-fieldset" aria-describedby={hint && 'hint'}>
        <legend class="utrecht-form-fieldset__legend utrecht-form-fieldset__legend--html-legend"><h1 tabIndex={-1}>{asked.question}</h1></legend>
        {hint && <p class="hint" id="hint">{hint}</p>}
        {question === 'area' && options.length > MOST_ROWS
          ? <AreaList view={view} options={options} choose={(area) => acts.change({ area })} />
          : (
            <div class="choices">
              {options.map(([code, label]) => (
                <label class="choice" key={code}>
                  <input
                    class={question === 'kinds' ? 'utrecht-checkbox utrecht-checkbox--html-input' : 'utrecht-radio-button utrecht-radio-button--html-input'}
                    type={question === 'kinds' ? 'checkbox' : 'radio'}
                    name={question === 'kinds' ? undefined : 'choice'}
                    checked={isChosen(draft, question, code)}
                    onChange={() => acts.change(chosen(draft, question, code))}
                  />
                  <span dir="auto">{label}</span>
                </label>
              ))}
            </div>
          )}
      </fieldset>
      <div class="actions">
        <button type="submit" class="utrecht-button utrecht-button--primary-action">{view.text.next}</button>
      </div>
    </form>
  )
}

function AreaList({ view, options, choose }: { view: ReportView; options: [string, string][]; choose: (code: string) => void }) {
  const { words, draft } = view
  return (
    <select class="areas" aria-label={words.area.question} value={draft.area ?? 'none'} autocomplete="off" onChange={(event) => choose(event.currentTarget.value)}>
      <option value="none" disabled>{words.area.choose}</option>
      {options.map(([code, label]) => <option key={code} value={code}>{label}</option>)}
    </select>
  )
}

/** Codes and words, in their order. */
function optionsOf({ words, channel }: ReportView, question: Choices): [string, string][] {
  if (question !== 'area') return Object.entries(words[question].options)
  const areas = channel.state === 'open' ? channel.areas : []
  return [...areas.map(({ code, name }): [string, string] => [code, name]), ['', words.unsaid]]
}

function isChosen(draft: Draft, question: Choices, code: string): boolean {
  return question === 'kinds' ? draft.kinds.includes(code as ReportKind) : draft[question] === code
}

function chosen(draft: Draft, question: Choices, code: string): Partial<Draft> {
  switch (question) {
    case 'kinds': return switched(draft, code as ReportKind)
    case 'area': return { area: code }
    case 'spot': return { spot: code as ReportSpot }
    case 'since': return { since: code as Since }
    case 'part': return { part: code as PartOfDay }
  }
}
