import { SaxesParser } from 'saxes'
import { escaped } from './inlines-to-html.js'

/** An element of a drawing, with only what we know to be harmless: shapes, letters and their looks. */
export interface SvgNode {
  name: string
  attributes: Record<string, string>
  children: (SvgNode | string)[]
}

export const SVG_ELEMENTS = new Set([
  'svg',
  'g',
  'path',
  'rect',
  'circle',
  'ellipse',
  'line',
  'polyline',
  'polygon',
  'text',
  'tspan',
])

export const SVG_ATTRIBUTES = new Set(
  (
    'width height viewBox x y x1 y1 x2 y2 cx cy r rx ry d points dx dy transform fill fill-opacity fill-rule stroke ' +
    'stroke-width stroke-opacity stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin stroke-miterlimit ' +
    'opacity text-anchor font-size font-weight font-style font-family dominant-baseline display'
  ).split(' '),
)

const MOST_NODES = 20_000

/**
 * A drawing as a tree of shapes. Whatever could run, fetch or look elsewhere (scripts, styles, links, images, addresses in
 * values) is left out; undefined where it is no drawing at all.
 */
export function readSvg(svg: string): SvgNode | undefined {
  const parser = new SaxesParser({ xmlns: false })
  const open: SvgNode[] = []
  let unknown = 0
  let nodes = 0
  let root: SvgNode | undefined
  parser.on('opentag', tag => {
    if (unknown > 0 || !SVG_ELEMENTS.has(tag.name) || (root && open.length === 0) || ++nodes > MOST_NODES)
      return void unknown++
    const node: SvgNode = { name: tag.name, attributes: harmless(tag.attributes), children: [] }
    open.at(-1)?.children.push(node)
    root ??= node
    open.push(node)
  })
  parser.on('closetag', () => (unknown > 0 ? unknown-- : open.pop()))
  parser.on('text', text => {
    const node = open.at(-1)
    if (unknown === 0 && node && (node.name === 'text' || node.name === 'tspan')) node.children.push(text)
  })
  parser.on('error', error => {
    throw error
  })
  try {
    parser.write(svg).close()
  } catch {
    return undefined
  }
  return root?.name === 'svg' ? root : undefined
}

function harmless(attributes: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(attributes).filter(
      ([name, value]) => SVG_ATTRIBUTES.has(name) && !/url\s*\(|javascript:/i.test(value),
    ),
  )
}

/** Width and height of a drawing, in its own measure. */
export function sizeOf({ attributes }: SvgNode): { x: number; y: number; width: number; height: number } {
  const box = attributes.viewBox
    ?.trim()
    .split(/[\s,]+/)
    .map(Number)
  if (box?.length === 4 && box.every(Number.isFinite) && box[2]! > 0 && box[3]! > 0)
    return { x: box[0]!, y: box[1]!, width: box[2]!, height: box[3]! }
  return {
    x: 0,
    y: 0,
    width: parseFloat(attributes.width ?? '') || 600,
    height: parseFloat(attributes.height ?? '') || 300,
  }
}

/** A drawing as text again, keeping its shape at any width. */
export function writeSvg(root: SvgNode): string {
  const { x, y, width, height } = sizeOf(root)
  const { viewBox: _, ...attributes } = root.attributes
  return written({ ...root, attributes: { ...attributes, viewBox: `${x} ${y} ${width} ${height}` } })
}

function written({ name, attributes, children }: SvgNode): string {
  const said = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(value)}"`)
  const inside = children.map(child => (typeof child === 'string' ? escaped(child) : written(child))).join('')
  return `<${name}${said.join('')}>${inside}</${name}>`
}

/** The drawing with every word of it as `words` writes it; one that cannot be read is empty. */
export function svgInOtherWords(svg: string, words: (text: string) => string): string {
  const reworded = (node: SvgNode): SvgNode => ({
    ...node,
    children: node.children.map(child => (typeof child === 'string' ? words(child) : reworded(child))),
  })
  const root = readSvg(svg)
  return root ? writeSvg(reworded(root)).replace('<svg', '<svg xmlns="http://www.w3.org/2000/svg"') : ''
}
