import { inTheSameWords } from '../../database/in-the-same-words.js'
import type { Db, Trx } from '../../database.js'
import type { Around } from '../../enquiries/around.js'
import { NotFound } from '../../errors.js'
import { record } from '../../facts/facts.js'
import { lettersAfter } from '../../mail/following.js'
import type { Reader } from '../../names/reader.js'
import type { Network } from '../../networks/tables.js'
import type { KnowsHow, KnowsHowOf } from '../../networks/year.js'
import type { Person } from '../../people/person.js'
import { newId } from '../../web/new-id.js'
import { now } from '../../web/now.js'
import { quoted, type Waiting, waits } from '../../web/waiting.js'
import type { KnowHowLetter } from '../tables.js'
import { whoKnowsHow } from './know-hows.js'

/** What one colleague may be asked about. @throws NotFound where nobody said that this person may be asked */
export async function findColleague(
  db: Db,
  knowsHow: KnowsHowOf[],
  person: Reader,
  network: Network,
  id: string,
): Promise<KnowsHow[]> {
  const lines = (await whoKnowsHow(db, knowsHow, person, network, '')).filter(one => one.personId === id)
  if (lines.length === 0 || id === person.id) throw new NotFound('colleague')
  return lines
}

/** Asks a colleague; the letter goes after the commit, and the question waits on their day. */
export async function askColleague(
  trx: Trx,
  network: Pick<Network, 'id'>,
  colleague: { personId: string; about: string },
  words: string,
  person: Person,
): Promise<void> {
  const id = newId()
  const { personId: toPerson, about } = colleague
  const letter = { id, networkId: network.id, toPerson, fromPerson: person.id, about, words }
  await trx
    .insertInto('knowHowLetters')
    .values({ ...letter, writtenAt: now(), answeredAt: null })
    .execute()
  await record(trx, {
    ...{ kind: 'colleague asked', by: person, networkId: network.id },
    ...{ aboutKind: 'question', aboutId: id },
  })
}

/** A question that somebody was asked. @throws NotFound for everybody else */
export async function findQuestionToMe(db: Db, person: Person, id: string): Promise<KnowHowLetter> {
  return db
    .selectFrom('knowHowLetters')
    .selectAll()
    .where('id', '=', id)
    .where('toPerson', '=', person.id)
    .executeTakeFirstOrThrow(() => new NotFound('question'))
}

/** Whoever asked, with the address to which the answer goes. */
export function whoAsked(
  db: Db,
  { fromPerson }: Pick<KnowHowLetter, 'fromPerson'>,
): Promise<{ name: string; email: string }> {
  return db.selectFrom('people').select(['name', 'email']).where('id', '=', fromPerson).executeTakeFirstOrThrow()
}

/** The one who was asked has answered, however they did. */
export async function answered(trx: Trx, letter: KnowHowLetter, person: Person): Promise<void> {
  if (letter.answeredAt) return
  await trx.updateTable('knowHowLetters').set({ answeredAt: now() }).where('id', '=', letter.id).execute()
  await record(trx, {
    ...{ kind: 'question answered', by: person, networkId: letter.networkId },
    ...{ aboutKind: 'question', aboutId: letter.id },
  })
}

export const questionsToMe = waits({
  asks: inTheSameWords(
    ({ person }: Around) => ({ me: person.id }),
    (db, { me }) =>
      db
        .selectFrom('knowHowLetters')
        .innerJoin('people', 'people.id', 'knowHowLetters.fromPerson')
        .select(['knowHowLetters.id', 'knowHowLetters.networkId', 'knowHowLetters.about', 'people.name'])
        .where('knowHowLetters.toPerson', '=', me)
        .where('knowHowLetters.answeredAt', 'is', null)
        .orderBy('knowHowLetters.writtenAt'),
  ),
  says: rows =>
    rows.map((row): Waiting => ({
      text: `${row.name} asks you about ${quoted(row.about, 60)}`,
      href: `/networks/${row.networkId}/who-knows-how/questions/${row.id}`,
      action: 'Read the question',
      networkId: row.networkId,
    })),
})

/** Goes to the colleague with the address of whoever asks, so that the answer takes no detour. */
export const letterToColleague = lettersAfter({
  name: 'questions to colleagues',
  letter: 'questions',
  follows: ['colleague asked'],
  async write({ db, baseUrl }, { aboutId }) {
    const row = await db
      .selectFrom('knowHowLetters')
      .innerJoin('people as asking', 'asking.id', 'knowHowLetters.fromPerson')
      .innerJoin('people as asked', 'asked.id', 'knowHowLetters.toPerson')
      .select(['knowHowLetters.id', 'knowHowLetters.networkId', 'knowHowLetters.about', 'knowHowLetters.words'])
      .select(['asking.name', 'asking.email as answerTo', 'asked.email'])
      .where('knowHowLetters.id', '=', aboutId)
      .where('knowHowLetters.answeredAt', 'is', null)
      .where('asked.disabledAt', 'is', null)
      .executeTakeFirst()
    if (!row) return []
    const text = `${row.name} found that you know about “${row.about}”, and asks:\n\n${row.words}\n\nYou can write straight to ${row.answerTo}. When you have answered, say so here:\n${baseUrl}/networks/${row.networkId}/who-knows-how/questions/${row.id}\n`
    return [{ to: row.email, subject: `${row.name} would like to know`, text }]
  },
})
