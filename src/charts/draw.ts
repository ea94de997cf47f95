import { createHash } from 'node:crypto'
import { canonicalJson } from '../documents/hash.js'
import type { Chart, Drawn } from './chart.js'
import { describeChart } from './describing.js'
import { chartWidth } from './look.js'
import type { Picture } from './to-svg.js'
import { chartThreads } from './threads.js'

const mostKept = 500
const kept = new Map<string, Promise<Picture>>()

/**
 * Draws a chart as SVG in a thread of its own, or finds the one that was drawn from the same content before. Its colours
 * are the light ones; a page shows it with `views/shared/_chart.ejs`, which turns them for the dark scheme.
 *
 * @param chart what is to be shown, small numbers already held back
 * @returns the picture (plain SVG whose type is that of our pages), the sentence that is its alternative text, and the
 *   table behind it
 * @throws ChartFailed when it cannot be drawn; the sentence and the table are still there by `describeChart`
 */
export async function drawChart(chart: Chart, { width = chartWidth } = {}): Promise<Drawn> {
  const key = createHash('sha256').update(canonicalJson({ chart, width })).digest('base64url')
  const known = kept.get(key)
  if (known) kept.delete(key)
  const picture = known ?? chartThreads.ask({ chart, width })
  kept.set(key, picture)
  if (!known) {
    picture.catch(() => kept.delete(key))
    if (kept.size > mostKept) kept.delete(kept.keys().next().value!)
  }
  return { ...describeChart(chart), ...(await picture) }
}

/** A chart as a page shows it; where it cannot be drawn, its sentence and its table stand alone. */
export async function chartOnPage(chart: Chart, { width = chartWidth } = {}): Promise<ChartOnPage> {
  try {
    return await drawChart(chart, { width })
  } catch {
    return { ...describeChart(chart), svg: '' }
  }
}

export interface ChartOnPage {
  title: string
  sentence: string
  table: Drawn['table']
  /** Safe to be put into a page as it is; empty when it could not be drawn. */
  svg: string
}
