import { colour, family } from '../../charts/look.js'
import type { Block } from '../../documents/document.js'
import { text } from '../../documents/making-blocks.js'
import { plural } from '../../words/words.js'
import { widest } from '../instruments/instrument.js'
import type { SpreadOfItem } from './spread.js'

type Places = SpreadOfItem['places']

const step = 32
const [left, top] = [40, 16]
const side = widest * step
const [width, height] = [left + side + 24, top + side + 40]
const x = (across: number) => left + across * step
const y = (up: number) => top + side - up * step

/** The square of structures and processes as a picture, with what it says as a sentence and its numbers as a table. */
export function squareBlock(title: string, places: Places): Block {
  return {
    kind: 'chart',
    title,
    sentence: squareInWords(places),
    svg: drawnSquare(places),
    table: {
      kind: 'table',
      head: ['Set up firmly (0 to 10)', 'Alive (0 to 10)', 'How many'].map(text),
      rows: places.map(one => [one.across, one.up, one.count].map(number => text(String(number)))),
      alignment: ['right', 'right', 'right'],
    },
  }
}

/** `9 placed it: from 3 to 8 of 10 for how firmly it is set up, from 2 to 9 for how alive it is. Most often (4) at 6 and 7.` */
export function squareInWords(places: Places): string {
  const many = places.reduce((sum, one) => sum + one.count, 0)
  const most = Math.max(...places.map(one => one.count))
  const often = places.filter(one => one.count === most)
  const span = (of: 'across' | 'up') => {
    const [least, highest] = [Math.min(...places.map(one => one[of])), Math.max(...places.map(one => one[of]))]
    return least === highest ? `${least}` : `from ${least} to ${highest}`
  }
  const at = often.length === 1 && most > 1 ? ` Most often (${most}) at ${often[0]!.across} and ${often[0]!.up}.` : ''
  return `${plural(many, 'colleague', 'colleagues')} placed it: ${span('across')} of ${widest} for how firmly it is set up, ${span('up')} of ${widest} for how alive it is.${at}`
}

function drawnSquare(places: Places): string {
  const shapes: string[] = [rect(x(0), y(widest), side, side)]
  for (let at = 0; at <= widest; at++)
    shapes.push(line(x(at), y(0), x(at), y(widest), at), line(x(0), y(at), x(widest), y(at), at))
  for (const [across, up, anchor, said] of [
    [0, widest, 'start', 'alive, but hangs on a few'],
    [widest, widest, 'end', 'firm and alive'],
    [0, 0, 'start', 'just beginning'],
    [widest, 0, 'end', 'firm, out of habit'],
  ] as const)
    shapes.push(
      words(x(across) + (anchor === 'start' ? 6 : -6), y(up) + (up === 0 ? -7 : 15), said, {
        anchor,
        fill: colour.soft,
      }),
    )
  for (const { across, up, count } of places)
    shapes.push(
      `<circle cx="${x(across)}" cy="${y(up)}" r="${9 + Math.min(6, count)}" fill="${colour.teal}"/>`,
      words(x(across), y(up) + 4, String(count), { anchor: 'middle', fill: colour.onStep[4]!, weight: 700 }),
    )
  for (const at of [0, widest / 2, widest])
    shapes.push(
      words(x(at), y(0) + 15, String(at), { anchor: 'middle', fill: colour.soft }),
      words(x(0) - 8, y(at) + 4, String(at), { anchor: 'end', fill: colour.soft }),
    )
  shapes.push(
    words(x(widest / 2), height - 6, 'how firmly we are set up →', { anchor: 'middle' }),
    `<g transform="translate(12,${y(widest / 2)}) rotate(-90)">${words(0, 0, 'how alive it is →', { anchor: 'middle' })}</g>`,
  )
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}">${shapes.join('')}</svg>`
}

function rect(atX: number, atY: number, wide: number, high: number): string {
  return `<rect x="${atX}" y="${atY}" width="${wide}" height="${high}" fill="${colour.sheet}" stroke="${colour.line}"/>`
}

/** The middle lines part the square into its four quarters. */
function line(x1: number, y1: number, x2: number, y2: number, at: number): string {
  const stroke = at === widest / 2 ? colour.soft : colour.line
  return `<line x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}" stroke="${stroke}"/>`
}

function words(
  atX: number,
  atY: number,
  said: string,
  { anchor, fill = colour.ink, weight = 400 }: { anchor: 'start' | 'middle' | 'end'; fill?: string; weight?: number },
): string {
  return `<text x="${atX}" y="${atY}" text-anchor="${anchor}" font-family="${family}" font-size="12px" font-weight="${weight}" fill="${fill}">${said}</text>`
}
