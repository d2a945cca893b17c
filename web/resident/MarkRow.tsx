// A mark from 0 to 10 as eleven radios in rows: no slider, nothing to drag. The words of both ends stand under it,
// unless the item's own hint says them.
import type { Answer } from '../../src/instrument/answers.ts'
import type { Item } from '../../src/instrument/item.ts'

interface MarkRowProps {
  item: Item
  words: Readonly<Record<string, string>>
  answer: Answer | undefined
  choose: (code: number) => void
}

export function MarkRow({ item, words, answer, choose }: MarkRowProps) {
  const ends = [item.options[0]!, item.options[item.options.length - 1]!].filter((code) => words[code])
  return (
    <>
      <div class="marks">
        {item.options.map((code) => (
          <label class="mark" key={code}>
            <input type="radio" name="answer" checked={answer === code} onChange={() => choose(code)} />
            <span>{code}</span>
          </label>
        ))}
      </div>
      <p class="ends">
        {ends.map((code) => <span key={code}><b>{code}</b> {words[code]}</span>)}
      </p>
    </>
  )
}
