// The list of mistakes above a form: it takes the focus when it appears and each line leads to its field, in the field's own words.
// Behaviour after GOV.UK's error summary. Separate because every form of the console needs exactly this and nothing more.
import { useEffect, useRef } from 'preact/hooks'

export interface ErrorSummaryProps {
  mistakes: readonly { field: string; text: string }[]
}

export function ErrorSummary({ mistakes }: ErrorSummaryProps) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => { if (mistakes.length > 0) box.current?.focus() }, [mistakes])
  if (mistakes.length === 0) return null
  return (
    <div class="error-summary" role="alert" tabIndex={-1} ref={box}>
      <h2 class="error-summary__title">Er gaat nog iets niet goed</h2>
      <ul>
        {mistakes.map(({ field, text }) => (
          <li key={field}>
            {/* The address bar holds the screen's route, so the link moves the focus itself. */}
            <a href={`#${field}`} onClick={(event) => { event.preventDefault(); document.getElementById(field)?.focus() }}>{text}</a>
          </li>
        ))}
      </ul>
    </div>
  )
}
