// The thread that tests figures of others against an edition: it brings the numerical packages, which no page of results then loads.
import type { Benchmark } from '../../../src/analysis/benchmark.ts'
import { besideEdition } from '../../results/beside-edition.ts'
import type { EditionParts } from '../../results/edition-parts.ts'
import type { Wire } from '../work/remote.ts'
import { serve } from '../work/remote.ts'

serve(self as unknown as Wire, {
  beside: ({ edition, benchmarks }: { edition: EditionParts; benchmarks: readonly Benchmark[] }) => besideEdition(edition, benchmarks),
})
