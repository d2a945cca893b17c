// Answers under each other, 48 px high, the whole row to tap: radios for one choice, checkboxes for several.
import type { Answer } from '../../src/instrument/answers.ts'
import type { Item } from '../../src/instrument/item.ts'

interface ChoiceListProps {
  item: Item
  codes: readonly number[]
  words: Readonly<Record<string, string>>
  answer: Answer | undefined
  choose: (code: number) => void
}

export function ChoiceList({ item, codes, words, answer, choose }: ChoiceListProps) {
  const several = item.kind === 'several'
  const chosen = (code: number) => answer === code || (typeof answer === 'object' && answer.includes(code))
  return (
    <div class="choices">
      {codes.map((code) => (
        <label class="choice" key={code}>
          <input
            class={several ? 'utrecht-checkbox utrecht-checkbox--html-input' : 'utrecht-radio-button utrecht-radio-button--html-input'}
            type={several ? 'checkbox' : 'radio'}
            name={several ? undefined : 'answer'}
            checked={chosen(code)}
            onChange={() => choose(code)}
          />
          <span>{words[code]}</span>
        </label>
      ))}
    </div>
  )
}
