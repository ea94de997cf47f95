import { parentPort } from 'node:worker_threads'
import type { Chart } from './chart.js'
import { toSvg } from './to-svg.js'

/** Draws one chart after another, off the thread that answers pages. */
parentPort!.on('message', async ({ chart, width }: { chart: Chart; width: number }) => {
  try {
    parentPort!.postMessage({ picture: await toSvg(chart, width) })
  } catch (error) {
    parentPort!.postMessage({ failed: error instanceof Error ? (error.stack ?? error.message) : String(error) })
  }
})
