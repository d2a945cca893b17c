// Where two typings of one form differ: both beside each other, and the person looks at the paper. Nothing can be sent before each is settled.
import { useState } from 'preact/hooks'
import type { BookletItem } from '../../src/letters/booklet.ts'
import { keyedText } from '../../src/letters/booklet.ts'
import type { Answers } from '../../src/instrument/answers.ts'
import { keyingWords } from './words.ts'

interface SettlePageProps {
  items: readonly BookletItem[]
  first: Answers
  second: Answers
  settle: (chosen: Record<string, 'first' | 'second'>) => void
}

export function SettlePage({ items, first, second, settle }: SettlePageProps) {
  const [chosen, setChosen] = useState<Record<string, 'first' | 'second'>>({})
  const all = items.every(({ id }) => chosen[id])
  return (
    <form autocomplete="off" onSubmit={(event) => { event.preventDefault(); if (all) settle(chosen) }}>
      <h1 tabIndex={-1}>{keyingWords.settleHeading}</h1>
      <p class="notice" role="status">{keyingWords.settle}</p>
      {items.map((item) => (
        <fieldset class="keyed" key={item.id}>
          <legend><h2>{item.number}. {item.question}</h2></legend>
          {(['first', 'second'] as const).map((which) => (
            <label class="choice" key={which}>
              <input class="utrecht-radio-button utrecht-radio-button--html-input" type="radio" name={`settle-${item.id}`} checked={chosen[item.id] === which} onChange={() => setChosen((now) => ({ ...now, [item.id]: which }))} />
              <span>{said(item, (which === 'first' ? first : second)[item.id])}</span>
            </label>
          ))}
        </fieldset>
      ))}
      <div class="actions"><button type="submit" class="utrecht-button utrecht-button--primary-action" aria-disabled={all ? undefined : true}>{keyingWords.send}</button></div>
    </form>
  )
}

/** "2 Zelden", "1 4", "(leeg)". */
function said({ options, missing, kind }: BookletItem, answer: Answers[string] | undefined): string {
  const typed = keyedText(answer)
  if (typed === '') return keyingWords.empty
  const one = [...options, ...missing].find(({ mark }) => mark === typed)
  return kind === 'mark' && one && one.text === '' ? typed : one ? `${one.mark} ${one.text}`.trim() : typed
}
