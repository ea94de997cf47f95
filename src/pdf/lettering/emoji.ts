import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { nameOfEmoji } from '../../documents/emoji.js'
import { readSvg, type SvgNode } from '../../documents/svg.js'

/** An emoji as a drawing, and what it is called. */
export interface Emoji {
  name: string
  drawing: SvgNode
}

const folder = dirname(createRequire(import.meta.url).resolve('@twemoji/svg/package.json'))
const before = new Map<string, Emoji | undefined>()

/** Its size beside letters of size 1. */
export const EMOJI_SIZE = 1.12

/** The drawing of an emoji, read once; undefined where there is none. */
export function emojiOf(cluster: string): Emoji | undefined {
  if (!before.has(cluster)) before.set(cluster, read(cluster))
  return before.get(cluster)
}

/** Files are named by the letters of an emoji, some with the mark that asks for a picture and some without. */
function read(cluster: string): Emoji | undefined {
  for (const letters of [cluster, cluster.replaceAll('\ufe0f', ''), `${cluster}\ufe0f`]) {
    const name = [...letters].map(letter => letter.codePointAt(0)!.toString(16)).join('-')
    try {
      const drawing = readSvg(readFileSync(join(folder, `${name}.svg`), 'utf8'))
      if (drawing) return { name: nameOfEmoji(cluster), drawing }
    } catch {
      // named otherwise, or not there
    }
  }
  return undefined
}
