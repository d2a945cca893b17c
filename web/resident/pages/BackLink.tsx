// Back, in the page: the same step as the browser's own Back button, so that the two never disagree.
import type { ResidentText } from '../../languages/resident-text.ts'

export function BackLink({ text }: { text: ResidentText }) {
  return <button type="button" class="back" onClick={() => history.back()}>{text.back}</button>
}
