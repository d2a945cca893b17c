# The national report in R, beside this engine's. Usage: Rscript national.R FOLDER, which holds wave0.csv and wave1.csv
# (area, w, 26 answers; empty: missing). Prints seconds for data.table (everything) and survey (scaled up from one item in
# ten areas), after reading; writes means.csv to compare figures.
suppressMessages({library(survey); library(data.table)})
options(survey.lonely.psu = "adjust"); setDTthreads(1)
folder <- commandArgs(TRUE)[1]
waves <- lapply(0:1, function(k) fread(file.path(folder, sprintf("wave%d.csv", k))))
counted <- setdiff(names(waves[[1]]), c("area", "w"))
for (k in 1:2) for (j in 1:12) set(waves[[k]], j = sprintf("T%02d", j), value = as.integer(waves[[k]][[sprintf("L%02d", j)]] >= 4))
items <- c(counted, sprintf("T%02d", 1:12))
areas <- sort(unique(waves[[1]]$area))
stopifnot(identical(areas, seq_along(areas)))

one <- function(y, w, area, n) {
  ok <- !is.na(y)
  w0 <- fifelse(ok, w, 0); y0 <- fifelse(ok, as.numeric(y), 0)
  spread <- function(u) { d <- data.table(area, u); d[, .(v = .N / (.N - 1) * sum((u - sum(u) / .N)^2)), keyby = area]$v }
  sums <- data.table(area, w0, wy = w0 * y0, ok)[, .(W = sum(w0), S = sum(wy), n = sum(ok)), keyby = area]
  m <- sums$S / sums$W; all <- sum(sums$S) / sum(sums$W)
  list(est = c(all, m), se = sqrt(c(sum(spread(w0 * (y0 - all))) / sum(sums$W)^2, spread(w0 * (y0 - m[area])) / sums$W^2)),
       df = c(sum(sums$n) - sum(sums$n > 0), sums$n - 1))
}

start <- proc.time()[["elapsed"]]
R <- lapply(waves, function(d) lapply(items, function(it) one(d[[it]], d$w, d$area)))
table <- rbindlist(lapply(seq_along(items), function(i) {
  a <- R[[1]][[i]]; b <- R[[2]][[i]]; se <- sqrt(a$se^2 + b$se^2)
  data.table(item = i, domain = 0:length(areas), est0 = a$est, se0 = a$se, est1 = b$est, se1 = b$se, diff = b$est - a$est,
             p = fifelse(se > 0, 2 * pt(-abs((b$est - a$est) / se), pmax(a$df + b$df - 1, 1)), NA_real_))
}))
holm <- p.adjust(table[item %in% c(1, 13, 21, 26) & domain %% 10 == 0 & domain > 0]$p, "holm")
bh <- p.adjust(table$p, "BH")
cat(sprintf("data.table %.3f\n", proc.time()[["elapsed"]] - start))
fwrite(table, file.path(folder, "means.csv"))

designs <- lapply(waves, function(d) svydesign(ids = ~1, strata = ~area, weights = ~w, data = as.data.frame(d[, .(area, w, Y01)])))
start <- proc.time()[["elapsed"]]
for (d in designs) { svymean(~Y01, d, na.rm = TRUE); svyby(~Y01, ~area, subset(d, area <= 10), svymean, na.rm = TRUE) }
cat(sprintf("survey %.1f\n", (proc.time()[["elapsed"]] - start) * length(items) * (length(areas) + 1) / 11))
