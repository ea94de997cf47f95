import type { Drawing, StageOnTrack } from '../documents/document.js'
import { inks, stageInks, stageShapes } from '../look/stage-shapes.js'
import { stages, trackOf } from '../stages.js'
import { cutTo } from './shortening.js'

/** Where an enquiry stands, to be drawn beside others. */
export interface StandsAt {
  name: string
  stage: string
  finished: boolean
  /** What is said beneath its name. */
  says: string
}

const STEP = 34
const MARK = (stages.length - 1) * STEP + 24
const PANEL = { width: 228, height: 70 }
const NAME = 36

/** The five joined shapes, small: filled where a stage is done, open where the group is, pale where it is still to come. */
export function stageMark(at: Pick<StandsAt, 'stage' | 'finished' | 'says'>, width = 118): Drawing {
  return {
    kind: 'drawing',
    svg: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-2 -2 ${MARK + 4} 28">${markOf(at)}</svg>`,
    alt: at.says,
    caption: [],
    width,
  }
}

/** Small pictures of all groups side by side, two in a row, in the order in which they are given. */
export function groupsAtAGlance(groups: StandsAt[]): Drawing {
  const height = Math.ceil(groups.length / 2) * PANEL.height
  const panels = groups.map((group, at) => {
    const place = `translate(${(at % 2) * PANEL.width},${Math.floor(at / 2) * PANEL.height})`
    return `<g transform="${place}">${panelOf(group)}</g>`
  })
  return {
    kind: 'drawing',
    svg: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${2 * PANEL.width} ${height}">${panels.join('')}</svg>`,
    alt: groups.map(({ name, says }) => `${name}: ${says}`).join(' '),
    caption: [],
    width: 2 * PANEL.width,
  }
}

function panelOf(group: StandsAt): string {
  return [
    `<text x="0" y="12" font-size="11" font-weight="bold" fill="${inks.ink}">${escaped(cutTo(group.name, NAME))}</text>`,
    `<text x="0" y="25" font-size="9.5" fill="${inks.soft}">${escaped(group.says)}</text>`,
    `<g transform="translate(2,32)">${markOf(group)}</g>`,
  ].join('')
}

function markOf({ stage, finished }: Pick<StandsAt, 'stage' | 'finished'>): string {
  const track: Pick<StageOnTrack, 'state'>[] = trackOf(stage, finished)
  const joined = stages.slice(1).map(({ key }, at) => {
    const reached = track[at + 1]!.state !== 'ahead'
    const [from, to] = [at * STEP + 22, (at + 1) * STEP + 2]
    return `<line x1="${from}" y1="12" x2="${to}" y2="12" stroke="${reached ? stageInks[key] : inks.line}" stroke-width="2"/>`
  })
  const shapes = stages.map(({ key }, at) => {
    const { state } = track[at]!
    const ink = state === 'ahead' ? inks.line : stageInks[key]
    const fill = state === 'done' ? ink : '#ffffff'
    return `<g transform="translate(${at * STEP},0)"><path d="${stageShapes[key]}" fill="${fill}" stroke="${ink}" stroke-width="${state === 'here' ? 3 : 1.6}" stroke-linejoin="round"/></g>`
  })
  return [...joined, ...shapes].join('')
}

function escaped(words: string): string {
  return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
