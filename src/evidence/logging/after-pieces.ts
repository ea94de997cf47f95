import type { Db } from '../../database.js'
import type { FactOf } from '../../facts/facts.js'
import { after, itself, type Renewal } from '../../search/renewals.js'
import type { evidenceFacts } from '../facts.js'

/** Whatever changes what a piece says or how far it goes. */
const changing = [
  'evidence logged',
  'evidence revised',
  'evidence shared',
  'evidence narrowed',
  'evidence withdrawn',
  'evidence put back',
  'draft erased',
  'evidence erased',
  'consent recorded',
  'consent withdrawn',
  'files added',
  'file of a capture arrived',
  'file read',
  'picture described',
  'file erased',
  'file replaced',
  'version of a file brought back',
  'picture covered',
  'text of a file written',
  'pupil flagged',
  'pupil cleared',
  'name in evidence replaced',
  'name in evidence written again',
  'agreements ended',
  'school refusal recorded',
  'school refusal lifted',
] satisfies (keyof typeof evidenceFacts)[]

/** After a deed with pieces, what leans on them or tells of them is read into the index again. @param records of these pieces */
export function afterPieces(records: (db: Db, pieces: string[]) => string[] | Promise<string[]>): Renewal {
  return after(changing, async (fact, db) => {
    const pieces = await piecesOf(db, fact)
    return pieces.length === 0 ? [] : records(db, pieces)
  })
}

async function piecesOf(db: Db, fact: FactOf<(typeof changing)[number]>): Promise<string[]> {
  if (fact.kind === 'agreements ended') return (fact as FactOf<'agreements ended'>).details.pieces
  if (fact.kind !== 'school refusal recorded' && fact.kind !== 'school refusal lifted') return itself(fact)
  const rows = await db
    .selectFrom('evidenceSchools')
    .select('evidenceId')
    .where('schoolId', '=', fact.aboutId)
    .execute()
  return rows.map(row => row.evidenceId)
}
