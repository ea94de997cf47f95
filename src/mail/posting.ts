import type { Db } from '../database.js'
import type { House } from '../house.js'
import { now } from '../web/now.js'
import { plural } from '../words/words.js'
import { doorOf, offAddress } from './doors.js'
import type { Letter } from './mail.js'
import { returns } from './returning.js'
import type { LetterToSend } from './tables.js'
import { lettersNotWantedBy, type LetterSort } from './wishes.js'

const minutes = 60_000
/** What comes within so many minutes of quiet goes out as one letter, and nobody waits longer for the first line of it. */
const quiet = 3 * minutes
const longest = 15 * minutes
const triedFor = 3 * 86_400_000
const keptFor = 7 * 86_400_000
const peopleAPass = 50

/**
 * Sends what waits, one letter for each person. Before a letter goes out it is put down when it may be tried again, so
 * that a workbench that is killed in between sends it once more at most, and later. What could not be sent is tried with
 * growing pauses and given up after three days, at once where the address does not exist.
 * @returns how many letters went out
 */
export async function postLetters(house: House, sorts: LetterSort[]): Promise<number> {
  if (!house.mail.leaves) return 0
  let sent = 0
  for (const personId of await whoseTurn(house.db)) if (await writeTo(house, sorts, personId)) sent += 1
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

async function whoseTurn(db: Db): Promise<string[]> {
  const rows = await waiting(db)
    .select('personId')
    .groupBy('personId')
    .having(eb => eb.or([eb(eb.fn.max('writtenAt'), '<=', ago(quiet)), eb(eb.fn.min('writtenAt'), '<=', ago(longest))]))
    .orderBy('personId')
    .limit(peopleAPass)
    .execute()
  return rows.map(row => row.personId)
}

async function writeTo(house: House, sorts: LetterSort[], personId: string): Promise<boolean> {
  const { db, mail, log } = house
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
  const letter = lettersTogether(person, wanted, { sorts, door: await doorOf(db, person), baseUrl: house.baseUrl })
  if (await mail.send(letter)) {
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

const mostLines = 12

/** One letter about everything that waits for somebody: a sentence and an address each, and how to stop them. */
export function lettersTogether(
  person: { name: string; email: string },
  lines: Pick<LetterToSend, 'says' | 'address' | 'letter'>[],
  { sorts, door, baseUrl }: { sorts: LetterSort[]; door: string; baseUrl: string },
): Letter {
  const more = lines.length - mostLines
  const kinds = [...new Set(lines.map(one => one.letter))]
  const stops = kinds.map(kind => {
    const name = sorts.find(one => one.letter === kind)?.name ?? kind
    return `“${name}”: no more of these\n${offAddress(baseUrl, door, kind)}`
  })
  const parts = [
    `Hello ${person.name},`,
    ...lines.slice(0, mostLines).map(({ says, address }) => `${says}\n${baseUrl}${address}`),
    ...(more > 0 ? [`${plural(more, 'other thing stands', 'other things stand')} on Your day:\n${baseUrl}/`] : []),
    `You get this letter because you wanted to hear of:\n${stops.join('\n')}`,
    `All your letters: ${baseUrl}/letters`,
  ]
  const subject = lines.length === 1 ? lines[0]!.says.replace(/\.$/, '') : `${lines.length} things wait for you`
  return { to: person.email, subject, text: `${parts.join('\n\n')}\n`, off: offAddress(baseUrl, door, kinds[0]!) }
}

/** Looks every half minute for letters that can go out. @returns how to stop, which waits for what is on its way */
export function keepPosting(house: House, sorts: LetterSort[]): () => Promise<void> {
  let posting: Promise<unknown> | undefined
  const often = setInterval(() => {
    posting ??= postLetters(house, sorts)
      .catch((error: unknown) => house.log.error({ err: error }, 'letters that wait could not be posted'))
      .finally(() => (posting = undefined))
  }, minutes / 2)
  often.unref()
  return async () => {
    clearInterval(often)
    await posting
  }
}
