// "Wie hoorden wij?": beside every result, for both waves. Counts are rounded to 5 in the edition itself. Separate because no page may
// show a result without it.
import type { EditionHead, ResponseFigures } from '../../src/analysis/edition.ts'
import { responseSentence } from '../../src/analysis/view-sentences.ts'

export function WhomDidWeHear({ head }: { head: EditionHead }) {
  const name = (wave: string) => wave === head.wave.id ? head.wave.label : head.baseline?.label ?? wave
  return (
    <section class="card" aria-label="Wie hoorden wij">
      <h2>Wie hoorden wij?</h2>
      {head.response.map((response) => (
        <p key={response.wave}><strong>{name(response.wave)}:</strong> {responseSentence(response, 'nl')} {watched(response)}</p>
      ))}
      {head.response.map((response) => response.unknownAgeOrSex > 0 && (
        <p key={`unknown ${response.wave}`}>Leeftijd of geslacht onbekend ({name(response.wave)}): {response.unknownAgeOrSex}%. Zij tellen mee als eigen groep.</p>
      ))}
    </section>
  )
}

function watched({ watched }: ResponseFigures): string {
  return watched === null ? '' : `${watched}% vulde in terwijl iemand meekeek.`
}
