import type { SvgNode } from '../documents/svg.js'
import type { Press } from './file/inside-pdfkit.js'
import { linesOf } from './lettering/lines.js'
import { colours } from './paper.js'
import type { Pen } from './pen.js'
import { plain } from './lettering/spans.js'
import { types, type Type } from './type.js'

type Look = Record<string, string>

/** What a shape takes from the group it stands in, unless it says otherwise. */
const INHERITED = [
  'fill', 'fill-opacity', 'fill-rule', 'stroke', 'stroke-width', 'stroke-opacity', 'stroke-dasharray',
  'stroke-linecap', 'stroke-linejoin', 'stroke-miterlimit', 'text-anchor', 'font-size', 'font-weight', 'font-style',
] // prettier-ignore

/** Draws the shapes and letters of a drawing as vectors, in the measure and place that the pen is set to. */
export function drawSvg(pen: Pen, node: SvgNode, inherited: Look = {}): void {
  const { attributes } = node
  if (attributes.display === 'none') return
  const look = { ...inherited, ...picked(attributes) }
  const opacity = number(attributes.opacity, 1)
  if (opacity < 1) {
    look['fill-opacity'] = String(number(look['fill-opacity'], 1) * opacity)
    look['stroke-opacity'] = String(number(look['stroke-opacity'], 1) * opacity)
  }
  pen.apart(() => {
    moved(pen.press, attributes.transform)
    if (node.name === 'text') drawText(pen, node, look)
    else if (shaped(pen.press, node)) painted(pen.press, look)
    else for (const child of node.children) if (typeof child !== 'string') drawSvg(pen, child, look)
  })
}

function picked(attributes: Look): Look {
  return Object.fromEntries(INHERITED.flatMap(name => (name in attributes ? [[name, attributes[name]!]] : [])))
}

function moved(press: Press, transform: string | undefined): void {
  for (const [, name, inside] of transform?.matchAll(/(\w+)\s*\(([^)]*)\)/g) ?? []) {
    const values = numbers(inside)
    if (name === 'translate') press.translate(values[0] ?? 0, values[1] ?? 0)
    else if (name === 'scale') press.scale(values[0] ?? 1, values[1] ?? values[0] ?? 1)
    else if (name === 'rotate') press.rotate(values[0] ?? 0, { origin: [values[1] ?? 0, values[2] ?? 0] })
    else if (name === 'matrix' && values.length === 6)
      press.transform(...(values as [number, number, number, number, number, number]))
  }
}

/** Lays out the outline of a shape; false where the node is none. */
function shaped(press: Press, { name, attributes }: SvgNode): boolean {
  const at = (key: string) => number(attributes[key], 0)
  switch (name) {
    case 'path':
      if (attributes.d?.trim()) press.path(attributes.d)
      return true
    case 'rect':
      if (at('rx') || at('ry')) press.roundedRect(at('x'), at('y'), at('width'), at('height'), at('rx') || at('ry'))
      else press.rect(at('x'), at('y'), at('width'), at('height'))
      return true
    case 'circle':
      press.circle(at('cx'), at('cy'), at('r'))
      return true
    case 'ellipse':
      press.ellipse(at('cx'), at('cy'), at('rx'), at('ry'))
      return true
    case 'line':
      press.moveTo(at('x1'), at('y1')).lineTo(at('x2'), at('y2'))
      return true
    case 'polyline':
    case 'polygon':
      joined(press, numbers(attributes.points), name === 'polygon')
      return true
    default:
      return false
  }
}

function joined(press: Press, points: number[], closed: boolean): void {
  for (let at = 0; at + 1 < points.length; at += 2) {
    if (at === 0) press.moveTo(points[0]!, points[1]!)
    else press.lineTo(points[at]!, points[at + 1]!)
  }
  if (closed && points.length) press.closePath()
}

function painted(press: Press, look: Look): void {
  const fill = inkOf(look.fill ?? '#000')
  const stroke = inkOf(look.stroke)
  const width = number(look['stroke-width'], 1)
  faded(press, look)
  if (stroke) {
    press.lineWidth(width).strokeColor(stroke)
    if (look['stroke-linecap']) press.lineCap(look['stroke-linecap'])
    if (look['stroke-linejoin']) press.lineJoin(look['stroke-linejoin'])
    const dashes = numbers(look['stroke-dasharray']).filter(length => length > 0)
    if (dashes.length) press.dash(dashes[0]!, { space: dashes[1] ?? dashes[0]! })
  }
  const rule = look['fill-rule'] === 'evenodd' ? 'even-odd' : 'non-zero'
  if (fill && stroke && width > 0) press.fillColor(fill).fillAndStroke(fill, stroke, rule)
  else if (fill) press.fillColor(fill).fill(fill, rule)
  else if (stroke && width > 0) press.stroke()
  else press.addContent('n')
}

function faded(press: Press, look: Look): void {
  const fill = number(look['fill-opacity'], 1)
  const stroke = number(look['stroke-opacity'], 1)
  if (fill < 1) press.fillOpacity(fill)
  if (stroke < 1) press.strokeOpacity(stroke)
}

/** Draws some text and what is within it. @returns where the next words would stand: parts of a text go on from one another */
function drawText(pen: Pen, node: SvgNode, look: Look, from = { x: 0, y: 0 }): { x: number; y: number } {
  const at = (key: string, otherwise: number) => number(node.attributes[key], otherwise)
  let place = { x: at('x', from.x) + at('dx', 0), y: at('y', from.y) + at('dy', 0) }
  for (const child of node.children) {
    if (typeof child !== 'string') place = drawText(pen, child, { ...look, ...picked(child.attributes) }, place)
    else if (child.trim()) place = { ...place, x: place.x + drawWords(pen, child, look, place.x, place.y) }
  }
  return place
}

function drawWords(pen: Pen, words: string, look: Look, x: number, y: number): number {
  const line = linesOf(plain(words, typeOf(look)), Infinity, typeOf(look))[0]!
  const before = look['text-anchor'] === 'middle' ? line.width / 2 : look['text-anchor'] === 'end' ? line.width : 0
  if ((inkOf(look.fill ?? '#000') ?? 'none') === 'none') return line.width
  faded(pen.press, look)
  pen.line(line, x - before, y)
  return line.width
}

function typeOf(look: Look): Type {
  const weight = look['font-weight'] ?? ''
  return {
    ...types.text,
    size: parseFloat(look['font-size'] ?? '') || 10,
    leading: 1,
    bold: weight === 'bold' || Number(weight) >= 600,
    italic: look['font-style'] === 'italic',
    colour: inkOf(look.fill ?? '#000') ?? colours.ink,
    tabular: true,
  }
}

/** A colour as PDFs know it, or undefined for none. */
function inkOf(value: string | undefined): string | undefined {
  if (value === undefined || value === 'none' || value === 'transparent') return undefined
  if (/^#([0-9a-f]{3}|[0-9a-f]{6})$/i.test(value)) return value
  const parts = /^rgba?\(([^)]*)\)$/i.exec(value)
  if (parts) return `#${numbers(parts[1]).slice(0, 3).map(hex).join('')}`
  return NAMED[value.toLowerCase()] ?? colours.ink
}

const NAMED: Record<string, string> = { black: '#000000', white: '#ffffff', currentcolor: colours.ink, gray: '#808080' }

function hex(part: number): string {
  return Math.max(0, Math.min(255, Math.round(part)))
    .toString(16)
    .padStart(2, '0')
}

function number(value: string | undefined, otherwise: number): number {
  const read = parseFloat(value ?? '')
  return Number.isFinite(read) ? read : otherwise
}

function numbers(text: string | undefined): number[] {
  return (text?.match(/-?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?/gi) ?? []).map(Number)
}
