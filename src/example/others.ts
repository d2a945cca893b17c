// What stands beside the example's newest edition besides figures: what the municipality answers residents, and figures of others. Separate because a newcomer should see
// both, made by the product's own verbs; the words and figures are invented.
import type { Actor } from '../audit/entry.ts'
import type { Deps } from '../deps.ts'
import { addBenchmark } from '../results/benchmarks.ts'
import { writeAnswers } from '../publication/area-answers.ts'
import type { AreaAnswer } from '../publication/wire.ts'

const ANSWERS: readonly AreaAnswer[] = [
  { area: 'all', language: 'nl', said: 'U wilt weten wat wij met uw antwoorden doen.', doing: 'In september staan wij in elk buurthuis. Wij vertellen wat wij lazen en wat wij gaan doen.' },
  { area: 'all', language: 'en', said: 'You want to know what we do with your answers.', doing: 'In September we are in every community centre. We tell what we read and what we will do.' },
  { area: 'LK', language: 'nl', said: 'U voelt zich minder vaak onveilig dan eerst. Toch loopt ongeveer één op de drie mensen nog om.', doing: 'Bij de tunnel komt meer licht. De wijkagent is er elke donderdagavond.' },
  { area: 'LK', language: 'en', said: 'You feel unsafe less often than before. Still about one in three people takes another way.', doing: 'There will be more light at the tunnel. The neighbourhood officer is there every Thursday evening.' },
  { area: 'KB', language: 'nl', said: 'Bij u zien wij nog geen verschil. Dat horen wij ook van de buurtraad.', doing: 'Wij praten in oktober met de buurtraad over wat er anders moet.' },
]

/** Beside `edition`, which is for everybody. */
export async function standBeside(deps: Pick<Deps, 'office' | 'clock'>, actor: Actor, edition: string): Promise<void> {
  await writeAnswers(deps, actor, edition, ANSWERS)
  await addBenchmark(deps, actor, {
    source: 'Verzonnen monitor 2025', topic: 'Voelt zich weleens onveilig in de buurt', beside: 'unsafeHere.share.3.4', measure: 'share', equal: { wording: false, scale: true, mode: true },
    figures: [{ region: 'Nederland', value: 15.4, low: 14.9, high: 15.9 }, { region: 'Limburg (PV)', value: 18.1, low: 17, high: 19.2 }],
  })
}
