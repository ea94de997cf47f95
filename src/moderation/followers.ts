import type { Db } from '../database.js'
import { lettersAfter } from '../mail/following.js'
import type { LetterSort } from '../mail/wishes.js'
import { day } from '../words/words.js'
import type { ModerationRound } from './tables.js'
import { dateOfRound } from './year/dates.js'

export const moderationLetters: LetterSort[] = [
  {
    letter: 'moderation',
    name: 'I judge pupils’ work with others',
    holds: 'When you can begin, alone, and when what each of you said is open to all.',
    of: 'Looking at ourselves',
  },
  {
    letter: 'moderation-wishes',
    name: 'Somebody asks to judge with us',
    holds: 'When you lead a round and somebody asks to be let in, and when your own wish has an answer.',
    of: 'Looking at ourselves',
  },
]

/** Each who judges hears that they can begin, with the day by which they have judged. */
const tellOfBeginning = lettersAfter({
  name: 'letters of moderation rounds that begin',
  letter: 'moderation',
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
  letter: 'moderation',
  follows: ['moderation round opened'],
  async write({ db, baseUrl }, { aboutId, personId }) {
    const round = await roundWithId(db, aboutId)
    if (!round || round.finishedAt) return []
    const text = `“${round.title}” is open: what each of you said of the same pieces stands side by side. Talk about what differs, and write down together what you agree.\n\n${baseUrl}${addressOf(round)}\n`
    const to = await addressesOf(db, round, personId)
    return to.map(address => ({ to: address, subject: `Now together: ${round.title}`, text }))
  },
})

const askLeader = lettersAfter({
  name: 'letters of wishes to judge',
  letter: 'moderation-wishes',
  follows: ['asked to judge in a moderation round'],
  async write({ db, baseUrl }, { aboutId, personId }) {
    const round = await roundWithId(db, aboutId)
    if (!round || round.openedAt) return []
    const wish = await wishOf(db, aboutId, personId)
    if (wish?.answer) return []
    const [leader, asker] = [await personWithId(db, round.leaderId), await personWithId(db, personId)]
    if (!leader || !asker) return []
    const text = `${asker.name} asks to judge in “${round.title}”, which you lead. Say yes or no:\n\n${baseUrl}${addressOf(round)}\n`
    return [{ to: leader.email, subject: `${asker.name} asks to judge: ${round.title}`, text }]
  },
})

const tellOfAnswer = lettersAfter({
  name: 'letters of answers to wishes to judge',
  letter: 'moderation-wishes',
  follows: ['wish to judge answered'],
  async write({ db, baseUrl }, { aboutId, details }) {
    const round = await roundWithId(db, aboutId)
    const wish = await wishOf(db, aboutId, details.person)
    const asker = await personWithId(db, details.person)
    if (!round || !asker || !wish?.answer) return []
    const word = wish.answeringWord ? `\n\n${wish.answeringWord}` : ''
    const said =
      wish.answer === 'yes'
        ? `You judge in “${round.title}”, alone and by ${day(round.judgeBy)}.${word}\n\n${baseUrl}${addressOf(round)}\n`
        : `You cannot judge in “${round.title}” this time.${word}\n`
    return [
      { to: asker.email, subject: `${wish.answer === 'yes' ? 'Yes' : 'Not this time'}: ${round.title}`, text: said },
    ]
  },
})

export const moderationFollowers = [tellOfBeginning, tellOfOpening, askLeader, tellOfAnswer]

function personWithId(db: Db, id: string | null) {
  return db
    .selectFrom('people')
    .select(['name', 'email'])
    .where('id', '=', id)
    .where('disabledAt', 'is', null)
    .executeTakeFirst()
}

function addressOf({ networkId, id }: ModerationRound): string {
  return `/networks/${networkId}/moderation/${id}`
}

function roundWithId(db: Db, id: string | null): Promise<ModerationRound | undefined> {
  return db.selectFrom('moderationRounds').selectAll().where('id', '=', id).executeTakeFirst()
}

function wishOf(db: Db, roundId: string | null, personId: string | null) {
  return db
    .selectFrom('moderationWishes')
    .selectAll()
    .where('roundId', '=', roundId)
    .where('personId', '=', personId)
    .executeTakeFirst()
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
