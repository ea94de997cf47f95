import type { Trx } from '../../database.js'
import { Conflict } from '../../errors.js'
import { record } from '../../facts/facts.js'
import type { Person } from '../../people/person.js'
import { now } from '../../web/now.js'
import type { WriteUpPart } from '../tables.js'
import { type FoundWriteUp, aboutWriteUp } from '../write-ups.js'

/** Gives the write-up another title. @throws Conflict when somebody else did so meanwhile */
export async function retitle(
  trx: Trx,
  writeUp: FoundWriteUp,
  person: Person,
  { title, was }: { title: string; was: string },
): Promise<void> {
  const done = await trx
    .updateTable('writeUps')
    .set({ title })
    .where('id', '=', writeUp.id)
    .where('title', '=', was)
    .executeTakeFirst()
  if (done.numUpdatedRows === 0n) throw new Conflict('Somebody else has given it another title meanwhile.')
  await record(trx, { kind: 'write-up called', by: person, ...aboutWriteUp(writeUp), title })
}

/** Words a part's heading anew. */
export async function reword(
  trx: Trx,
  writeUp: FoundWriteUp,
  part: WriteUpPart,
  person: Person,
  heading: string,
): Promise<void> {
  await trx.updateTable('writeUpParts').set({ heading }).where('id', '=', part.id).execute()
  await record(trx, { kind: 'part of a write-up called', by: person, ...aboutWriteUp(writeUp), part: heading })
}

/** Leaves a part out; its words stay and can be taken back in. */
export async function leaveOut(trx: Trx, writeUp: FoundWriteUp, part: WriteUpPart, person: Person): Promise<void> {
  await setLeftOut(trx, writeUp, part, person, now(), 'part of a write-up left out')
}

export async function takeIn(trx: Trx, writeUp: FoundWriteUp, part: WriteUpPart, person: Person): Promise<void> {
  await setLeftOut(trx, writeUp, part, person, null, 'part of a write-up taken in')
}

async function setLeftOut(
  trx: Trx,
  writeUp: FoundWriteUp,
  part: WriteUpPart,
  person: Person,
  leftOutAt: string | null,
  kind: 'part of a write-up left out' | 'part of a write-up taken in',
): Promise<void> {
  if ((part.leftOutAt === null) === (leftOutAt === null)) return

  await trx.updateTable('writeUpParts').set({ leftOutAt }).where('id', '=', part.id).execute()
  await record(trx, { kind, by: person, ...aboutWriteUp(writeUp), part: part.heading })
}
