import type { Db } from '../../database.js'
import { allow, NotFound } from '../../errors.js'
import type { Reader } from '../../names/reader.js'
import { findMeeting } from '../meetings.js'
import { mayKnowOfItem, mayOrderAgenda, mayPropose, mayReadItem } from '../permissions.js'
import { findItem } from './agenda.js'

type At = { meeting: string; item: string }

/** An item of a meeting of which this person may know. @throws NotFound */
export async function findItemOf(db: Db, person: Reader, at: At) {
  const found = await findMeeting(db, person, at.meeting)
  const item = await findItem(db, found.meeting, at.item)
  if (!mayKnowOfItem(found, item)) throw new NotFound('item of the agenda')
  return { found, item }
}

/** An item whose minutes are theirs to read. @throws NotFound */
export async function findItemToMinute(db: Db, person: Reader, at: At) {
  const there = await findItemOf(db, person, at)
  if (!mayReadItem(there.found, there.item)) throw new NotFound('item of the agenda')
  return there
}

/** An item that this person may change: any for whoever conducts the meeting, their own until it is settled. */
export async function findItemToChange(db: Db, person: Reader, at: At) {
  const there = await findItemOf(db, person, at)
  const { found, item } = there
  const isOwn = item.state === 'proposed' && item.proposedBy === person.id
  const sentence = 'Whoever chairs or notes the meeting puts the agenda in order.'
  allow(item.kind === 'item' && mayPropose(found) && (mayOrderAgenda(found) || isOwn), sentence)
  return there
}
