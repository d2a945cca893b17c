// The files to fill in, with rows that show what belongs in them: for who has no file of Statistics Netherlands or the register at hand.
// Separate and tested against the readers themselves, so that a template can never be refused.
import { AGE_CLASSES } from './age-class.ts'

/** Semicolons and a byte order mark, so that a Dutch spreadsheet opens it as columns. */
export const areasSheet = '\ufeffcode;naam;rol;stadsdeel\r\nBU01;Voorbeeldbuurt;aandacht;Noord\r\nBU02;Andere buurt;vergelijking;Noord\r\n'

/** A row for each area, age group and sex; the last groups may be single ages instead. */
export const registerSheet = `\ufeffbuurtcode;leeftijd;geslacht;aantal\r\n${AGE_CLASSES.flatMap(({ from, to }, index) =>
  ['man', 'vrouw'].map((sex, column) => `BU01;${to === 150 ? `${from}+` : `${from}-${to}`};${sex};${110 + 10 * index + column}\r\n`)).join('')}`
