// What crosses HTTP about public results: the municipality's answers per area. Pages import the types only.
import { z } from 'zod'

export const areaAnswer = z.strictObject({
  area: z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N}:. -]{0,39}$/u),
  language: z.enum(['nl', 'en']),
  said: z.string().trim().max(1000),
  doing: z.string().trim().max(1000),
})
export type AreaAnswer = z.output<typeof areaAnswer>
export const areaAnswersRequest = z.strictObject({ answers: z.array(areaAnswer).max(600) })
