// The thread that reads files: a list of the whole country or a detailed map takes a second, in which the page must not stand still.
// Knows nothing but the readers of src/frame and src/analysis, and keeps nothing.
import { readBenchmarks } from '../../../src/analysis/benchmark-file.ts'
import { readAreaMap } from '../../../src/frame/area-map.ts'
import { readAreasFile } from '../../../src/frame/areas-file.ts'
import type { AreasChoice } from '../../../src/frame/areas-file.ts'
import { readRegisterCount } from '../../../src/frame/register-count.ts'
import type { RegisterChoice } from '../../../src/frame/register-count.ts'
import { textOf } from '../../../src/frame/text-of.ts'
import type { Wire } from '../work/remote.ts'
import { serve } from '../work/remote.ts'

serve(self as unknown as Wire, {
  areas: ({ bytes, choice }: { bytes: Uint8Array; choice: AreasChoice }) => readAreasFile(textOf(bytes), choice),
  register: ({ bytes, choice }: { bytes: Uint8Array; choice: RegisterChoice }) => readRegisterCount(textOf(bytes), choice),
  benchmarks: ({ bytes }: { bytes: Uint8Array }) => readBenchmarks(textOf(bytes)),
  map: ({ bytes, codes }: { bytes: Uint8Array; codes: readonly string[] }) => readAreaMap(textOf(bytes), codes),
})
