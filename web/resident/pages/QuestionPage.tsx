// One question: progress, the question as heading, its answers, Verder. Nothing is obligatory and nothing is checked.
import { ChoiceList } from '../ChoiceList.tsx'
import { MarkRow } from '../MarkRow.tsx'
import { switched } from '../../../src/instrument/answers.ts'
import { DONT_KNOW, PREFER_NOT } from '../../../src/instrument/item.ts'
import type { Item } from '../../../src/instrument/item.ts'
import { progress } from '../interview.ts'
import type { ResidentText } from '../../languages/resident-text.ts'
import type { Answering } from '../view.ts'
import type { Visit } from '../visit.ts'
import { BackLink } from './BackLink.tsx'

interface QuestionPageProps {
  text: ResidentText
  item: Item
  screen: Answering
  visit: Visit
}

export function QuestionPage({ text, item, screen, visit }: QuestionPageProps) {
  const { instrument, text: words } = screen.questions
  const { number, total } = progress(instrument, screen.answers, screen.step)
  const asked = words.items[item.id]!
  const answer = screen.answers[item.id]
  const several = item.kind === 'several'
  const choose = (code: number) => {
    const missing = code === DONT_KNOW || code === PREFER_NOT
    if (!several) return visit.answer(item.id, code)
    if (missing) return visit.answer(item.id, answer === code ? undefined : code)
    visit.answer(item.id, switched(item, answer, code))
  }
  const submit = (event: Event) => {
    event.preventDefault()
    visit.next()
  }
  const hint = asked.hint ?? (several ? text.question.several : undefined)
  const missing = { [DONT_KNOW]: words.missing.dontKnow, [PREFER_NOT]: words.missing.preferNot }
  return (
    <form autocomplete="off" onSubmit={submit}>
      <BackLink text={text} />
      <p class="progress">
        <label for="progress">{text.question.progress(number, total)}</label>
        <progress id="progress" value={number} max={total} />
      </p>
      <fieldset
        class={`utrecht-form-fieldset utrecht-form-fieldset--html-fieldset${screen.concealed ? ' concealed' : ''}`}
        aria-describedby={hint && 'hint'}
      >
        <legend class="utrecht-form-fieldset__legend utrecht-form-fieldset__legend--html-legend">
          <h1 tabIndex={-1} lang={words.language}>{asked.question}</h1>
        </legend>
        {hint && <p class="hint" id="hint">{hint}</p>}
        {item.kind === 'mark'
          ? <MarkRow item={item} words={asked.hint ? {} : asked.options} answer={answer} choose={choose} />
          : <ChoiceList item={item} codes={item.options} words={asked.options} answer={answer} choose={choose} />}
        <p class="or">{text.question.or}</p>
        <ChoiceList item={item} codes={[DONT_KNOW, PREFER_NOT]} words={missing} answer={answer} choose={choose} />
      </fieldset>
      <div class="actions">
        <button type="submit" class="utrecht-button utrecht-button--primary-action">{text.next}</button>
        <button type="button" class="utrecht-button utrecht-button--subtle" aria-pressed={screen.concealed} onClick={() => visit.conceal(!screen.concealed)}>
          {screen.concealed ? text.question.reveal : text.question.conceal}
        </button>
      </div>
    </form>
  )
}
