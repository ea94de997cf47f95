import * as vega from 'vega'
import type { Loader } from 'vega'
import { compile, type TopLevelSpec } from 'vega-lite'
import type { Chart } from './chart.js'
import { specOfBeforeAfter } from './kinds/before-after.js'
import { specOfGrid } from './kinds/grid.js'
import { specOfRun } from './kinds/run.js'
import { specOfTimeline } from './kinds/timeline.js'
import { config } from './look.js'
import { widthOf } from './measuring.js'

export interface Picture {
  svg: string
  width: number
  height: number
}

/** Draws a chart as plain SVG. Slow at first (the drawing program is large), so it runs in a thread of its own. */
export async function toSvg(chart: Chart, width: number): Promise<Picture> {
  measureByFont()
  const sized = { ...specOf(chart, width), config, padding: { left: 8, right: 8, top: 6, bottom: 4 }, autosize: 'pad' }
  const spec = compile(sized as unknown as TopLevelSpec, { logger: silent }).spec
  const view = new vega.View(vega.parse(spec), {
    renderer: 'none',
    loader: nothing,
    logLevel: vega.Warn,
    logger: silent,
  })
  try {
    return plain(await view.toSVG())
  } finally {
    view.finalize()
  }
}

/** What Vega measures by; its types do not tell of it. */
interface Metrics {
  width(item: { fontSize?: number }, text: unknown): number
}

/** Vega lays out by the true width of our letters instead of a guess. */
function measureByFont(): void {
  const { textMetrics } = vega as unknown as { textMetrics: Metrics }
  textMetrics.width = (item, text) => (typeof text === 'string' ? widthOf(text, item.fontSize ?? 11) : 0)
}

function specOf(chart: Chart, width: number): object {
  switch (chart.kind) {
    case 'run':
      return specOfRun(chart, width)
    case 'before-after':
      return specOfBeforeAfter(chart, width)
    case 'timeline':
      return specOfTimeline(chart, width)
    default:
      return specOfGrid(chart, width)
  }
}

/** A chart is its own data: it can fetch nothing, from the disk or from the network. */
const refuse = () => Promise.reject(new Error('A chart fetches nothing.'))
const nothing = { load: refuse, sanitize: refuse, http: refuse, file: refuse } as unknown as Loader

const silent = {
  level: () => silent,
  error: () => silent,
  warn: () => silent,
  info: () => silent,
  debug: () => silent,
} as never

/** Only shapes and texts with presentation attributes: nothing that the content security policy of our pages would stop. */
function plain(svg: string): Picture {
  const [, width, height] = /<svg[^>]* width="([\d.]+)" height="([\d.]+)"/.exec(svg) ?? []
  if (!width || !height) throw new Error('The chart has no size.')
  const inside = svg
    .replace(/^<svg[^>]*>|<\/svg>$/g, '')
    .replace(/<path [^>]*(?:display="none"|d="M0,0h0v0h0Z")[^>]*\/>/g, '')
    .replace(/<[^>]+>/g, tag => tag.replace(/ (?:aria-[a-z]+|role|class|pointer-events)="[^"]*"/g, ''))
    .replace(/<text[^>]* opacity="0"[^>]*>[^<]*<\/text>/g, '')
    .replace(/<(line|path)[^>]* opacity="0"[^>]*\/>/g, '')
    .replace(/ opacity="1"/g, '')
  const ahead = /<(?!\/?(?:g|path|line|rect|text|tspan|circle|defs|clipPath)[\s/>])|\s(?:style|href|on[a-z]+)=/i
  if (ahead.test(inside.replace(/>[^<]*</g, '><'))) throw new Error('The chart holds more than shapes and texts.')
  return {
    svg: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}">${inside}</svg>`,
    width: Number(width),
    height: Number(height),
  }
}
