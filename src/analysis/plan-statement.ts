// The evaluation plan as it stands beside every result: what was fixed beforehand, every later change in sight, whether the baseline was in time, and the fixed
// paragraph on regression to the mean. Pure and in one place, so that views, public pages, the account and the memo say the same words.
import type { EditionHead } from './edition.ts'
import type { Amendment, EvaluationPlan, LockedPlan, PlanPart } from './evaluation-plan.ts'
import { changedParts, digestInForce, planInForce } from './evaluation-plan.ts'
import { listWords } from './sentence-words.ts'
import type { Language } from './sentence-words.ts'

type Head = Pick<EditionHead, 'plan' | 'items' | 'areas' | 'wave' | 'baseline'>

export interface PlanStatement {
  title: string
  /** What was fixed when, in one sentence; or that nothing was. */
  fixed: string
  /** The plan in force, part by part. Empty where nothing was locked. */
  parts: readonly { name: string; text: string }[]
  /** One line for each change after locking, or one that there is none. Empty where nothing was locked. */
  amendments: readonly string[]
  /** "nulmeting na de start", where the approach had begun; else null. */
  afterStart: string | null
  /** The fixed paragraph on regression to the mean. */
  regression: string
}

interface Words {
  title: string; none: string; fixed: (day: string) => string; late: (day: string) => string; fingerprint: string
  parts: Readonly<Record<PlanPart, string>>; from: (amount: string) => string; notBegun: string; nobody: string; boundaries: (year: number) => string
  unamended: string; amended: (day: string, parts: string, reason: string) => string; afterStart: string; afterStartAlone: string; regression: string
}

const WORDS: Readonly<Record<Language, Words>> = {
  nl: {
    title: 'Vooraf vastgelegd', none: 'Vooraf was geen evaluatieplan vastgelegd.', fixed: (day) => `Het evaluatieplan ligt vast sinds ${day}, vóór de eerste meting.`,
    late: (day) => `Het evaluatieplan ligt vast sinds ${day}. De eerste meting was toen al begonnen.`, fingerprint: 'Kenmerk van het plan',
    parts: { objectives: 'Doelen', outcomes: 'Hoofdcijfers', boundaryYear: 'Grenzen van de wijken', focus: 'Focuswijken', comparison: 'Vergelijkingswijken', approachStarted: 'Begin van de aanpak' },
    from: (amount) => `telt vanaf ${amount}`, notBegun: 'nog niet begonnen', nobody: 'geen', boundaries: (year) => `indeling van ${year}`,
    unamended: 'Sindsdien is er niets aan veranderd.', amended: (day, parts, reason) => `Gewijzigd op ${day}: ${parts}. Reden: ${reason}`,
    afterStart: 'De nulmeting is een nulmeting na de start: de aanpak was al begonnen. Over wat daarvóór veranderde, zegt zij niets.',
    afterStartAlone: 'De aanpak was al begonnen toen deze meting liep. Wie er later mee vergelijkt, vergelijkt met een nulmeting na de start.',
    regression: 'Focuswijken worden gekozen op hun slechtste moment. Een deel van een verbetering komt vaak vanzelf: terugkeer naar het gemiddelde. Daarom staan de vergelijkingswijken ernaast.',
  },
  en: {
    title: 'Fixed beforehand', none: 'No evaluation plan was locked beforehand.', fixed: (day) => `The evaluation plan has been locked since ${day}, before the first measurement.`,
    late: (day) => `The evaluation plan has been locked since ${day}. The first measurement had begun by then.`, fingerprint: 'Fingerprint of the plan',
    parts: { objectives: 'Objectives', outcomes: 'Primary outcomes', boundaryYear: 'Boundaries of the areas', focus: 'Focus areas', comparison: 'Comparison areas', approachStarted: 'Start of the approach' },
    from: (amount) => `matters from ${amount}`, notBegun: 'not begun yet', nobody: 'none', boundaries: (year) => `those of ${year}`,
    unamended: 'Nothing has been changed since.', amended: (day, parts, reason) => `Changed on ${day}: ${parts}. Reason: ${reason}`,
    afterStart: 'The baseline is a baseline after the start: the approach had begun. It says nothing about what changed before.',
    afterStartAlone: 'The approach had begun when this measurement ran. Whoever compares with it later, compares with a baseline after the start.',
    regression: 'Focus areas are chosen at their worst. Part of an improvement often comes by itself: regression to the mean. That is why the comparison areas stand beside them.',
  },
}

/** Whether what later waves are held against was fielded after the approach began: the baseline, or this wave where it stands alone. */
export function afterStart({ plan, wave, baseline }: Pick<Head, 'plan' | 'wave' | 'baseline'>): boolean {
  return baseline ? baseline.afterStart : plan.approachStarted !== null && wave.starts >= plan.approachStarted
}

/** `day` writes an ISO day in words of the language. */
export function planStatement(head: Head, language: Language, day: (iso: string) => string): PlanStatement {
  const words = WORDS[language]
  const { evaluation } = head.plan
  const late = afterStart(head) ? (head.baseline ? words.afterStart : words.afterStartAlone) : null
  const shared = { title: words.title, afterStart: late, regression: words.regression }
  if (!evaluation) return { ...shared, fixed: words.none, parts: [], amendments: [] }
  const first = head.baseline && !head.baseline.imported ? head.baseline.starts : head.wave.starts
  const inForce = planInForce(evaluation)
  return {
    ...shared, fixed: evaluation.lockedOn <= first ? words.fixed(day(evaluation.lockedOn)) : words.late(day(evaluation.lockedOn)),
    parts: [
      ...(['objectives', 'outcomes', 'focus', 'comparison', 'approachStarted'] as const).map((part) => ({ name: words.parts[part], text: partText(inForce, part, head, language, day) })),
      { name: words.fingerprint, text: digestInForce(evaluation).slice(0, 16) },
    ],
    amendments: evaluation.amendments.length === 0 ? [words.unamended] : evaluation.amendments.map((amendment, index) => amendmentText(amendment, before(evaluation, index), head, language, day)),
  }
}

const before = ({ plan, amendments }: LockedPlan, index: number): EvaluationPlan => (index === 0 ? plan : amendments[index - 1]!.plan)

/** What changed, as it was and as it became: a changed list of outcomes must not read as if it had always been so. */
function amendmentText({ amendedOn, reason, plan }: Amendment, earlier: EvaluationPlan, head: Head, language: Language, day: (iso: string) => string): string {
  const words = WORDS[language]
  const parts = changedParts(earlier, plan).map((part) => `${words.parts[part].toLowerCase()} (${partText(earlier, part, head, language, day)} → ${partText(plan, part, head, language, day)})`)
  return words.amended(day(amendedOn), listWords(parts, language), reason)
}

function partText(plan: EvaluationPlan, part: PlanPart, { items, areas }: Head, language: Language, day: (iso: string) => string): string {
  const words = WORDS[language]
  switch (part) {
    case 'objectives': return plan.objectives.join('; ')
    case 'outcomes': return plan.outcomes.map(({ id, relevant }) => {
      const item = items.find((one) => one.item === id && (one.measure === 'share' || one.measure === 'mean'))
      const amount = `${language === 'nl' ? String(relevant).replace('.', ',') : relevant} ${unit(item?.measure === 'mean', relevant, language)}`
      return `${item?.label[language] ?? item?.label.nl ?? id} (${words.from(amount)})`
    }).join('; ')
    case 'boundaryYear': return words.boundaries(plan.boundaryYear)
    case 'focus': case 'comparison': return plan[part].length === 0 ? words.nobody : plan[part].map((code) => areas.find(({ id }) => id === code)?.name ?? code).join(', ')
    case 'approachStarted': return plan.approachStarted === null ? words.notBegun : day(plan.approachStarted)
  }
}

function unit(mark: boolean, amount: number, language: Language): string {
  if (language === 'nl') return mark ? 'op de schaal van 0 tot 10' : amount === 1 ? 'punt' : 'punten'
  return mark ? 'on the scale of 0 to 10' : amount === 1 ? 'point' : 'points'
}
