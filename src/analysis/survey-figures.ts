// Exact figures of every wave, item and area of a survey on disk, and which of them may be shown. Separate from the tables
// written of them, which only format. Uses the same wave table and the same suppression as an edition.
import { surveyDesign } from '../stats/design.ts'
import type { Area, MeasuredWave } from './edition.ts'
import { reportedOf } from './measures.ts'
import type { Reported } from './measures.ts'
import { suppressWave } from './suppress-wave.ts'
import type { Survey, SurveyWave } from './survey-files.ts'
import type { SurveyInstrument } from './survey-instrument.ts'
import { surveyWeights } from './survey-weights.ts'
import type { SurveyWeights } from './survey-weights.ts'
import { addMeasure, keyOf, waveTable } from './wave-table.ts'
import type { Exact, WaveTable } from './wave-table.ts'

export interface SurveyFigures {
  wave: SurveyWave
  weights: SurveyWeights
  measures: readonly Reported[]
  table: WaveTable
  /** Whether a figure may be shown; always, without suppression. */
  shows: (reported: Reported, domain: string) => boolean
}

/** Domains that are written: everybody and areas. */
export function writtenDomains({ table }: SurveyFigures): { id: string; d: number; area: boolean }[] {
  return table.domains.flatMap(({ id, kind }, d) => (kind === 'all' || kind === 'area' ? [{ id, d, area: kind === 'area' }] : []))
}

/** The figure of a domain, or null when nobody answered. */
export function figureAt({ table }: SurveyFigures, reported: Reported, d: number): Exact | null {
  return table.figures.get(keyOf(reported))![d] ?? null
}

/** Weighs and estimates every wave, then decides what may be shown. */
export function estimateSurvey(survey: Survey, { instrument }: SurveyInstrument, { fpc, unsuppressed }: { fpc: boolean; unsuppressed: boolean }, onWave: (id: string, index: number) => void): SurveyFigures[] {
  const measures = reportedOf(instrument).filter(({ measure }) => measure === 'share' || measure === 'mean')
  const areas = survey.areas.map(({ id, group }): Area => ({ id, name: id, role: group === 'focus' || group === 'comparison' ? group : 'other' }))
  const figures = survey.waves.map((wave, index): SurveyFigures => {
    onWave(wave.id, index)
    const weights = surveyWeights(survey, wave)
    const design = surveyDesign({ weights: weights.rake, stratum: wave.area, strata: survey.areas.length, population: wave.population })
    const microdata = { n: wave.n, labels: { stratum: Array.from(wave.area, (place) => survey.areas[place]!.id) }, codes: wave.codes }
    const measured: MeasuredWave = { kind: 'measured', id: wave.id, label: wave.id, starts: '', ends: '', microdata, instrument, strata: [], controlTotals: [], itemHashes: {} }
    const weighed = { design, areaOfStratum: survey.areas.map(({ id }) => id), diagnostics: { n: wave.n, sum: 0, min: 0, max: 0, cv: 0, deff: 1, effectiveN: 0 }, misfit: 0, trimmed: 0, unknownAgeOrSex: 0 }
    const table = waveTable(measured, weighed, areas)
    for (const reported of measures) addMeasure(table, reported, fpc)
    return { wave, weights, measures, table, shows: () => true }
  })
  if (unsuppressed) return figures
  const [first] = figures
  return figures.map((each, index) => {
    // a reader of the tables sees every later wave compared with the first
    const beside = index === 0 ? figures.slice(1) : [first!]
    const others = (reported: Reported, d: number): readonly Exact[] => beside.flatMap(({ table }) => table.figures.get(keyOf(reported))?.[d] ?? [])
    const { shown } = suppressWave(each.table, measures, { audience: 'steering', earlier: [], boundaryYear: 0 }, new Map(), others)
    return { ...each, shows: (reported, domain) => shown.get(keyOf(reported))?.has(domain) ?? false }
  })
}
