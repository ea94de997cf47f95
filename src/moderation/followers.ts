import type { Db } from '../database.js'
import { lettersAfter } from '../mail/following.js'
import { day } from '../words/words.js'
import type { ModerationRound } from './tables.js'
import { dateOfRound } from './year/dates.js'

/** Each who judges hears that they can begin, with the day by which they have judged. */
const tellOfBeginning = lettersAfter({
  name: 'letters of moderation rounds that begin',
  follows: ['moderation round begun'],
  async write({ db, baseUrl }, { aboutId, personId }) {
    const round = await roundWithId(db, aboutId)
    if (!round || round.openedAt) return []
    const text = `You are asked to judge pupils’ work in “${round.title}”, alone and by ${day(round.judgeBy)}. Nobody sees what you say before all have judged.\n\n${baseUrl}${addressOf(round)}\n`
    const to = await addressesOf(db, round, personId)
    return to.map(address => ({
      to: address,
      subject: `Judge by ${day(round.judgeBy)}: ${round.title}`,
      text,
      date: dateOfRound(round),
    }))
  },
})

const tellOfOpening = lettersAfter({
  name: 'letters of moderation rounds that are opened',
  follows: ['moderation round opened'],
  async write({ db, baseUrl }, { aboutId, personId }) {
    const round = await roundWithId(db, aboutId)
    if (!round || round.finishedAt) return []
    const text = `“${round.title}” is open: what each of you said of the same pieces stands side by side. Talk about what differs, and write down together what you agree.\n\n${baseUrl}${addressOf(round)}\n`
    const to = await addressesOf(db, round, personId)
    return to.map(address => ({ to: address, subject: `Now together: ${round.title}`, text }))
  },
})

export const moderationFollowers = [tellOfBeginning, tellOfOpening]

function addressOf({ networkId, id }: ModerationRound): string {
  return `/networks/${networkId}/moderation/${id}`
}

function roundWithId(db: Db, id: string | null): Promise<ModerationRound | undefined> {
  return db.selectFrom('moderationRounds').selectAll().where('id', '=', id).executeTakeFirst()
}

async function addressesOf(db: Db, round: ModerationRound, butFor: string | null): Promise<string[]> {
  const rows = await db
    .selectFrom('moderationJudges')
    .innerJoin('people', 'people.id', 'moderationJudges.personId')
    .select(['people.id', 'people.email'])
    .where('roundId', '=', round.id)
    .where('leftAt', 'is', null)
    .where('people.disabledAt', 'is', null)
    .execute()
  return rows.filter(row => row.id !== butFor).map(row => row.email)
}
