import type { ActionInView } from '../actions/actions.js'
import type { Db } from '../database.js'
import { numberOf } from '../evidence/listing/cards.js'
import { evidenceVisibleTo, type Piece } from '../evidence/evidence.js'
import { filled, ofWhom } from '../evidence/loading-pieces.js'
import { kindNamed } from '../evidence/kinds.js'
import type { Reader } from '../names/reader.js'
import { day } from '../words/words.js'

const most = 40

/** What an effect in a school can rest on: what is linked to the action, then what was gathered there, newest first. */
export async function piecesToRestOn(
  db: Db,
  person: Reader,
  action: ActionInView,
  schoolId: string,
  already: Piece[],
): Promise<{ value: string; text: string }[]> {
  const rows = await evidenceVisibleTo(db, person)
    .innerJoin('evidenceSchools', 'evidenceSchools.evidenceId', 'evidence.id')
    .selectAll('evidence')
    .select(ofWhom)
    .where('evidence.groupId', '=', action.groupId)
    .where('evidence.sharedWithGroupAt', 'is not', null)
    .where('evidenceSchools.schoolId', '=', schoolId)
    .orderBy('evidence.number', 'desc')
    .limit(most)
    .execute()
  const all = [...already, ...action.evidence, ...(await filled(db, person, rows))].filter(piece => !piece.gap)
  const unique = new Map(all.map(piece => [piece.id, piece]))
  return [...unique.values()].map(piece => ({
    value: piece.id,
    text: `${numberOf(piece)} ${piece.title} (${kindNamed(piece.kind)}, ${day(piece.gatheredOn)})`,
  }))
}
