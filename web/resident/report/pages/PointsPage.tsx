// A page of a few points and what may be done about them: how to leave quickly, and what erasing means.
import type { ComponentChildren } from 'preact'
import type { ResidentText } from '../../../languages/resident-text.ts'
import { BackLink } from '../../pages/BackLink.tsx'

export function PointsPage({ text, heading, points, children }: { text: ResidentText; heading: string; points: readonly string[]; children: ComponentChildren }) {
  return (
    <>
      <BackLink text={text} />
      <h1 tabIndex={-1}>{heading}</h1>
      <ul class="points">{points.map((point) => <li key={point}>{point}</li>)}</ul>
      <div class="actions">{children}</div>
    </>
  )
}
