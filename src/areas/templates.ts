// The files to fill in: the header each import expects and a row that shows what belongs in it.
// Separate and tested against the imports themselves, so that a template can never be refused.

/** role: focus, comparison or other. district may stay empty. */
export const areasTemplate = 'code,name,role,district\nBU01,Voorbeeldbuurt,focus,Wijk Noord\n'

/** One row for each area x age class (1..4) x sex (1 man, 2 vrouw); counted_on is the day the population was counted. */
export const controlTotalsTemplate = `code,age,sex,persons,counted_on\n${[1, 2, 3, 4]
  .flatMap((age) => [1, 2].map((sex) => `BU01,${age},${sex},${100 + 10 * age + sex},2026-01-01\n`))
  .join('')}`
