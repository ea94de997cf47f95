import { createRequire } from 'node:module'
import { clustersOf } from './letters/clusters.js'

/** A stretch of text; given a name where it is one emoji. */
export interface Said {
  text: string
  name?: string
}

const names = createRequire(import.meta.url)('unicode-emoji-json/data-by-emoji.json') as Record<
  string,
  { name: string } | undefined
>
const PERHAPS = /[\p{Emoji_Presentation}\ufe0f\u20e3]/u
const DRAWN_AS_EMOJI = /^\p{Emoji_Presentation}|\ufe0f|\u20e3$/u
const SKIN = /[\u{1f3fb}-\u{1f3ff}]/gu
const TONES: Record<string, string> = {
  '\u{1f3fb}': 'light skin tone',
  '\u{1f3fc}': 'medium-light skin tone',
  '\u{1f3fd}': 'medium skin tone',
  '\u{1f3fe}': 'medium-dark skin tone',
  '\u{1f3ff}': 'dark skin tone',
}
const HAIR: Record<string, string> = {
  '\u{1f9b0}': 'red hair',
  '\u{1f9b1}': 'curly hair',
  '\u{1f9b2}': 'bald',
  '\u{1f9b3}': 'white hair',
}

/** Text cut where an emoji stands, each by itself with its name. */
export function emojiIn(text: string): Said[] {
  if (!PERHAPS.test(text)) return [{ text }]
  const said: Said[] = []
  for (const segment of clustersOf(text)) {
    const last = said.at(-1)
    if (isEmoji(segment)) said.push({ text: segment, name: nameOfEmoji(segment) })
    else if (last && last.name === undefined) last.text += segment
    else said.push({ text: segment })
  }
  return said
}

/** Whether letters that belong together are to be seen as a picture. */
export function isEmoji(cluster: string): boolean {
  return DRAWN_AS_EMOJI.test(cluster) && !cluster.endsWith('\ufe0e')
}

/**
 * What an emoji is called by Unicode (CLDR), as in `thumbs up: medium skin tone`. One that is not known is named by its
 * parts, and one without known parts by its number.
 */
export function nameOfEmoji(emoji: string): string {
  const whole = knownName(emoji)
  if (whole) return whole
  const parts = emoji.split('\u200d').filter(part => part !== '')
  if (parts.length > 1) return parts.map(part => knownName(part) ?? numberOf(part)).join(', ')
  return numberOf(emoji)
}

function knownName(emoji: string): string | undefined {
  const tones = [...new Set(emoji.match(SKIN) ?? [])].map(tone => TONES[tone]!)
  const plain = tones.length && !names[emoji] ? emoji.replace(SKIN, '') : emoji
  const bare = plain.replaceAll('\ufe0f', '')
  const found = names[plain] ?? names[bare] ?? names[`${bare}\ufe0f`] ?? names[bare.replace('\u200d', '\ufe0f\u200d')]
  if (!found) return HAIR[bare]
  const name = withColon(found.name, bare)
  return plain === emoji ? name : `${name}${name.includes(':') ? ', ' : ': '}${tones.join(', ')}`
}

/** The list that we have leaves out the colons of Unicode's names. */
function withColon(name: string, emoji: string): string {
  const isFlag = /^[\u{1f1e6}-\u{1f1ff}]|^\u{1f3f4}[\u{e0061}-\u{e007a}]/u.test(emoji)
  if (isFlag) return name.replace(/^flag /, 'flag: ')
  return name.replace(/^(keycap|family|(?:kiss|couple with heart)(?= (?:wo)?man| person)) /, '$1: ')
}

function numberOf(emoji: string): string {
  const numbers = [...emoji].filter(character => character !== '\ufe0f' && character !== '\u200d')
  return `emoji ${numbers.map(character => `U+${character.codePointAt(0)!.toString(16).toUpperCase()}`).join(' ')}`
}
