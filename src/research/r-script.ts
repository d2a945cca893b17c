// The R script that makes every published figure of an edition again from the exported data, and says which do not agree. With it go three
// small tables: the figures, the differences, and which strata each breakdown is made of. Separate from the functions, which never change.
import type { Edition } from '../analysis/edition.ts'
import { domainsOf } from '../disclosure/catalogue.ts'
import type { MeasuredWave, PublishedRow } from '../analysis/edition.ts'
import { STAYERS } from '../analysis/tenure.ts'
import { csvText } from './csv.ts'
import { rMeasure, rText } from './r-conditions.ts'
import { R_FUNCTIONS } from './r-functions.ts'

export interface RWave { wave: MeasuredWave; /** Name of its CSV, with decimal points and area. */ file: string }

export interface RFiles { 'reproduce.R': string; 'figures.csv': string; 'differences.csv': string; 'domains.csv': string }

type Published = Pick<Edition, 'head' | 'rows' | 'comparisons'>

/** Script and tables for the waves whose data are at hand; figures of another wave are left out. */
export function rScript({ head, rows, comparisons }: Published, waves: readonly RWave[]): RFiles {
  const instruments = new Map(waves.map(({ wave }) => [wave.id, wave.instrument]))
  const shown = rows.filter((row) => instruments.has(row.wave) && !('hidden' in row.cell))
  const measures = [...new Map(shown.map((row) => [`${row.wave} ${measureOf(row)}`, row])).values()]
  const both = head.baseline !== null && instruments.has(head.baseline.id) && instruments.has(head.wave.id)
  const changes = both ? comparisons.filter(({ difference, verdict }) => difference !== null && verdict !== 'context') : []
  const number = (value: number) => String(value)
  return {
    'reproduce.R': [
      '# Makes every published figure again from the exported data and compares. Run it in the folder of the files: Rscript reproduce.R',
      `# ${head.wave.label.replace(/[\r\n]/g, ' ')}, edition of ${head.date}. Needs R alone, no packages.`,
      R_FUNCTIONS, '',
      'table_of <- function(file) read.csv(file, fileEncoding = "UTF-8-BOM", check.names = FALSE, stringsAsFactors = FALSE, colClasses = NA)',
      `data <- list(${waves.map(({ wave, file }) => `${rText(wave.id)} = table_of(${rText(file)})`).join(', ')})`,
      'for (id in names(data)) data[[id]]$stratum <- as.character(data[[id]]$stratum)',
      'domains <- table_of("domains.csv"); figures <- table_of("figures.csv"); differences <- table_of("differences.csv")',
      'domains$stratum <- as.character(domains$stratum)',
      'values <- list()',
      ...measures.map((row) => `values[[${rText(`${row.wave} ${measureOf(row)}`)}]] <- local({ d <- data[[${rText(row.wave)}]]; ${rMeasure(instruments.get(row.wave)!, row)} })`),
      SCRIPT, '',
    ].join('\n'),
    'figures.csv': csvText([['wave', 'measure', 'mean', 'domain', 'value', 'low', 'high', 'n', 'effectiveN'], ...shown.map((row) => {
      const { value, low, high, n, effectiveN } = row.cell as Exclude<PublishedRow['cell'], { hidden: true }>
      return [row.wave, measureOf(row), row.measure === 'mean' ? '1' : '0', row.domain, ...[value, low, high, n, effectiveN].map(number)]
    })], '.'),
    'differences.csv': csvText([['now', 'before', 'measure', 'mean', 'domain', 'value', 'low', 'high'], ...changes.map((one) =>
      [head.wave.id, head.baseline!.id, measureOf(one), one.measure === 'mean' ? '1' : '0', one.domain, ...[one.difference!.value, one.difference!.low, one.difference!.high].map(number)])], '.'),
    'domains.csv': csvText([['wave', 'domain', 'stratum'], ...waves.flatMap(({ wave }) => domainsOf(head.areas).flatMap(({ id, areas }) => {
      const members = new Set(areas.map((index) => head.areas[index]!.id))
      return wave.strata.filter(({ area }) => members.has(area)).map((stratum) => [wave.id, id, stratum.id])
    }))], '.'),
  }
}

const measureOf = ({ item, measure, categories }: Pick<PublishedRow, 'item' | 'measure' | 'categories'>): string => `${item} ${measure} ${categories.join('+')}`.trim()

const SCRIPT = `
# A breakdown is made of strata; 'stayers:focus' is of those of 'focus' who have lived there for five years or more, 'newcomers:' everybody else.
strata_of <- function(wave, domain) domains$stratum[domains$wave == wave & domains$domain == sub('^.*:', '', domain)]
part_of <- function(d, domain) if (grepl('^stayers:', domain)) d$years %in% c(${STAYERS.join(', ')}) else if (grepl('^newcomers:', domain)) !(d$years %in% c(${STAYERS.join(', ')})) else TRUE
one <- function(wave, measure, domain) {
  tenure <- grepl('^(stayers|newcomers):', domain)
  strata <- if (tenure) strata_of(wave, domain) else domains$stratum[domains$wave == wave & domains$domain == domain]
  estimate(data[[wave]], values[[paste(wave, measure)]], strata, part_of(data[[wave]], domain))
}
wrong <- character(0)
differs <- function(what, mine, theirs) if (is.null(mine) || any(abs(mine - theirs) > 1e-6)) wrong <<- c(wrong, sprintf("%s: made %s, published %s", what, paste(mine, collapse = " "), paste(theirs, collapse = " ")))
for (i in seq_len(nrow(figures))) {
  row <- figures[i, ]
  e <- one(row$wave, row$measure, row$domain)
  mine <- if (is.null(e)) NULL else c(figure(e, row$mean == 1), to_five(e$rows), to_five(e$effective))
  differs(paste(row$wave, row$measure, row$domain), mine, unlist(row[c("value", "low", "high", "n", "effectiveN")]))
}
for (i in seq_len(nrow(differences))) {
  row <- differences[i, ]
  mine <- difference(one(row$now, row$measure, row$domain), one(row$before, row$measure, row$domain), row$mean == 1)
  differs(paste("change", row$measure, row$domain), mine, unlist(row[c("value", "low", "high")]))
}
cat(sprintf("%d of %d figures and differences agree.\\n", nrow(figures) + nrow(differences) - length(wrong), nrow(figures) + nrow(differences)))
if (length(wrong) > 0) { cat(wrong, sep = "\\n"); quit(status = 1) }
`.trim()
