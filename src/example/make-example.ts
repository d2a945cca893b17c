// Makes the example municipality at the very first start: a town, a published baseline, a second wave compared with it, a third in the
// field. Through the product's own verbs; the one process that both opens databases and holds private keys, and only for invented people.
import { eq } from 'drizzle-orm'
import { startAdvice } from '../advice/write-advice.ts'
import { editionKeyOf } from '../analysis/edition-key.ts'
import { createApp } from '../app.ts'
import { addMunicipality } from '../areas/add-municipality.ts'
import { municipalities } from '../areas/table.ts'
import type { Actor } from '../audit/entry.ts'
import { keyFingerprint } from '../crypto/key-sheet.ts'
import { fragmentOf } from '../crypto/invite-code.ts'
import { manifestDigest, manifestReference } from '../crypto/manifest.ts'
import { newIdentity } from '../crypto/sealed.ts'
import type { Deps } from '../deps.ts'
import { coreEn } from '../instrument/batteries/core-en.ts'
import { coreNl } from '../instrument/batteries/core-nl.ts'
import { coreInstrument } from '../instrument/batteries/core.ts'
import type { InstrumentText } from '../instrument/instrument.ts'
import { reworded } from '../instrument/reworded.ts'
import { storeInstrument } from '../instruments/store-instrument.ts'
import { countReturns, recordRun } from '../mailings/count-mail.ts'
import { lockPlan, savePlan } from '../plans/write-plan.ts'
import { registerKeys } from '../results/register-keys.ts'
import { inviteStaff } from '../staff/invite-staff.ts'
import { countDay, localDay } from '../waves/count-day.ts'
import { answersByDay } from './answer-days.ts'
import { answerLetter } from './answer-letter.ts'
import { countedWave } from './counted-wave.ts'
import { drawResponses, numbers } from './draw-answers.ts'
import { IN_THE_FIELD, REWORDED } from './planted.ts'
import { standBeside } from './others.ts'
import { publishExample } from './publish-example.ts'
import { storeTown } from './store-town.ts'
import { writeSheet } from './sheet-file.ts'
import { startedWave } from './started-wave.ts'
import type { ExamplePlan, StartedWave } from './started-wave.ts'
import { evaluationPlan } from './evaluation-plan.ts'
import { TOWN } from './town.ts'

export interface MadeExample {
  /** A letter's link that nobody answered yet. */
  letter: string
  signIn: string
  sheet: string
}

export interface ExampleOptions {
  /** `http://127.0.0.1:8787` */
  residentOrigin: string
  sheet: string
  say: (line: string) => void
}

/** Whether the example was made before. */
export async function hasExample({ office }: Pick<Deps, 'office'>): Promise<boolean> {
  return (await office.read.select({ id: municipalities.id }).from(municipalities).where(eq(municipalities.id, TOWN.id))).length > 0
}

export async function makeExample(real: Deps, { residentOrigin, sheet, say }: ExampleOptions): Promise<MadeExample> {
  const today = real.clock()
  let now = today
  const deps: Deps = { ...real, clock: () => now }
  const setClock = (day: string) => void (now = new Date(`${day}T10:00:00Z`))
  const actor: Actor = { municipality: TOWN.id, staff: null }
  const plans = plansAround(today)

  say('Example 1/5: a municipality of 13 areas')
  setClock(plans.baseline.starts)
  await addMunicipality(deps, {
    id: TOWN.id, name: TOWN.name, hosts: [new URL(residentOrigin).host], example: true,
    contact: {
      desk: 'Team Onderzoek, onderzoek@lindestad.example', officer: 'Functionaris gegevensbescherming, fg@lindestad.example', phone: '088 000 00 00', hours: 'maandag tot en met vrijdag van 9.00 tot 17.00 uur', walkIn: 'het wijkpunt in de bibliotheek, Lindeplein 1',
    },
  })
  await storeTown(deps)
  await startAdvice(deps, actor)
  const instruments = await storedInstruments(deps, coreNl, coreEn)
  const changed = await storedInstruments(deps, reworded(coreNl, REWORDED.item, REWORDED.nl), reworded(coreEn, REWORDED.item, REWORDED.en))
  const archive = await newIdentity()
  const edition = await editionKeyOf(archive.identity)
  await registerKeys(deps, actor, { archive: { recipient: archive.recipient, fingerprint: await keyFingerprint(archive.recipient) }, edition: { publicKey: edition.publicKey } })

  await savePlan(deps, actor, evaluationPlan(plans.baseline.approachStartedOn))
  await lockPlan(deps, actor)

  say('Example 2/5: the baseline, counted and published')
  const first = await countedWave(deps, actor, { ...plans.baseline, instruments }, drawResponses(0), archive.recipient, setClock)
  await publishExample(deps, { wave: first, baseline: null, archive: archive.identity, audience: 'steering' })
  now = aWeekAfter(now)
  await publishExample(deps, { wave: first, baseline: null, archive: archive.identity, audience: 'public' })
  say('Example 3/5: a second wave, compared with the baseline')
  const second = await countedWave(deps, actor, { ...plans.second, instruments: changed }, drawResponses(1), archive.recipient, setClock)
  await publishExample(deps, { wave: second, baseline: first, archive: archive.identity, audience: 'steering' })
  now = aWeekAfter(now)
  await standBeside(deps, actor, await publishExample(deps, { wave: second, baseline: first, archive: archive.identity, audience: 'public' }))

  say('Example 4/5: a wave in the field')
  setClock(plans.third.starts)
  const third = await startedWave(deps, actor, { ...plans.third, instruments: changed })
  await recordRun(deps, actor, third.wave, { phase: 0, letters: third.codes.flat().length })
  const left = await answerLetters(deps, third, residentOrigin, setClock, (done) => say(`  ${done} of ${IN_THE_FIELD.responses} answers sealed`))
  now = today
  await countDay({ ...deps, clock: () => new Date(`${localDay(today).day}T10:00:00Z`) })

  say('Example 5/5: key sheet and access')
  const reference = manifestReference(await manifestDigest(third.manifest))
  const letters = left.slice(0, 5).map((code) => ({ code, link: `${residentOrigin}/#${fragmentOf(reference, code)}` }))
  await writeSheet(sheet, {
    town: TOWN.name, wave: plans.third.name, waveIdentity: third.identity, archiveIdentity: archive.identity, label: third.manifest.label, letters,
  })
  const signIn = await inviteStaff(deps, { municipality: TOWN.id, name: 'Voorbeeld', roles: ['coordinator', 'analyst', 'reader'] })
  return { letter: letters[0]!.link, signIn, sheet }
}

const aWeekAfter = (day: Date) => new Date(day.getTime() + 7 * 86_400_000)

/** Now, and 366 and 732 days before it, so that no two begin in the same year; the approach began after the baseline. */
function plansAround(today: Date): Record<'baseline' | 'second' | 'third', Omit<ExamplePlan, 'instruments'>> {
  const day = (offset: number) => new Date(today.getTime() + offset * 86_400_000).toISOString().slice(0, 10)
  const plan = (start: number, name: string) => {
    const starts = day(start)
    return { name: `${name} ${starts.slice(0, 4)}`, starts, reminders: [day(start + 10), day(start + 21)], ends: day(start + 35), approachStartedOn: day(-670) }
  }
  return { baseline: plan(-746, 'Nulmeting'), second: plan(-380, 'Meting'), third: plan(-14, 'Meting') }
}

async function storedInstruments(deps: Deps, ...texts: InstrumentText[]): Promise<Record<string, string>> {
  const stored: Record<string, string> = {}
  for (const text of texts) stored[text.language] = await storeInstrument(deps, { instrument: coreInstrument, text })
  return stored
}

/** Answers letters through the residents' own addresses, day by day with the daily counts between; gives back the codes that are left. */
async function answerLetters(deps: Deps, { wave, manifest, codes }: StartedWave, origin: string, setClock: (day: string) => void, progress: (done: number) => void): Promise<string[]> {
  const app = createApp(deps)
  const post = async (path: string, body: unknown) => app.request(`${origin}${path}`, {
    method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json', origin, 'sec-fetch-site': 'same-origin' },
  })
  const drawn = drawResponses(1)
  const random = numbers(3)
  const queues = codes.map((list) => [...list])
  const byDay = answersByDay(IN_THE_FIELD.responses, [0, 10], IN_THE_FIELD.days)
  let done = 0
  for (const [after, answers_] of byDay.entries()) {
    const day = new Date(Date.parse(manifest.starts) + after * 86_400_000).toISOString().slice(0, 10)
    setClock(day)
    // The morning's count comes before the day's answers; today's is written when all of them are in.
    if (after < IN_THE_FIELD.days) await countDay(deps)
    if (after === 10) await recordRun(deps, { municipality: TOWN.id, staff: null }, wave, { phase: 1, letters: codes.flat().length })
    if (after === 12) await countReturns(deps, { municipality: TOWN.id, staff: null }, wave, IN_THE_FIELD.returned)
    for (let answer = 0; answer < answers_; answer += 1) {
      const { stratum, answers, language } = drawn[Math.floor(random() * drawn.length)]!
      const code = queues[manifest.strata.findIndex(({ id }) => id === stratum)]!.pop()!
      await answerLetter({ manifest, code }, { answers, language, day }, post)
      if ((done += 1) % 50 === 0) progress(done)
    }
  }
  return queues[0]!
}
