import { everydayNames } from '../../names/everyday.js'
import type { Said } from '../said.js'

/** Where in a text somebody is named, in UTF-16 units. */
export interface Spot {
  startsAt: number
  endsAt: number
  how: 'name' | 'code'
}

/** Finds somebody in a text. @param groupId the group that it belongs to: a code stands for one pupil in one group alone */
export type Finder = (text: string, groupId: string | null) => Spot[]

const before = '(?<![\\p{L}\\p{M}])'
const after = '(?![\\p{L}\\p{M}])'

/**
 * By each way in which somebody is called, in capitals or not, with or without accents, hyphens and apostrophes, also run
 * together as in the name of a file; and by their codes. A single word that is an everyday one too (Mark, Rose) is a name with a
 * capital only.
 */
export function finderOf({ names, codes }: Pick<Said, 'names' | 'codes'>): Finder {
  const ways = waysIn(names).sort((one, other) => other.length - one.length)
  const named = ways.length > 0 ? new RegExp(`${before}(?:${ways.map(sourceOf).join('|')})${after}`, 'giu') : null
  const coded = new Map(codes.map(({ groupId, code }) => [groupId, codePattern(code)]))
  return (text, groupId) => {
    const plain = withoutMarks(text)
    const spots: Spot[] = []
    for (const match of named ? plain.words.matchAll(named) : []) {
      if (everydayNames.has(match[0]) && match[0] === match[0].toLowerCase()) continue
      spots.push({ startsAt: plain.at(match.index), endsAt: plain.at(match.index + match[0].length), how: 'name' })
    }
    const code = groupId === null ? undefined : coded.get(groupId)
    for (const match of code ? text.matchAll(code) : [])
      spots.push({ startsAt: match.index, endsAt: match.index + match[0].length, how: 'code' })
    return spots.sort((one, other) => one.startsAt - other.startsAt)
  }
}

/** The ways to call somebody: what was said, and the first word of the whole name. A last name alone is a family's. */
export function waysIn(names: string[]): string[] {
  const all = names.map(name => name.trim().replace(/\s+/g, ' ')).filter(name => name.length > 1)
  const [first = ''] = all
  const given = first.includes(' ') ? first.split(' ')[0]! : ''
  return [...new Set([...all, ...(given.length > 2 ? [given] : [])])]
}

function sourceOf(name: string): string {
  return withoutMarks(name)
    .words.split(/[\s_.-]+/)
    .map(word => [...word].map(letterIn).join(''))
    .join('[\\s_.\\-\\u2010-\\u2013]*')
}

function letterIn(letter: string): string {
  if (/['’‘ʼ`´]/.test(letter)) return "['’‘ʼ`´]?"
  return letter.replace(/[$()*+./?[\\\]^{|}]/, '\\$&')
}

function codePattern(code: string): RegExp {
  const [, letter = 'P', digits = ''] = /^([A-Za-z]+)0*(\d+)$/.exec(code) ?? []
  return new RegExp(`(?<![\\p{L}\\p{N}])${letter}0*${digits}(?![\\p{L}\\p{N}])`, 'giu')
}

/** A text without accents, and where each of its letters stood. */
function withoutMarks(text: string): { words: string; at(place: number): number } {
  // oxlint-disable-next-line no-control-regex
  if (/^[\x00-\x7f]*$/.test(text)) return { words: text, at: place => place }
  let words = ''
  const places: number[] = []
  let from = 0
  for (const sign of text) {
    const plain = /\p{M}/u.test(sign) ? '' : sign.normalize('NFD').replace(/\p{M}/gu, '')
    for (let unit = 0; unit < plain.length; unit++) places.push(from)
    words += plain
    from += sign.length
  }
  places.push(text.length)
  // Marks behind the last letter belong to it.
  return { words, at: place => places[place] ?? text.length }
}
