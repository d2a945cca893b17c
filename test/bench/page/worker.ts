// The worker of the browser bench: fetches both waves as columns and runs the national report several times, telling how far it is.
import { checksum, nationalJob } from '../national-job.ts'
import { unpackWave } from '../packed-wave.ts'

async function run(): Promise<void> {
  const waves = await Promise.all([0, 1].map(async (k) => unpackWave(await (await fetch(`/wave${k}`)).arrayBuffer())))
  postMessage('begins')
  const job: number[] = []
  let sum = 0
  for (let round = 0; round < 5; round++) {
    const start = performance.now()
    const report = nationalJob(waves, (done, total) => postMessage({ progress: done / total }))
    job.push(performance.now() - start)
    sum = checksum(report)
  }
  postMessage({ job, checksum: sum })
}

void run()
