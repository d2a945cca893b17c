// The evaluation plan in words: its parts, what is missing before it can be locked, and what can be chosen as an outcome.
// Separate from the screens so that a draft, a locked plan and an amendment say the same.
import type { EvaluationPlan, PlanPart } from '../../../src/analysis/evaluation-plan.ts'
import { planGaps } from '../../../src/analysis/evaluation-plan.ts'
import type { Instrument } from '../../../src/instrument/instrument.ts'
import { inWords } from '../words.ts'

export const PART_NAMES: Readonly<Record<PlanPart, string>> = {
  objectives: 'Doelen', outcomes: 'Hoofdcijfers', boundaryYear: 'Indeling van de wijken', focus: 'Focuswijken', comparison: 'Vergelijkingswijken', approachStarted: 'Begin van de aanpak',
}

/** What can be a primary outcome: every item or scale that is one figure. `mark`: judged in tenths of a 0 to 10 mark instead of points. */
export interface Outcome { id: string; label: string; mark: boolean }

/** In the questionnaire's order, scales first: an area survey sees a change of a scale sooner. */
export function outcomesOf({ items, scales }: Instrument): Outcome[] {
  return [...scales, ...items].flatMap(({ id, summary }) => {
    if (!summary || summary.report.as === 'each') return []
    return [{ id, label: summary.label.nl ?? id, mark: summary.report.as === 'mean' }]
  })
}

const GAPS: Readonly<Record<string, string>> = {
  'objectives missing': 'Schrijf ten minste één doel op.',
  'outcomes count': 'Kies 2 tot 4 hoofdcijfers. Bij meer hoofdcijfers is toeval moeilijk te scheiden van verandering.',
  'outcomes twice': 'Kies elk hoofdcijfer één keer.',
  'outcomes relevant': 'Schrijf bij elk hoofdcijfer de kleinste verandering op die ertoe doet.',
  'focus missing': 'Kies ten minste één focuswijk.',
  'comparison both': 'Een wijk is focuswijk of vergelijkingswijk, niet allebei.',
}

/** What keeps a plan from being locked, as mistakes with the field they belong to. */
export function planMistakes(plan: EvaluationPlan): { field: string; text: string }[] {
  return planGaps(plan).map(({ part, what }) => ({ field: part === 'outcomes' ? 'outcome-0' : part, text: GAPS[`${part} ${what}`] ?? `Vul ${PART_NAMES[part]} aan.` }))
}

/** A part of a plan as a reader sees it, one line each. */
export function partLines(plan: EvaluationPlan, part: PlanPart, outcomes: readonly Outcome[], areaName: (code: string) => string): string[] {
  switch (part) {
    case 'objectives': return [...plan.objectives]
    case 'outcomes': return plan.outcomes.map(({ id, relevant }) => {
      const outcome = outcomes.find((one) => one.id === id)
      const least = String(relevant).replace('.', ',')
      return `${outcome?.label ?? id}: telt vanaf een verschil van ${least} ${outcome?.mark ? 'op de schaal van 0 tot 10' : relevant === 1 ? 'punt' : 'punten'}`
    })
    case 'boundaryYear': return [`indeling van ${plan.boundaryYear}`]
    case 'focus': case 'comparison': return plan[part].length === 0 ? ['geen'] : [plan[part].map(areaName).join(', ')]
    case 'approachStarted': return [plan.approachStarted === null ? 'nog niet begonnen' : inWords(plan.approachStarted)]
  }
}
