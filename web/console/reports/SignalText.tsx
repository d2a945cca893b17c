// What a signal says, the same for who wrote it, who reviews it and who receives it: codes in a sentence, then the text.
// Separate so that a reviewer judges exactly what a partner will read.
import type { SignalContent } from '../../../src/signals/wire.ts'
import { criterionNames, kindNames, seriousnessNames, spotNames, weekName } from './report-words.ts'

export function SignalText({ content, areas }: { content: SignalContent; areas: Readonly<Record<string, string>> }) {
  const { area, spot, behaviour, week, seriousness, text, criteria } = content
  return (
    <>
      <p class="signal__codes">
        <strong>{capital(kindNames[behaviour])}</strong> {spotNames[spot]}, {areas[area] ?? area}, {weekName(week)}. <span class="state">{seriousnessNames[seriousness]}</span>
      </p>
      <p class="told">{text}</p>
      {criteria.length > 0 && <ul>{criteria.map((criterion) => <li key={criterion}>{criterionNames[criterion]}</li>)}</ul>}
    </>
  )
}

function capital(text: string): string {
  return text === '' ? '' : text[0]!.toUpperCase() + text.slice(1)
}
