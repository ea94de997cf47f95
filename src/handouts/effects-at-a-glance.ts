import type { Drawing, Table } from '../documents/document.js'
import { inlineText } from '../documents/inline-text.js'
import { inks } from '../look/stage-shapes.js'
import { listed } from '../words/words.js'
import { effectsHeading, moreActions } from './sentences.js'
import { cutTo } from './shortening.js'

interface Mark {
  begins: RegExp
  short: string
  draw(x: number, y: number): string
}

/** What an action did at a school as a mark, by the words with which a cell of the table of effects begins. */
const marks: Mark[] = [
  { begins: /^made a clear difference/i, short: 'clear', draw: (x, y) => circle(x, y, inks.teal) },
  { begins: /^made some difference/i, short: 'some', draw: half },
  { begins: /^made no difference/i, short: 'none', draw: (x, y) => circle(x, y, '#ffffff') },
  { begins: /^made things worse/i, short: 'worse', draw: cross },
  { begins: /^(?:too early to say|tried, and not judged)/i, short: 'not known yet', draw: dash },
  { begins: /^not tried here/i, short: '', draw: () => '' },
]

const WIDTH = 210
const NAMES = 140
const LINE = 12.6
const SIZE = 9.5
const MOST = 4
const RADIUS = 4

/**
 * The table of effects as marks, one for each school, for a wall: undefined where a cell says something else than the
 * judgements that a group chooses from.
 */
export function effectsAtAGlance({ head, rows }: Table): Drawing | undefined {
  const told = rows.map(([action = [], ...cells]) => ({
    action: inlineText(action),
    cells: cells.map(inlineText),
    marks: cells.map(cell => marks.find(mark => mark.begins.test(inlineText(cell)))),
  }))
  if (told.length === 0 || !told.every(row => row.marks.every(Boolean))) return undefined
  const shown = told.slice(0, MOST)
  const more = told.length - shown.length
  const schools = head.slice(1).map(inlineText)
  const step = Math.min(14, (WIDTH - NAMES) / Math.max(1, schools.length))
  const named = atSchools(schools)
  const top = (1 + named.length) * LINE
  const lines = shown.map((row, at) => {
    const y = top + at * LINE
    const drawn = row.marks.map((mark, place) => mark!.draw(NAMES + step * (place + 0.5), y + LINE * 0.55))
    return `${words(0, y + LINE * 0.8, cutTo(row.action, 26))}${drawn.join('')}`
  })
  const foot = top + shown.length * LINE
  const height = foot + LINE * (more > 0 ? 2 : 1)
  return {
    kind: 'drawing',
    svg: [
      `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}">`,
      words(0, LINE * 0.8, effectsHeading, ' font-weight="bold"'),
      ...named.map((said, at) => words(0, LINE * (at + 1.8), said)),
      ...lines,
      key(
        shown.flatMap(row => row.marks),
        foot,
      ),
      ...(more > 0 ? [words(0, foot + LINE * 1.8, moreActions(more))] : []),
      '</svg>',
    ].join(''),
    alt: `${effectsHeading}. ${shown.map(({ action, cells }) => saidOf(action, cells, schools)).join(' ')}`,
    caption: [],
    width: WIDTH,
  }
}

function saidOf(action: string, cells: string[], schools: string[]): string {
  return `${action.replace(/[.:]$/, '')}: ${cells.map((cell, at) => `${schools[at]}, ${cell}`).join('; ')}.`
}

/** Whose marks stand below, from left to right, on as many lines as that takes. */
function atSchools(schools: string[]): string[] {
  const lines: string[] = []
  for (const word of `at ${listed(schools)}`.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + word.length < LETTERS) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}

/** So many letters stand on a line. */
const LETTERS = 44

/** What the marks that are there stand for. */
function key(there: (Mark | undefined)[], y: number): string {
  let x = RADIUS + 1
  return marks
    .filter(mark => mark.short !== '' && there.includes(mark))
    .map(({ draw, short }) => {
      const drawn = `${draw(x, y + LINE * 0.55)}${words(x + 8, y + LINE * 0.8, short)}`
      x += 8 + short.length * 5 + 14
      return drawn
    })
    .join('')
}

function circle(x: number, y: number, fill: string): string {
  return `<circle cx="${x}" cy="${y}" r="${RADIUS}" fill="${fill}" stroke="${inks.teal}" stroke-width="1.2"/>`
}

function half(x: number, y: number): string {
  const left = `<path d="M${x} ${y - RADIUS}A${RADIUS} ${RADIUS} 0 0 0 ${x} ${y + RADIUS}Z" fill="${inks.teal}"/>`
  return `${circle(x, y, '#ffffff')}${left}`
}

function cross(x: number, y: number): string {
  const [a, b] = [RADIUS * 0.8, RADIUS * 0.8]
  return `<path d="M${x - a} ${y - b}L${x + a} ${y + b}M${x + a} ${y - b}L${x - a} ${y + b}" fill="none" stroke="${inks.ink}" stroke-width="1.6"/>`
}

function dash(x: number, y: number): string {
  return `<line x1="${x - RADIUS}" y1="${y}" x2="${x + RADIUS}" y2="${y}" stroke="${inks.soft}" stroke-width="1.6"/>`
}

function words(x: number, y: number, said: string, more = ''): string {
  const safe = said.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
  return `<text x="${x}" y="${y}" font-size="${SIZE}" fill="${inks.ink}"${more}>${safe}</text>`
}
