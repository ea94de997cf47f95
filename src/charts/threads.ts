import { OwnThreads } from '../heavy/own-threads.js'
import type { Chart } from './chart.js'
import type { Picture } from './to-svg.js'

export class ChartFailed extends Error {}

/** Threads that draw charts. */
export const chartThreads = new OwnThreads<{ chart: Chart; width: number }, Picture>(
  'src/charts/worker',
  { of: 'charts', weight: 'light', atOnce: 2, waiting: 200, milliseconds: 20_000, megabytes: 256 },
  {
    full: () => new ChartFailed('Many charts are being drawn.'),
    tooSlow: () => new ChartFailed('A chart took too long to draw.'),
    failed: cause => new ChartFailed('A chart could not be drawn.', { cause }),
  },
)
