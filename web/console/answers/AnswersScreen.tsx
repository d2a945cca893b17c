// "U zei, wij doen": what the municipality answers residents beside an edition for everybody, per area, in Dutch and English.
// Separate from its view so that specimens can show every stage.
import { useState } from 'preact/hooks'
import type { AreaAnswer } from '../../../src/publication/wire.ts'
import { api } from '../api.ts'
import { Loading } from '../Loading.tsx'
import { refusalText, signedOut } from '../refusal-words.ts'
import type { ScreenProps } from '../screen.ts'
import { useLoad } from '../use-load.ts'
import { AnswersView } from './AnswersView.tsx'
import type { AnswersSaid } from './AnswersView.tsx'

export function AnswersScreen({ route, onEnded }: ScreenProps) {
  const id = 'edition' in route && route.edition ? route.edition : ''
  const loaded = useLoad(`answers ${id}`, async (signal) => {
    const [edition, answers] = await Promise.all([api.edition(id, signal), api.answers(id, signal)])
    return { head: edition.head, answers }
  })
  const [said, setSaid] = useState<AnswersSaid>(null)
  const save = async (answers: readonly AreaAnswer[]) => {
    setSaid({ kind: 'busy' })
    try {
      await api.saveAnswers(id, answers)
      setSaid({ kind: 'done' })
    } catch (error) {
      if (signedOut(error)) onEnded()
      else setSaid({ kind: 'refused', text: refusalText(error) })
    }
  }
  return <Loading loaded={loaded} onEnded={onEnded}>{(value) => <AnswersView id={id} {...value} said={said} onSave={(answers) => { void save(answers) }} />}</Loading>
}
