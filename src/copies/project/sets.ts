import type { XMLBuilder } from 'xmlbuilder2/lib/interfaces.js'
import { guidOf } from './guid.js'
import { nameOfPiece, type Writing } from './writing.js'

/** A piece that became several sources is a set of them. */
export function putSets(root: XMLBuilder, writing: Writing): void {
  const sourcesOf = (id: string) => writing.sources.get(id) ?? []
  const several = writing.copy.pieces.filter(piece => sourcesOf(piece.id).length > 1)
  if (several.length === 0) return
  const sets = root.ele('Sets')
  for (const piece of several) {
    const set = sets.ele('Set', { guid: guidOf('set', piece.id), name: nameOfPiece(writing, piece) })
    for (const guid of sourcesOf(piece.id)) set.ele('MemberSource', { targetGUID: guid })
  }
}
