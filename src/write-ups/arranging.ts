import type { Db } from '../database.js'
import { Conflict } from '../errors.js'
import { remember } from '../groups/history.js'
import type { Person } from '../people/person.js'
import { now } from '../web/now.js'
import type { WriteUpPart } from './tables.js'
import { type FoundWriteUp, publishableOf } from './write-ups.js'

/** Gives the write-up another title. @throws Conflict when somebody else did so meanwhile */
export async function retitle(
  db: Db,
  writeUp: FoundWriteUp,
  person: Person,
  { title, was }: { title: string; was: string },
): Promise<void> {
  await db.transaction().execute(async trx => {
    const done = await trx
      .updateTable('writeUps')
      .set({ title })
      .where('id', '=', writeUp.id)
      .where('title', '=', was)
      .executeTakeFirst()
    if (done.numUpdatedRows === 0n) throw new Conflict('Somebody else has given it another title meanwhile.')
    await tellHistory(trx, writeUp, person, `called the write-up “${title}”`)
  })
}

/** Words a part's heading anew. */
export async function reword(
  db: Db,
  writeUp: FoundWriteUp,
  part: WriteUpPart,
  person: Person,
  heading: string,
): Promise<void> {
  await db.transaction().execute(async trx => {
    await trx.updateTable('writeUpParts').set({ heading }).where('id', '=', part.id).execute()
    await tellHistory(trx, writeUp, person, `called a part of the write-up “${heading}”`)
  })
}

/** Leaves a part out; its words stay and can be taken back in. */
export async function leaveOut(db: Db, writeUp: FoundWriteUp, part: WriteUpPart, person: Person): Promise<void> {
  await set(db, writeUp, part, person, now(), `left “${part.heading}” out of the write-up`)
}

export async function takeIn(db: Db, writeUp: FoundWriteUp, part: WriteUpPart, person: Person): Promise<void> {
  await set(db, writeUp, part, person, null, `took “${part.heading}” into the write-up again`)
}

async function set(
  db: Db,
  writeUp: FoundWriteUp,
  part: WriteUpPart,
  person: Person,
  leftOutAt: string | null,
  did: string,
): Promise<void> {
  if ((part.leftOutAt === null) === (leftOutAt === null)) return
  await db.transaction().execute(async trx => {
    await trx.updateTable('writeUpParts').set({ leftOutAt }).where('id', '=', part.id).execute()
    await tellHistory(trx, writeUp, person, did)
  })
}

function tellHistory(trx: Db, writeUp: FoundWriteUp, person: Person, did: string): Promise<void> {
  return remember(trx, { ...publishableOf(writeUp), aboutKind: 'write-up', aboutId: writeUp.id }, person, did)
}
