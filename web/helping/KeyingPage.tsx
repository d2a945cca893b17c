// Keying one paper form: every question with one small field, typed twice where it is this form's turn, differences settled by looking at the
// paper, then sealed and sent like any answer. The first typing is kept for a reload as a resident's answers are; the second is not.
import { useMemo, useState } from 'preact/hooks'
import { bookletOf, keyedText } from '../../src/letters/booklet.ts'
import type { BookletItem } from '../../src/letters/booklet.ts'
import type { Answers } from '../../src/instrument/answers.ts'
import type { ResidentText } from '../languages/resident-text.ts'
import { ErrorSummary } from '../resident/ErrorSummary.tsx'
import type { Answering } from '../resident/view.ts'
import type { Visit } from '../resident/visit.ts'
import { SettlePage } from './SettlePage.tsx'
import { answersTyped, differing, drawTwice, settled } from './keying.ts'
import type { Keyed, Typed } from './keying.ts'
import { keyingWords } from './words.ts'

const turn = drawTwice()
const today = () => new Date().toLocaleDateString('sv-SE')

export function KeyingPage({ text, screen, visit, keyed }: { text: ResidentText; screen: Answering; visit: Visit; keyed: Keyed }) {
  const { instrument } = screen.questions
  const booklet = useMemo(() => bookletOf(screen.questions), [screen.questions])
  const twice = useMemo(turn, [screen.code])
  const [typed, setTyped] = useState<Typed>(() => Object.fromEntries(Object.entries(screen.answers).map(([id, answer]) => [id, keyedText(answer)])))
  const [first, setFirst] = useState<Answers | null>(null)
  const [second, setSecond] = useState<Answers | null>(null)
  const [shown, setShown] = useState<Record<string, 'unknown' | 'one' | 'exclusive'>>({})
  const [received, setReceived] = useState(today)
  if (!booklet) return <p class="lead">{text.closed.body}</p>

  const send = (answers: Answers, compared: number, differed: number) => {
    keyed.forms += 1
    if (compared > 0) {
      keyed.twice += 1
      keyed.compared += compared
      keyed.differed += differed
    }
    visit.fill(answers)
    void visit.send(new Date(`${received}T12:00:00`))
  }
  const type = (id: string, value: string) => {
    const next = { ...typed, [id]: value }
    setTyped(next)
    if (first === null) visit.fill(answersTyped(instrument.items, next).answers)
  }
  const submit = (event: Event) => {
    event.preventDefault()
    const { answers, mistakes } = answersTyped(instrument.items, typed)
    setShown(mistakes)
    if (Object.keys(mistakes).length > 0) return
    if (first === null && !twice) return send(answers, 0, 0)
    if (first === null) {
      setFirst(answers)
      setTyped({})
      scrollTo(0, 0)
      return
    }
    const differs = differing(instrument.items, first, answers)
    if (differs.length === 0) send(answers, instrument.items.length, 0)
    else setSecond(answers)
  }
  if (first && second) {
    const differs = differing(instrument.items, first, second)
    return <SettlePage items={booklet.items.filter(({ id }) => differs.some((item) => item.id === id))} first={first} second={second}
      settle={(chosen) => send(settled(first, second, differs, chosen), instrument.items.length, differs.length)} />
  }
  const wrong = booklet.items.find(({ id }) => shown[id])
  return (
    <form autocomplete="off" onSubmit={submit} key={first === null ? 'first' : 'second'}>
      {wrong && <ErrorSummary heading={text.mistakes.heading} mistake={`${wrong.number}. ${keyingWords.mistakes[shown[wrong.id]!]}`} field={`keyed-${wrong.id}`} />}
      <h1 tabIndex={-1}>{first === null ? text.siteName : keyingWords.secondHeading}</h1>
      {first !== null && <p class="notice" role="status">{keyingWords.second}</p>}
      <div class="keyed">
        <label for="received">{keyingWords.received}</label>
        <input class="utrecht-textbox utrecht-textbox--html-input" id="received" type="date" max={today()} min={screen.letter.manifest.starts} value={received} onInput={(event) => setReceived(event.currentTarget.value || today())} />
      </div>
      {booklet.items.map((item) => <KeyedItem key={item.id} item={item} value={typed[item.id] ?? ''} mistake={shown[item.id]} type={type} />)}
      <div class="actions"><button type="submit" class="utrecht-button utrecht-button--primary-action">{twice && first === null ? keyingWords.next : keyingWords.send}</button></div>
    </form>
  )
}

function KeyedItem({ item, value, mistake, type }: { item: BookletItem; value: string; mistake: 'unknown' | 'one' | 'exclusive' | undefined; type: (id: string, value: string) => void }) {
  const id = `keyed-${item.id}`
  const marks = item.kind === 'mark' ? '0 tot 10' : item.options.map(({ mark, text }) => `${mark} ${text}`).join(' · ')
  return (
    <div class={mistake ? 'keyed utrecht-form-field--invalid' : 'keyed'}>
      <label for={id}>{item.number}. {item.question}</label>
      <p class="hint" id={`${id}-hint`}>{marks} · {item.missing.map(({ mark, text }) => `${mark} ${text}`).join(' · ')}</p>
      {mistake && <p class="mistake" id={`${id}-mistake`}>{keyingWords.mistakes[mistake]}</p>}
      <input class="utrecht-textbox utrecht-textbox--html-input" id={id} type="text" inputMode="text" autocomplete="off" spellcheck={false} value={value}
        aria-describedby={mistake ? `${id}-hint ${id}-mistake` : `${id}-hint`} aria-invalid={mistake ? true : undefined} onInput={(event) => type(item.id, event.currentTarget.value)} />
    </div>
  )
}
