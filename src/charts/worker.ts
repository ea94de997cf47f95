import type { Chart } from './chart.js'
import { type Picture, toSvg } from './to-svg.js'

/** Draws a chart off the thread that answers pages. */
export default function draw({ chart, width }: { chart: Chart; width: number }): Promise<Picture> {
  return toSvg(chart, width)
}
