// Numbers of help: who, when to use it, the number to tap.
import type { HelpLine } from '../../../languages/resident-text.ts'

export function HelpLines({ lines }: { lines: readonly HelpLine[] }) {
  return (
    <ul class="help">
      {lines.map((line) => (
        <li key={line.dial}>
          <span><strong>{line.name}</strong><br />{line.when}</span>
          <a class="utrecht-link utrecht-link--html-a" href={`tel:${line.dial}`}>{line.number}</a>
        </li>
      ))}
    </ul>
  )
}
