import type { Db, Trx } from '../../database.js'
import { unread } from '../../names/names.js'
import type { Person } from '../../people/person.js'
import { stageKeys } from '../../stages.js'
import { putText, textsOfMany } from '../../texts/texts.js'
import { newId } from '../../web/new-id.js'
import { now } from '../../web/now.js'
import { plural } from '../../words/words.js'
import type { Enquiry } from '../enquiry.js'
import { carryChallenges, openChallenges } from './carrying-challenges.js'
import type { Carrying, Offer } from './between-cycles.js'

/** Challenges to a stage that nobody has answered ask the same of the stage of the next cycle. */
export const challengesGoAlong: Carrying = {
  name: 'challenges',
  async offered(db, { id }) {
    const stages = stageKeys.map(stage => `${id}.${stage}`)
    const count = (await openChallenges(db, 'stage', stages)).length
    return offer(count, 'challenge that waits for an answer', 'challenges that wait for an answer', {
      hint: 'Each asks the same of the stage in the next cycle, and still waits there. Those put to a claim go along with it.',
      isUsual: true,
    })
  },
  async take(trx, from, to) {
    for (const stage of stageKeys) await carryChallenges(trx, 'stage', `${from.id}.${stage}`, `${to.id}.${stage}`)
  },
}

/** Where each school starts from, as it stood at the end. */
export const contextCardsGoAlong: Carrying = {
  name: 'context-cards',
  async offered(db, { id }) {
    return offer(await countOf(db, 'contextCards', id), 'context card', 'context cards', {
      hint: 'A copy for each school that still takes part, with its words. What is written on it now changes the copy only.',
      isUsual: true,
    })
  },
  async take(trx, from, to, person) {
    const cards = await trx.selectFrom('contextCards').selectAll().where('enquiryId', '=', from.id).execute()
    const still = cards.filter(card => from.schoolIds.includes(card.schoolId))
    const texts = await textsOfMany(
      trx,
      'context-card',
      still.map(card => card.id),
    )
    for (const card of still) {
      const copy = { ...card, id: newId(), enquiryId: to.id, addedAt: now(), addedBy: person.id }
      await trx.insertInto('contextCards').values(copy).execute()
      for (const [field, { body }] of Object.entries(texts[card.id] ?? {}))
        await putText(trx, { kind: 'context-card', owner: copy.id, field }, unread(body), person)
    }
  },
}

export const expertiseGoesAlong: Carrying = {
  name: 'expertise',
  async offered(db, { id }) {
    return offer(await countOf(db, 'expertise', id), 'line of who knows how', 'lines of who knows how', {
      hint: 'A copy of each line. Take out who has left.',
      isUsual: true,
    })
  },
  take: (trx, from, to, person) => copyRecords(trx, 'expertise', from, to, person),
}

export const signsGoAlong: Carrying = {
  name: 'signs',
  async offered(db, { id }) {
    return offer(await countOf(db, 'successSigns', id), 'sign of success', 'signs of success', {
      hint: 'A copy of each, so that both cycles can be held against the same signs.',
      isUsual: true,
    })
  },
  take: (trx, from, to, person) => copyRecords(trx, 'successSigns', from, to, person),
}

/** `3 claims`, or nothing where there is none. */
export function offer(count: number, one: string, many: string, rest: Omit<Offer, 'text'>): Offer | undefined {
  return count === 0 ? undefined : { text: plural(count, one, many), ...rest }
}

async function countOf(db: Db, table: 'contextCards' | 'expertise' | 'successSigns', cycle: string): Promise<number> {
  const row = await db
    .selectFrom(table as 'expertise')
    .select(eb => eb.fn.countAll<number>().as('count'))
    .where('enquiryId', '=', cycle)
    .executeTakeFirstOrThrow()
  return Number(row.count)
}

async function copyRecords(
  trx: Trx,
  table: 'expertise' | 'successSigns',
  from: Enquiry,
  to: { id: string },
  person: Person,
): Promise<void> {
  const rows = await trx
    .selectFrom(table as 'expertise')
    .selectAll()
    .where('enquiryId', '=', from.id)
    .orderBy('addedAt')
    .orderBy('id')
    .execute()
  for (const row of unread(rows)) {
    const copy = { ...row, id: newId(), enquiryId: to.id, addedAt: now(), addedBy: person.id }
    await trx
      .insertInto(table as 'expertise')
      .values(copy)
      .execute()
  }
}
