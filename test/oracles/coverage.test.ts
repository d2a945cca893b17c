// Protects the claim that every row of R's vectors is compared: each file and each of its columns has a suite that reads it,
// and the list is printed. A new file, or a column nobody reads, fails here.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { fullSets, KEPT, readCsv } from '../support/oracle.ts'

/** Columns that say which row it is. */
const KEYS = new Set(['wave', 'person', 'item', 'domain', 'design', 'family', 'term', 'type', 'rule', 'weight', 'tol', 'area', 'case', 'option', 'what', 'fn', 'x', 'a', 'b', 'stratum', 'psu', 'w', 'y', 'dom', 'fpc'])

/** Suites (in this folder, or where named) and the columns each of them holds against its file. */
const READ: Record<string, Record<string, string>> = {
  'weights.csv': { 'weights.test.ts': 'w_design w_rake w_rake_agesex w_trim w_trim_strict', 'calibration.test.ts': 'w_post_agesex w_cal_linear w_cal_raking w_cal_logit', 'remaining-columns.test.ts': 'w_rake_default' },
  'weights_summary.csv': { 'weights.test.ts': 'n sum min max cv deff_kish n_eff trim_lower trim_upper', 'calibration.test.ts': 'n sum min max cv deff_kish n_eff' },
  'means.csv': { 'means.test.ts': 'n_valid sum_w estimate se df ci_low ci_high deff', 'calibration.test.ts': 'n_valid sum_w estimate se df ci_low ci_high' },
  'ciprop.csv': { 'proportions.test.ts': 'p n_row df logit_low logit_high xlogit_low xlogit_high asin_low asin_high beta_low beta_high mean_low mean_high wilson_low wilson_high' },
  'differences.csv': { 'changes.test.ts': 'est0 se0 est1 se1 diff se_two df p ci_low ci_high se_overlap df_overlap p_overlap p_holm p_bh', 'remaining-columns.test.ts': 't se_svyttest' },
  'overlap.csv': { 'changes.test.ts': 'overlap diff se_independent se_cov', 'shared-respondents.test.ts': 'se_stacked se_stacked_post' },
  'chisq.csv': { 'tables.test.ts': 'statistic ndf ddf p' },
  'did.csv': { 'changes.test.ts': 'estimate se df p ci_low ci_high', 'remaining-columns.test.ts': 't' },
  'alpha.csv': { 'alpha.test.ts': 'n_complete alpha_complete alpha_pairwise alpha_weighted alpha_svycralpha' },
  'quantiles.csv': { 'quantiles.test.ts': 'p quantile ci_low ci_high se' },
  'totals_ratios.csv': { 'means.test.ts': 'total_Y01 se_total ratio_Y05_Y01 se_ratio', 'quantiles.test.ts': 'var_score se_var' },
  'fh_model.csv': { 'fay-herriot.test.ts': 'areas A beta0 beta_dep se_beta0 se_beta_dep iterations' },
  'fh_area.csv': { 'fay-herriot.test.ts': 'direct vardir eblup mse' },
  'edge_results.csv': { 'edge.test.ts': 'estimate se df ci_low ci_high' },
  'edge_data.csv': { 'edge.test.ts': '' },
  'dist_grid.csv': { '../stats/distributions.test.ts': 'value' },
}

const folders = [...fullSets().map(({ name, folder }) => ({ name: `${name}/expected`, folder: join(folder, 'expected') })), ...['edge', 'distributions'].map((name) => ({ name, folder: join(KEPT, name) }))]

let total = 0
afterAll(() => console.log(`oracle: ${total} rows of ${folders.length} sets, each column held by a suite`))

describe.each(folders)('vectors of $name', ({ name, folder }) => {
  const files = readdirSync(folder).map((file) => file.replace(/\.gz$/, '')).filter((file) => file.endsWith('.csv'))

  it.each(files)('%s is read to the last column', (file) => {
    const { header, rows } = readCsv(join(folder, file))
    const suites = READ[file]
    expect(suites, `${file} has a suite`).toBeDefined()
    const read = new Set(Object.values(suites!).flatMap((columns) => columns.split(' ')))
    expect(header.filter((column) => !read.has(column) && !KEYS.has(column))).toEqual([])
    for (const [suite, columns] of Object.entries(suites!)) {
      const path = join(import.meta.dirname, suite)
      expect(existsSync(path), `${suite} exists`).toBe(true)
      const text = readFileSync(path, 'utf8')
      expect(text, `${suite} opens ${file}`).toContain(file)
      // columns read through a list of methods or weights are named there without their endings
      for (const column of columns.split(' ')) expect(text, `${suite} names ${column}`).toContain(column.replace(/_(low|high)$/, ''))
    }
    total += rows.length
    console.log(`oracle ${name}/${file}: ${rows.length} rows, compared in ${Object.keys(suites!).join(', ')}`)
  })
})
