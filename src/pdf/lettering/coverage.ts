import { clustersOf } from '../../documents/letters/clusters.js'
import { isEmoji } from '../../documents/emoji.js'
import { emojiOf, type Emoji } from './emoji.js'
import { faceOf, type Face } from './faces.js'
import type { Type } from '../type.js'

/** A stretch of text that one face can draw. */
export interface Covered {
  text: string
  face: Face
  /** What the reader's machine should read instead of what is drawn, where the two differ. */
  instead?: string
  /** What is drawn instead of letters. */
  picture?: Emoji
}

const FALLBACKS = [
  [
    'wide',
    'arabic',
    'symbols',
    'bengali',
    'gurmukhi',
    'gujarati',
    'tamil',
    'devanagari',
    'thai',
    'malayalam',
    'telugu',
  ],
  ['kannada', 'sinhala', 'ethiopic', 'chinese', 'korean', 'emoji'],
].flat()
const EMOJI_FIRST = ['emoji', 'symbols', 'wide']

const OWN_FACE: [RegExp, string][] = [
  [/^\p{Script=Arabic}/u, 'arabic'],
  [/^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u, 'chinese'],
  [/^\p{Script=Hangul}/u, 'korean'],
  [/^\p{Script=Bengali}/u, 'bengali'],
  [/^\p{Script=Gurmukhi}/u, 'gurmukhi'],
  [/^\p{Script=Gujarati}/u, 'gujarati'],
  [/^\p{Script=Tamil}/u, 'tamil'],
  [/^\p{Script=Thai}/u, 'thai'],
  [/^\p{Script=Malayalam}/u, 'malayalam'],
  [/^\p{Script=Telugu}/u, 'telugu'],
  [/^\p{Script=Kannada}/u, 'kannada'],
  [/^\p{Script=Sinhala}/u, 'sinhala'],
  [/^\p{Script=Ethiopic}/u, 'ethiopic'],
]

const UNSEEN = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff\u{e0020}-\u{e007f}]/u

/**
 * Text cut where the face must change. The first face of the look is used wherever it can be; a letter that no face has
 * is drawn as its number, such as [U+13080], so that nothing is ever an empty box.
 */
export function coverageOf(text: string, type: Type): Covered[] {
  const first = faceOf(type.face, type)
  if (coversAll(first, text)) return [{ text, face: first }]
  const runs: Covered[] = []
  for (const cluster of clustersOf(text))
    for (const covered of picturesOf(cluster, first) ?? [coveredBy(cluster, type, first)]) addTo(runs, covered)
  return runs
}

/** An emoji as its picture; one that only its parts have pictures of, such as a new trade, as those. */
function picturesOf(cluster: string, face: Face): Covered[] | undefined {
  if (!isEmoji(cluster)) return undefined
  const whole = emojiOf(cluster)
  if (whole) return [{ text: cluster, face, picture: whole }]
  const parts = cluster.split(/(?<=\u200d)/).map(part => ({ part, picture: emojiOf(part.replace('\u200d', '')) }))
  if (parts.length < 2 || parts.some(({ picture }) => !picture)) return undefined
  return parts.map(({ part, picture }) => ({ text: part, face, picture: picture! }))
}

function coversAll(face: Face, text: string): boolean {
  for (let at = 0; at < text.length; at++) if (!face.covers(text.charCodeAt(at))) return false
  return true
}

function coveredBy(cluster: string, type: Type, first: Face): Covered {
  const families = isEmoji(cluster) ? EMOJI_FIRST : fallbacksOf(cluster)
  if (families !== EMOJI_FIRST && coversCluster(first, cluster)) return { text: cluster, face: first }
  for (const family of families) {
    const face = faceOf(family, type)
    if (coversCluster(face, cluster)) return { text: cluster, face }
  }
  return isUnseen(cluster) ? { text: '', face: first } : { text: inNumbers(cluster), face: first, instead: cluster }
}

/** The face of a script that only one has comes first, so that the others need not be opened to find that they do not. */
function fallbacksOf(cluster: string): string[] {
  const own = OWN_FACE.find(([script]) => script.test(cluster))
  return own ? [own[1], ...FALLBACKS] : FALLBACKS
}

function coversCluster(face: Face, cluster: string): boolean {
  let seen = false
  for (const character of cluster) {
    if (UNSEEN.test(character)) continue
    if (!face.covers(character.codePointAt(0)!)) return false
    seen = true
  }
  return seen
}

function isUnseen(cluster: string): boolean {
  return [...cluster].every(character => UNSEEN.test(character) || /\p{Cc}/u.test(character))
}

function inNumbers(cluster: string): string {
  const numbers = [...cluster].filter(character => !UNSEEN.test(character)).map(numberOf)
  return `[${numbers.join(' ')}]`
}

function numberOf(character: string): string {
  return `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`
}

function addTo(runs: Covered[], next: Covered): void {
  if (next.text === '') return
  if (next.picture) return void runs.push(next)
  const last = runs.at(-1)
  if (last && !last.picture && last.face === next.face && last.instead === undefined && next.instead === undefined)
    last.text += next.text
  else runs.push(next)
}
