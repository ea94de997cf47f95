import { inTheSameWords, type ValueOrSlot } from '../../database/in-the-same-words.js'
import type { Db } from '../../database.js'
import { waits } from '../../web/waiting.js'
import { now } from '../../web/now.js'
import { dayAndTime } from '../../words/words.js'
import type { Person } from '../person.js'

/** A second step that somebody else took off, as its owner reads of it. */
export interface SecondStepTakenOff {
  text: string
  seen: boolean
}

/** The newest first. */
export async function secondStepsTakenOffFor(db: Db, { id }: Person): Promise<SecondStepTakenOff[]> {
  const rows = await takenOff(db, id).execute()
  return rows.map(row => ({ text: takenOffInWords(row), seen: row.seenAt !== null }))
}

function takenOff(db: Db, personId: ValueOrSlot) {
  return db
    .selectFrom('secondStepsTakenOff')
    .leftJoin('people', 'people.id', 'secondStepsTakenOff.takenOffBy')
    .select(['people.name', 'secondStepsTakenOff.takenOffAt', 'secondStepsTakenOff.seenAt'])
    .where('secondStepsTakenOff.personId', '=', personId)
    .orderBy('secondStepsTakenOff.takenOffAt', 'desc')
}

/** Its owner has read of every one. */
export async function sawSecondStepTakenOff(db: Db, { id }: Person): Promise<void> {
  await db
    .updateTable('secondStepsTakenOff')
    .set({ seenAt: now() })
    .where('personId', '=', id)
    .where('seenAt', 'is', null)
    .execute()
}

/** Stands on Your day until its owner says that they have read it. */
export const secondStepTakenOff = waits({
  asks: inTheSameWords(
    ({ person }: { person: Person }) => ({ me: person.id }),
    (db, { me }) => takenOff(db, me).where('secondStepsTakenOff.seenAt', 'is', null),
  ),
  says: rows =>
    rows.map(row => ({
      text: takenOffInWords(row),
      href: '/account#second-step',
      action: 'See your second step',
      networkId: null,
    })),
})

function takenOffInWords(one: { name: string | null; takenOffAt: string }): string {
  const who = one.name ?? 'Whoever looks after the machine'
  return `${who} took off your second step on ${dayAndTime(one.takenOffAt)}. Since then your password alone opens the door.`
}
