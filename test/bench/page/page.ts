// The page of the browser bench: starts the worker, paints its progress, and watches how long anything kept the page from answering.
// Separate from the worker because it may know nothing of the figures; that is the point.
import type { PageFigures } from '../browser-engine.ts'

const bar = document.querySelector('progress')!
const painted = new Set<number>()
let [longestTask, longestFrame, last] = [0, 0, 0]

// only what happens while the worker works: loading this page is no part of the question
const tasks = new PerformanceObserver((list) => {
  for (const { duration } of list.getEntries()) longestTask = Math.max(longestTask, duration)
})

function frame(now: number): void {
  if (last > 0) longestFrame = Math.max(longestFrame, now - last)
  last = now
  painted.add(bar.value)
  requestAnimationFrame(frame)
}

const worker = new Worker('/worker.js')
worker.onmessage = ({ data }: MessageEvent<{ progress: number } | 'begins' | { job: number[]; checksum: number }>) => {
  if (data === 'begins') {
    tasks.observe({ type: 'longtask' })
    requestAnimationFrame(frame)
  } else if ('progress' in data) bar.value = data.progress
  // two frames later, so that a long last task is seen too
  else setTimeout(() => { Object.assign(window, { figures: { ...data, longestTask, longestFrame, painted: painted.size } satisfies PageFigures }) }, 200)
}
