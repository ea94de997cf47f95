import type { Db } from '../../database.js'
import type { FactOf } from '../../facts/facts.js'
import { after, afterMany, itself, type Renewal } from '../../search/renewals.js'
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
] satisfies (keyof typeof evidenceFacts)[]

/** The same of as many pieces as there are. */
const changingMany = [
  'agreements ended',
  'school refusal recorded',
  'school refusal lifted',
] satisfies (keyof typeof evidenceFacts)[]

/** After a deed with pieces, what leans on them or tells of them is read into the index again. @param records of these pieces */
export function afterPieces(records: (db: Db, pieces: string[]) => string[] | Promise<string[]>): Renewal[] {
  const of = async (pieces: string[], db: Db) => (pieces.length === 0 ? [] : records(db, pieces))
  return [
    after(changing, (fact, db) => of(itself(fact), db)),
    afterMany(changingMany, async (fact, db) => of(await manyPieces(db, fact), db)),
  ]
}

async function manyPieces(db: Db, fact: FactOf<(typeof changingMany)[number]>): Promise<string[]> {
  if (fact.kind === 'agreements ended') return (fact as FactOf<'agreements ended'>).details.pieces
  const rows = await db
    .selectFrom('evidenceSchools')
    .select('evidenceId')
    .where('schoolId', '=', fact.aboutId)
    .execute()
  return rows.map(row => row.evidenceId)
}
