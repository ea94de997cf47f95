import { type Db, inOne, type Trx } from '../../database.js'
import { Conflict, NotFound } from '../../errors.js'
import { type PartsKnow, partsKnow } from '../../enquiries/stages/stage-parts.js'
import { newId } from '../../web/new-id.js'
import { now } from '../../web/now.js'
import { evidenceByIds, type Piece } from '../evidence.js'
import type { DoneTogether } from '../tables.js'
import type { Around, ManyAct } from './acts.js'

/** What was chosen: an act, and one of its choices. */
export interface Chosen {
  act: ManyAct
  value: string
  text: string
}

/** What the person can choose, by `<act>:<value>`. @param know what others on the page know */
export async function choicesFor(
  db: Db,
  around: Around,
  acts: ManyAct[],
  know: PartsKnow = partsKnow(db, around.enquiry),
) {
  const groups: { label: string; options: { value: string; text: string; chosen: Chosen }[] }[] = []
  for (const act of acts) {
    const choices = await act.choices(db, around, await know(act))
    if (choices.length === 0) continue
    const options = choices.map(({ value, text }) => ({
      value: `${act.name}:${value}`,
      text,
      chosen: { act, value, text },
    }))
    groups.push({ label: act.label, options })
  }
  return groups
}

export interface Sorted {
  free: Piece[]
  hindered: { piece: Piece; because: string }[]
}

/** To which of the pieces it can be done, and why not to the others. */
export async function sorted(db: Db, around: Around, pieces: Piece[], { act, value }: Chosen): Promise<Sorted> {
  const why = await act.hinders(db, around, pieces, value)
  return {
    free: pieces.filter(piece => !why.has(piece.id)),
    hindered: pieces.flatMap(piece => (why.has(piece.id) ? [{ piece, because: why.get(piece.id)! }] : [])),
  }
}

/**
 * Does it to all that are free, in one transaction, and keeps what was done so that it can be taken back.
 * @throws Conflict when it can be done to none of them
 */
export async function doTogether(db: Db, around: Around, pieces: Piece[], chosen: Chosen): Promise<string> {
  return inOne(db, async trx => {
    const { free, hindered } = await sorted(trx, around, pieces, chosen)
    if (free.length === 0)
      throw new Conflict('This can be done to none of these pieces any more. Look at the list again.')
    const done = await chosen.act.does(trx, around, free, chosen.value)
    return keep(trx, around, chosen, {
      done: JSON.stringify(done.map(({ piece, was }) => ({ id: piece.id, was }))),
      leftOver: JSON.stringify(hindered.map(({ piece, because }) => ({ id: piece.id, because }))),
    })
  })
}

async function keep(
  trx: Trx,
  { person, enquiry }: Around,
  { act, value, text }: Chosen,
  outcome: Pick<DoneTogether, 'done' | 'leftOver'>,
): Promise<string> {
  const id = newId()
  const of = { groupId: enquiry.groupId, personId: person.id, act: act.name, value, said: text }
  await trx
    .insertInto('doneTogether')
    .values({ id, ...of, ...outcome, doneAt: now(), undoneAt: null })
    .execute()
  return id
}

/** What somebody did to many pieces; for themselves alone. @throws NotFound */
export async function findDoneTogether(db: Db, { person, enquiry }: Around, id: string): Promise<DoneTogether> {
  return db
    .selectFrom('doneTogether')
    .selectAll()
    .where('id', '=', id)
    .where('groupId', '=', enquiry.groupId)
    .where('personId', '=', person.id)
    .executeTakeFirstOrThrow(() => new NotFound('page'))
}

/** Takes it back for all of them. @throws Conflict when it cannot be taken back, or was already */
export async function undoTogether(db: Db, around: Around, row: DoneTogether, acts: ManyAct[]): Promise<void> {
  const act = acts.find(one => one.name === row.act)
  if (!act?.undoes) throw new Conflict('This cannot be taken back for all of them at once.')
  await inOne(db, async trx => {
    const taken = await trx
      .updateTable('doneTogether')
      .set({ undoneAt: now() })
      .where('id', '=', row.id)
      .where('undoneAt', 'is', null)
      .executeTakeFirst()
    if (taken.numUpdatedRows === 0n) throw new Conflict('This was taken back already.')
    await act.undoes!(trx, around, await doneIn(trx, around, row), row.value)
  })
}

/** The pieces to which it was done, as far as the person still reads them. */
export async function doneIn(db: Db, { person }: Around, row: DoneTogether) {
  const kept = JSON.parse(row.done) as { id: string; was: string }[]
  const pieces = await inOrder(
    db,
    person,
    kept.map(one => one.id),
  )
  return pieces.map(piece => ({ piece, was: kept.find(one => one.id === piece.id)!.was }))
}

export async function leftOverIn(db: Db, { person }: Around, row: DoneTogether) {
  const kept = JSON.parse(row.leftOver) as { id: string; because: string }[]
  const pieces = await inOrder(
    db,
    person,
    kept.map(one => one.id),
  )
  return pieces.map(piece => ({ piece, because: kept.find(one => one.id === piece.id)!.because }))
}

async function inOrder(db: Db, person: Around['person'], ids: string[]): Promise<Piece[]> {
  return (await evidenceByIds(db, person, ids)).sort((one, other) => one.number - other.number)
}
