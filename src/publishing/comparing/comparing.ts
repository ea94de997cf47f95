import type { Document } from '../../documents/document.js'
import { comparedLines, type Line } from './comparing-lines.js'
import { pairsOf, type Part, partsOf, placesKept } from './pairing-parts.js'

export interface ComparedPart {
  heading: string
  /** What the part was called before, where that is something else. */
  was: string
  state: 'same' | 'changed' | 'new' | 'gone'
  moved: boolean
  lines: Line[]
}

const MILLISECONDS = 1500

/** Two editions of the same work, part by part, in words. What may not be shown any more is in neither of them. */
export function comparedParts(before: Document, after: Document): ComparedPart[] {
  const [old, young] = [partsOf(before), partsOf(after)]
  const end = Date.now() + MILLISECONDS
  const pairs = pairsOf(old, young)
  const inPlace = placesKept(old, young, pairs)
  const compared = young.map((part, place): ComparedPart => {
    const earlier = [...pairs].find(([, one]) => one === part)?.[0]
    if (!earlier) return { heading: part.heading, was: '', state: 'new', moved: false, lines: whole(part, 'added') }
    const lines = comparedLines(earlier.blocks, part.blocks, end)
    const was = earlier.heading === part.heading ? '' : earlier.heading
    const isSame = was === '' && lines.every(line => 'same' in line)
    return { heading: part.heading, was, state: isSame ? 'same' : 'changed', moved: !inPlace.has(place), lines }
  })
  return withGone(compared, old, pairs)
}

/** A part that is gone is told where it stood. */
function withGone(compared: ComparedPart[], old: Part[], pairs: Map<Part, Part>): ComparedPart[] {
  const all = [...compared]
  old.forEach((part, place) => {
    if (pairs.has(part)) return
    const above = old
      .slice(0, place)
      .reverse()
      .find(one => pairs.has(one))
    const at = above ? all.findIndex(one => one.heading === pairs.get(above)!.heading) + 1 : 0
    all.splice(at, 0, { heading: part.heading, was: '', state: 'gone', moved: false, lines: whole(part, 'removed') })
  })
  return all
}

function whole(part: Part, how: 'added' | 'removed'): Line[] {
  return part.blocks.map(words => ({ stretches: [{ how, words }] }))
}
