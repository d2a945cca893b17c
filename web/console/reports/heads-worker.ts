// One worker of the pool that opens heads and codings, a batch at a time. It knows nothing else and keeps nothing; the desk's thread reaches
// it over a port that the page hands to both, so that no key passes through the page.
import type { Wire } from '../work/remote.ts'
import { serve } from '../work/remote.ts'
import { openLines } from './open-lines.ts'
import type { ToOpen } from './open-lines.ts'

serve(self as unknown as Wire, {
  connect: (port: MessagePort) => serve(port, { open: (batch: ToOpen) => openLines(batch) }),
})
