import type { XMLBuilder } from 'xmlbuilder2/lib/interfaces.js'
import { byName } from '../../words/words.js'
import { guidOf } from './guid.js'
import type { Writing } from './writing.js'
import { plainXml } from './xml.js'

/** Each school is a case, in alphabetical order, with the sources that come from it. */
export function putCases(cases: XMLBuilder, { copy, sources }: Writing): void {
  const schools = new Map(copy.pieces.flatMap(piece => piece.schools).map(school => [school.id, school]))
  for (const school of [...schools.values()].sort(byName)) {
    const element = cases.ele('Case', { guid: guidOf('school', school.id), name: plainXml(copy.called.school(school)) })
    for (const piece of copy.pieces.filter(one => one.schools.some(({ id }) => id === school.id)))
      for (const guid of sources.get(piece.id) ?? []) element.ele('SourceRef', { targetGUID: guid })
  }
  if (schools.size === 0) cases.remove()
}
