import type { FoundCode } from '../../files/reading/project/found-project.js'
import { folded } from '../../words/folded.js'
import { type CodeInBook } from '../codebook/book.js'
import { type Colour, colours } from '../codebook/colours.js'
import { codeNamed } from '../codebook/keeping-codes.js'

const longestName = 80
const longestDescription = 4000

/** What becomes of a code of another program's book: a new one, or one that the group has by that name. */
export interface CodeToBring {
  guid: string
  name: string
  description: string
  colour: Colour
  parent: string
  notes: string[]
  known: CodeInBook | null
  /** How it is called there, where it has to be called otherwise here. */
  calledThere: string | null
}

/**
 * The codes of a book from elsewhere as they will stand here, each after the one it stands under. A name is there once in a group: the
 * second of a name says what it stands under.
 */
export function codesToBring(found: FoundCode[], book: CodeInBook[]): CodeToBring[] {
  const taken = new Set<string>()
  const names = new Map(found.map(code => [code.guid, code.name]))
  return found
    .filter(code => code.name !== '')
    .map(code => {
      const name = freeName(code, names.get(code.parent) ?? '', taken)
      taken.add(folded(name))
      return {
        guid: code.guid,
        name,
        description: code.description.slice(0, longestDescription),
        colour: nearest(code.colour),
        parent: code.parent,
        notes: code.notes,
        known: codeNamed(book, name) ?? null,
        calledThere: name === code.name ? null : code.name,
      }
    })
}

function freeName({ name }: FoundCode, parent: string, taken: Set<string>): string {
  const short = [...name.replace(/\s+/g, ' ')].slice(0, longestName).join('').trim()
  if (!taken.has(folded(short))) return short
  for (let at = 1; ; at += 1) {
    const more = at === 1 && parent ? ` (${parent})` : ` (${at + 1})`
    const tried = `${short.slice(0, longestName - Math.min(more.length, 40))}${more.slice(0, 40)}`
    if (!taken.has(folded(tried))) return tried
  }
}

const dots: Record<Colour, [number, number, number]> = {
  sea: [31, 111, 139],
  clay: [160, 82, 45],
  fern: [79, 122, 58],
  plum: [122, 62, 109],
  amber: [154, 107, 0],
  slate: [85, 99, 107],
  violet: [91, 75, 154],
  rose: [163, 58, 90],
}

/** The colour of our palette that is most like one of theirs. */
function nearest(colour: string): Colour {
  const [, red, green, blue] = /^#?([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(colour.trim()) ?? []
  if (!red || !green || !blue) return 'slate'
  const theirs = [red, green, blue].map(part => parseInt(part, 16))
  const away = (key: Colour) => dots[key].reduce((sum, part, at) => sum + (part - theirs[at]!) ** 2, 0)
  return colours.reduce((best, { key }) => (away(key) < away(best) ? key : best), colours[0].key as Colour)
}
