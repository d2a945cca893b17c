// The six words, or the same secret as digits: shown to be copied by hand. No button copies them: a clipboard is read by other apps.
import type { ReportScreen, Shape } from '../report-view.ts'
import type { ReportPageProps } from './ReportPage.tsx'

const SHAPES: readonly Shape[] = ['nl', 'en', 'digits']

export function ReceiptPage({ view, acts, screen }: ReportPageProps & { screen: Extract<ReportScreen, { at: 'receipt' }> }) {
  const { receipt } = view.words
  const { shape, parts } = screen
  return (
    <>
      <h1 tabIndex={-1}>{receipt.heading[shape]}</h1>
      <div class="shapes" role="group" aria-label={receipt.heading[shape]}>
        {SHAPES.map((one) => <button type="button" class="plain" key={one} aria-pressed={one === shape} onClick={() => acts.showAs(one)}>{receipt.show[one]}</button>)}
      </div>
      <ol class={shape === 'digits' ? 'receipt digits' : 'receipt'} translate={false} lang={shape === 'digits' ? undefined : shape} dir="ltr">
        {parts.map((part, i) => <li key={i}><b>{part}</b></li>)}
      </ol>
      <ul class="points">{receipt.points.map((point) => <li key={point}>{point}</li>)}</ul>
      <button type="button" class="utrecht-button utrecht-button--primary-action" onClick={acts.check}>{receipt.next}</button>
    </>
  )
}
