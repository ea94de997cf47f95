import { inTheSameWords, type ValueOrSlot } from '../../database/in-the-same-words.js'
import type { Db } from '../../database.js'
import type { Around } from '../../enquiries/around.js'
import { isWritten, textsOfMany } from '../../texts/texts.js'
import { type Waiting, waits } from '../../web/waiting.js'
import { daysAfter } from '../../web/now.js'
import { noteKind, noteOwner } from '../notes/notes.js'

/** The last weeks in which somebody is asked what they saw. */
const noteDays = 28
/** After so many days they are asked what came of it, and for so many more. */
const laterDays = { from: 42, until: 84 }

/** After a visit: write what was best, before it fades. Asked until one word is written, or they say there is none. */
export const notesToWrite = waits({
  asks: inTheSameWords(
    ({ person, today }: Around) => ({ me: person.id, from: daysAfter(today, -noteDays), until: today }),
    (db, slots) => visitsMade(db, slots, 'noteSettledAt'),
  ),
  async says(rows, { db, person }) {
    const texts = await textsOn(db, person.id, rows)
    return rows
      .filter(row => !Object.values(texts[noteOwner(row.id, person.id)] ?? {}).some(isWritten))
      .map((row): Waiting => ({
        text: `You were on a visit: “${row.title}”. What was best there?`,
        href: `/networks/${row.networkId}/visits/${row.id}/notes`,
        action: 'Write your note',
        networkId: row.networkId,
      }))
  },
})

/** Some weeks later, once: what came of the thing that they took home. */
export const whatCameOfIt = waits({
  asks: inTheSameWords(
    ({ person, today }: Around) => ({
      me: person.id,
      from: daysAfter(today, -laterDays.until),
      until: daysAfter(today, -laterDays.from),
    }),
    (db, slots) => visitsMade(db, slots, 'cameOfSettledAt'),
  ),
  async says(rows, { db, person }) {
    const texts = await textsOn(db, person.id, rows)
    return rows
      .filter(row => {
        const own = texts[noteOwner(row.id, person.id)] ?? {}
        return isWritten(own.takeHome) && !isWritten(own.cameOfIt)
      })
      .map((row): Waiting => ({
        text: `Some weeks ago you took something home from “${row.title}”. What came of it?`,
        href: `/networks/${row.networkId}/visits/${row.id}/notes#f-cameOfIt`,
        action: 'Say what came of it',
        networkId: row.networkId,
      }))
  },
})

function visitsMade(
  db: Db,
  { me, from, until }: { me: ValueOrSlot; from: ValueOrSlot; until: ValueOrSlot },
  settled: 'noteSettledAt' | 'cameOfSettledAt',
) {
  return db
    .selectFrom('visitBookings')
    .innerJoin('visits', 'visits.id', 'visitBookings.visitId')
    .innerJoin('visitSlots', 'visitSlots.id', 'visitBookings.slotId')
    .select(['visits.id', 'visits.networkId', 'visits.title'])
    .distinct()
    .where('visitBookings.personId', '=', me)
    .where('visitBookings.state', '=', 'booked')
    .where('visitBookings.missedAt', 'is', null)
    .where(`visitBookings.${settled}`, 'is', null)
    .where('visitSlots.cancelledAt', 'is', null)
    .where('visitSlots.lastDay', '>=', from)
    .where('visitSlots.lastDay', '<', until)
}

async function textsOn(db: Db, personId: string, rows: { id: string }[]) {
  return textsOfMany(
    db,
    noteKind,
    rows.map(row => noteOwner(row.id, personId)),
  )
}
