// One worker of the pool: opens a batch of sealed rows. It knows nothing else and keeps nothing. The counting worker reaches it over a
// port that the page hands to both.
import { openRows } from '../../../src/counting/open-row.ts'
import type { CountKeys } from '../../../src/counting/open-row.ts'
import type { SealedRow } from '../../../src/crypto/sealed-set.ts'
import type { Wire } from '../work/remote.ts'
import { serve } from '../work/remote.ts'

serve(self as unknown as Wire, {
  connect: (port: MessagePort) => serve(port, { open: ({ rows, keys }: { rows: SealedRow[]; keys: CountKeys }) => openRows(rows, keys) }),
})
