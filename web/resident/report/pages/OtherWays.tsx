// Phone, hours, walk-in and the team: the ways to speak with somebody without this page.
import { dialled } from '../../place.ts'
import type { ReportView } from '../report-view.ts'

export function OtherWays({ view }: { view: ReportView }) {
  const { words, text, place } = view
  const { contact } = text
  return (
    <section class="contact others">
      <h2>{words.other.heading}</h2>
      <dl>
        {place.phone && <><dt>{contact.phone}</dt><dd><a class="utrecht-link utrecht-link--html-a" href={dialled(place.phone)}>{place.phone}</a></dd></>}
        {place.hours && <><dt>{contact.hours}</dt><dd>{place.hours}</dd></>}
        {place.walkIn && <><dt>{contact.walkIn}</dt><dd>{place.walkIn}</dd></>}
        {place.team && <><dt>{words.other.team}</dt><dd>{place.team}</dd></>}
      </dl>
    </section>
  )
}
