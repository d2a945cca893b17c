// Phone, hours, walk-in and paper: the ways to take part without this page, also what the page falls back to.
import type { ResidentText } from '../languages/resident-text.ts'
import { dialled } from './place.ts'
import type { MunicipalityPlace } from './place.ts'

export function ContactBlock({ text, place }: { text: ResidentText; place: MunicipalityPlace }) {
  const { contact } = text
  return (
    <footer class="contact">
      <h2>{contact.heading}</h2>
      <dl>
        <dt>{contact.phone}</dt>
        <dd><a class="utrecht-link utrecht-link--html-a" href={dialled(place.phone)}>{place.phone}</a></dd>
        <dt>{contact.hours}</dt>
        <dd>{place.hours}</dd>
        <dt>{contact.walkIn}</dt>
        <dd>{place.walkIn}</dd>
        <dt>{contact.paper}</dt>
        <dd>{contact.paperBody}</dd>
      </dl>
      <p><a class="utrecht-link utrecht-link--html-a" href={place.privacyUrl}>{contact.privacy}</a></p>
    </footer>
  )
}
