// How far opening the inbox is. Separate because inbox and a single report both wait for it.
import { Progress } from '../../components/Progress.tsx'
import { number } from '../words.ts'
import type { InboxProgress } from './case.ts'

export function OpeningInbox({ progress: { done, total, step } }: { progress: InboxProgress }) {
  return (
    <div class="card">
      <Progress step="Meldingen openen op dit apparaat" {...(total > 0 && step === 'opening' ? { share: done / total } : {})} />
      {total > 0 && <p>{number(done)} van {step === 'fetching' ? 'minstens ' : ''}{number(total)} geopend.</p>}
    </div>
  )
}
