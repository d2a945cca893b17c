// The introduction: who asks, what it costs, what happens with the answers. Nothing is written anywhere by reading it.
import type { Instrument } from '../../../src/instrument/instrument.ts'
import { longest } from '../interview.ts'
import type { ResidentText } from '../../languages/resident-text.ts'
import type { MunicipalityPlace } from '../place.ts'

interface WelcomePageProps {
  text: ResidentText
  instrument: Pick<Instrument, 'items'>
  place: MunicipalityPlace
  begin: () => void
}

export function WelcomePage({ text, instrument, place, begin }: WelcomePageProps) {
  const { welcome } = text
  return (
    <>
      <h1 tabIndex={-1}>{welcome.heading}</h1>
      <p class="lead">{welcome.from(place.name)} {welcome.length(longest(instrument))}</p>
      <ul class="points">{welcome.points.map((point) => <li key={point}>{point}</li>)}</ul>
      <button type="button" class="utrecht-button utrecht-button--primary-action" onClick={begin}>{welcome.begin}</button>
    </>
  )
}
