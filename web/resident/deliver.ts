// Runs the sending machine: keeps the stage, makes its request, moves on, waits and tries again, until it ended.
// Separate from the machine (pure) and from the page (drawing). Its outside is handed in, so that a test can drop any reply,
// reload at any point and let an hour pass.
import { afterReply, isPending } from './sending.ts'
import type { Pending, Reply, Sending } from './sending.ts'

export interface DeliveryPorts {
  /** Makes the request of a stage; never throws. */
  perform: (stage: Pending) => Promise<Reply>
  /** Stores a stage; called before each of its requests. */
  keep: (stage: Sending) => void
  /** Tells the page: where it is, and whether it is waiting for a connection. */
  show: (stage: Sending, waiting: boolean) => void
  /** Resolves when it is worth trying again. */
  pause: (tries: number) => Promise<void>
  /** True once somebody left: then nothing more is sent or stored. */
  stopped: () => boolean
}

/** Drives a stage to its end. Resolves with the stage it ended in. */
export async function deliver(start: Sending, ports: DeliveryPorts): Promise<Sending> {
  let stage = start
  let tries = 0
  while (isPending(stage) && !ports.stopped()) {
    ports.keep(stage)
    ports.show(stage, tries > 0)
    const reply = await ports.perform(stage)
    if (ports.stopped()) return stage
    if (reply.got === 'nothing') {
      tries += 1
      ports.show(stage, true)
      await ports.pause(tries)
      continue
    }
    tries = 0
    stage = afterReply(stage, reply)
  }
  if (!ports.stopped()) {
    ports.keep(stage)
    ports.show(stage, false)
  }
  return stage
}
