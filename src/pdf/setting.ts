import type { Block, HeadingLevel } from '../documents/document.js'
import type { Links } from './file/links.js'
import type { Paper } from './paper.js'
import type { Pictures } from './blocks/pictures.js'
import type { Frame } from './blocks/slabs.js'
import type { Tag } from './file/tags.js'
import { types, type Type } from './type.js'

/** Where and how the next blocks are set: their left edge and width, what they belong to and stand on. */
export interface Setting {
  paper: Paper
  x: number
  /** The room for tables and pictures. */
  width: number
  /** The room for lines that are read. */
  measure: number
  tag: Tag
  frames: Frame[]
  type: Type
  links: Links
  pictures: Pictures
  /** How deep lists stand in lists. */
  depth: number
  /** The side from which all lines begin, where several blocks stand as one: a list, a quotation. */
  side?: 'left' | 'right'
  /** The page of a heading, known once everything has its place. */
  pageOf: (id: string) => number
  /** Which paragraphs are headings to a screen reader, and of which level. */
  claims?: Map<Block, HeadingLevel>
  /** Shares of the height of a page that pictures and charts may take, where less than usual is to spare. */
  highest?: { picture: number; chart: number }
  /** The only sizes of type, where every page is set in the same few. */
  sizes?: number[]
  /** The smallest that labels of charts may be, where that is not the usual. */
  labels?: number
  /** The picture that stands large on the title page: where it is told of, it is small. */
  cover?: string
  /** By where the number of a piece leads, the picture of it that the document shows. */
  shown?: Map<string, string>
  /** Headings are smaller and stand closer, where a few pages hold everything. */
  closer?: true
}

interface Side {
  fromRight?: boolean
  side?: 'left' | 'right'
  frame?: Frame
}

export function firstSetting(
  paper: Paper,
  tag: Tag,
  links: Links,
  pictures: Pictures,
  pageOf: (id: string) => number = () => 0,
): Setting {
  const { left: x, fullWidth: width, measure } = paper
  return { paper, x, width, measure, tag, frames: [], type: types.text, links, pictures, depth: 0, pageOf }
}

/** The same setting moved in from the side where its lines begin, within a tag of its own. */
export function movedIn(
  setting: Setting,
  by: number,
  tag: Tag,
  { fromRight = false, frame, side }: Side = {},
): Setting {
  return {
    ...setting,
    x: fromRight ? setting.x : setting.x + by,
    width: setting.width - by,
    measure: setting.measure - by,
    tag,
    ...(side && { side }),
    frames: frame ? [...setting.frames, frame] : setting.frames,
  }
}
