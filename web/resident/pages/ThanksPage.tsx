// The same thanks for everybody, whatever became of the letter's code; help for everybody, tied to no answer.
import { thanksTexts } from '../../languages/thanks.ts'
import type { MunicipalityPlace } from '../place.ts'

/** The props of the page; the frame gets the page itself from the chunk that sent the response. */
export interface ThanksPageProps {
  language: string
  place: MunicipalityPlace
}

export function ThanksPage({ language, place }: ThanksPageProps) {
  const thanks = thanksTexts[language]!
  return (
    <>
      <h1 tabIndex={-1}>{thanks.heading}</h1>
      <p class="lead">{thanks.once} {thanks.close}</p>
      <p>{thanks.used(place.phone)}</p>
      <h2>{thanks.helpHeading}</h2>
      <ul class="help">
        {thanks.help.map((line) => (
          <li key={line.dial}>
            <span><strong>{line.name}</strong><br />{line.when}</span>
            <a class="utrecht-link utrecht-link--html-a" href={`tel:${line.dial}`}>{line.number}</a>
          </li>
        ))}
        {place.team && <li><span><strong>{thanks.team}</strong><br />{place.team}</span></li>}
      </ul>
    </>
  )
}
