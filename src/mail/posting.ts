import type { Db } from '../database.js'
import type { House } from '../house.js'
import type { Follower } from '../facts/followers.js'
import { now } from '../web/now.js'
import { doorOf } from './doors.js'
import { returns } from './returning.js'
import type { LetterToSend } from './tables.js'
import { lettersTogether, WhatIsSaid } from './together.js'
import { lettersNotWantedBy, type LetterSort } from './wishes.js'

const minutes = 60_000
/** What comes within so many minutes of quiet goes out as one letter, and nobody waits longer for the first line of it. */
const pauses = { quiet: 3 * minutes, longest: 15 * minutes }
const triedFor = 3 * 86_400_000
const keptFor = 7 * 86_400_000
const peopleAPass = 50

/** What the post needs to know of the rooms. */
interface BroughtToPost {
  letters: LetterSort[]
  followers: Follower[]
}

/**
 * Sends what waits, one letter for each person. Before a letter goes out it is put down when it may be tried again, so
 * that a workbench that is killed in between sends it once more at most, and later. What could not be sent is tried with
 * growing pauses and given up after three days, at once where the address does not exist.
 * @param after how long there must have been quiet, in milliseconds
 * @returns how many letters went out
 */
export async function postLetters(house: House, brought: BroughtToPost, after = pauses): Promise<number> {
  if (!house.mail.leaves) return 0
  let sent = 0
  const said = new WhatIsSaid(house, brought.followers)
  for (const personId of await whoseTurn(house.db, after))
    if (await writeTo(house, { sorts: brought.letters, said }, personId)) sent += 1
  const before = ago(keptFor)
  await house.db
    .deleteFrom('lettersToSend')
    .where(eb => eb.or([eb('sentAt', '<', before), eb('givenUpAt', '<', before)]))
    .execute()
  return sent
}

function ago(milliseconds: number): string {
  return new Date(Date.parse(now()) - milliseconds).toISOString()
}

function waiting(db: Db) {
  return db
    .selectFrom('lettersToSend')
    .where('sentAt', 'is', null)
    .where('givenUpAt', 'is', null)
    .where(eb => eb.or([eb('nextAt', 'is', null), eb('nextAt', '<=', now())]))
}

async function whoseTurn(db: Db, { quiet, longest }: typeof pauses): Promise<string[]> {
  const rows = await waiting(db)
    .select('personId')
    .groupBy('personId')
    .having(eb => eb.or([eb(eb.fn.max('writtenAt'), '<=', ago(quiet)), eb(eb.fn.min('writtenAt'), '<=', ago(longest))]))
    .orderBy('personId')
    .limit(peopleAPass)
    .execute()
  return rows.map(row => row.personId)
}

async function writeTo(
  house: House,
  { sorts, said }: { sorts: LetterSort[]; said: WhatIsSaid },
  personId: string,
): Promise<boolean> {
  const { db, mail, log, baseUrl } = house
  const lines = await waiting(db).selectAll().where('personId', '=', personId).orderBy('writtenAt').execute()
  const person = await db
    .selectFrom('people')
    .select(['id', 'name', 'email'])
    .where('id', '=', personId)
    .where('disabledAt', 'is', null)
    .executeTakeFirst()
  const not = person ? await lettersNotWantedBy(db, person) : new Set<string>()
  const wanted = person ? lines.filter(one => !not.has(one.letter) && one.writtenAt > ago(triedFor)) : []
  await giveUp(
    db,
    lines.filter(one => !wanted.includes(one)),
  )
  if (!person || wanted.length === 0) return false
  await putOff(db, wanted)
  const parts = await said.to(person, wanted)
  if (parts.length === 0) {
    // What they told of is not so any more.
    await giveUp(db, wanted)
    return false
  }
  if (await mail.send(lettersTogether(person, parts, { sorts, door: await doorOf(db, person), baseUrl }))) {
    await db.updateTable('lettersToSend').set({ sentAt: now() }).where('id', 'in', idsOf(wanted)).execute()
    return true
  }
  if (await returns(db, person.email)) await giveUp(db, wanted)
  else log.warn({ person: personId }, 'letters could not be sent, and are tried again')
  return false
}

function idsOf(lines: LetterToSend[]): string[] {
  return lines.map(line => line.id)
}

async function giveUp(db: Db, lines: LetterToSend[]): Promise<void> {
  if (lines.length === 0) return
  await db.updateTable('lettersToSend').set({ givenUpAt: now() }).where('id', 'in', idsOf(lines)).execute()
}

/** One minute, then 4, 16 and so on, six hours at most. */
function pauseAfter(tries: number): number {
  return Math.min(minutes * 4 ** (tries - 1), 360 * minutes)
}

async function putOff(db: Db, lines: LetterToSend[]): Promise<void> {
  for (const { id, tries } of lines) {
    const next = new Date(Date.parse(now()) + pauseAfter(tries + 1)).toISOString()
    await db
      .updateTable('lettersToSend')
      .set({ tries: tries + 1, nextAt: next })
      .where('id', '=', id)
      .execute()
  }
}

/** Looks at once and then every half minute for letters that can go out. @returns how to stop, which waits for what is on its way */
export function keepPosting(house: House, brought: BroughtToPost): () => Promise<void> {
  let posting: Promise<unknown> | undefined
  const post = () => {
    posting ??= house.engine
      .leads()
      .then(ours => (ours ? postLetters(house, brought) : 0))
      .catch((error: unknown) => house.log.error({ err: error }, 'letters that wait could not be posted'))
      .finally(() => (posting = undefined))
  }
  post()
  const often = setInterval(post, minutes / 2)
  often.unref()
  return async () => {
    clearInterval(often)
    await posting
  }
}
