// The R functions of the exported script: base R only, so that it runs in twenty years. Formulas as R's survey package gives them (svymean
// with strata and weights as given, svyciprop beta); rounding as the editions print. Separate because it is the same for every edition.

export const R_FUNCTIONS = `
no_answer <- function(code) code %in% 97:99
as_share <- function(code, categories, unknown) {
  value <- as.numeric(code %in% categories)
  value[no_answer(code)] <- NA
  value[code == 96 & unknown] <- NA
  value
}
as_chosen <- function(columns, unknown) {
  code <- columns[[1]]
  value <- as.numeric(Reduce(\`|\`, lapply(columns, function(one) one == 1)))
  value[no_answer(code)] <- NA
  value[code == 96] <- 0
  value[code == 96 & unknown] <- NA
  value
}
asked_only <- function(code, value) ifelse(code == 96, NA, value)
refusal <- function(code, which) ifelse(code == 96, NA, as.numeric(code == which))
mark <- function(code) ifelse(code %in% 96:99, NA, as.numeric(code))
scale10 <- function(d, items, least) {
  scored <- sapply(items, function(one) {
    code <- d[[one[[1]]]]
    score <- 10 * (code - one[[3]]) / (one[[4]] - one[[3]])
    if (one[[2]]) score <- 10 - score
    ifelse(code < one[[3]] | code > one[[4]], NA, score)
  })
  ifelse(rowSums(!is.na(scored)) >= least, rowMeans(scored, na.rm = TRUE), NA)
}
# A test of a column: TRUE, FALSE, or the code that says why there is no answer (not asked counts as no).
test <- function(code, holds) list(yes = code %in% holds, why = ifelse(code %in% 97:99 & !(code %in% holds), code, NA))
fear <- function(worried, episode, precaution, loss) {
  decide <- function(part, yes, no) ifelse(!is.na(part$why), part$why, ifelse(part$yes, yes, no))
  ifelse(episode$yes, decide(loss, 4, 3),
    ifelse(!is.na(episode$why), episode$why,
      ifelse(worried$yes, decide(precaution, 3, 2), ifelse(!is.na(worried$why), worried$why, 1))))
}

# One estimate: weighted mean over a domain, linearised standard error over all strata of the file, degrees of freedom.
estimate <- function(d, value, strata, part = TRUE) {
  inside <- d$stratum %in% strata & part
  valid <- inside & !is.na(value)
  if (!any(valid)) return(NULL)
  w <- d$weight
  total <- sum(w[valid])
  m <- if (length(unique(value[valid])) == 1) value[valid][1] else sum(w[valid] * value[valid]) / total
  score <- numeric(nrow(d))
  score[valid] <- w[valid] * (value[valid] - m) / total
  n <- tapply(score, d$stratum, length)
  spread <- tapply(score, d$stratum, function(u) sum((u - mean(u))^2))
  variance <- sum(ifelse(n > 1, n / (n - 1) * spread, 0))
  share <- function(rows) sum(w[rows]^2)^2 / (sum(rows) * sum(w[rows]^4))
  answered <- sum(valid) - length(unique(d$stratum[valid]))
  list(m = m, se = sqrt(variance), df = sum(inside) - length(unique(d$stratum[inside])), rows = sum(inside), n = sum(valid),
    effective = sum(w[inside])^2 / sum(w[inside]^2), test_df = answered * min(1, share(inside & w > 0)))
}
limits <- function(e, is_mean) {
  if (is_mean) {
    half <- if (e$df >= 1) qt(.975, e$df) * e$se else Inf
    return(c(max(0, e$m - half), min(10, e$m + half)))
  }
  if (e$m == 0) return(c(0, 1 - .025^(1 / e$n)))
  if (e$m == 1) return(c(.025^(1 / e$n), 1))
  if (e$se == 0) return(c(e$m, e$m))
  if (e$df < 1 || e$rows < 2) return(c(0, 1))
  effective <- e$m * (1 - e$m) / e$se^2 * (qt(.975, e$rows - 1) / qt(.975, e$df))^2
  c(qbeta(.025, effective * e$m, effective * (1 - e$m) + 1), qbeta(.975, effective * e$m + 1, effective * (1 - e$m)))
}
half_up <- function(x) sign(x) * floor(abs(x) + .5 + 1e-9)
printed <- function(x, is_mean) if (is_mean) half_up(x * 10) / 10 else half_up(x * 100)
tidy <- function(x) round(x * 10) / 10
figure <- function(e, is_mean) {
  l <- limits(e, is_mean)
  if (!is_mean && e$m == 0) { most <- max(1, printed(l[2], FALSE)); return(c(most, 0, most)) }
  if (!is_mean && e$m == 1) { least <- min(99, printed(l[1], FALSE)); return(c(least, least, 100)) }
  v <- printed(e$m, is_mean)
  c(v, max(0, tidy(v - printed(e$m - l[1], is_mean))), min(if (is_mean) 10 else 100, tidy(v + printed(l[2] - e$m, is_mean))))
}
# The change between two waves: Welch's test with the degrees of freedom that unequal weights leave; where nobody or everybody gave the
# answer, the distance to the exact limit stands for the standard error.
side <- function(e, is_mean) {
  if (!is_mean && e$se == 0 && e$m %in% c(0, 1)) { l <- limits(e, FALSE); e$se <- (l[2] - l[1]) / 1.96 }
  e
}
difference <- function(now, then, is_mean) {
  a <- side(then, is_mean); b <- side(now, is_mean)
  va <- a$se^2; vb <- b$se^2
  part <- function(v, df) if (v == 0) 0 else (v / (va + vb))^2 / df
  df <- if (min(a$test_df, b$test_df) < 1) 0 else if (va + vb == 0) a$test_df + b$test_df else 1 / (part(va, a$test_df) + part(vb, b$test_df))
  if (df < 1 || va + vb == 0) return(NULL)
  margin <- printed(qt(.975, df) * sqrt(va + vb), is_mean)
  v <- tidy(printed(b$m, is_mean) - printed(a$m, is_mean))
  c(v, tidy(v - margin), tidy(v + margin))
}
to_five <- function(x) 5 * half_up(x / 5)
`.trim()
