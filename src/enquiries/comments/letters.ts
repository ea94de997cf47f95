import type { Db } from '../../database.js'
import { waitingLetter } from '../../mail/waiting-letters.js'
import type { LetterSort } from '../../mail/wishes.js'
import '../facts.js'
import '../tables.js'

export const commentLetters: LetterSort[] = [
  {
    letter: 'challenges',
    name: 'A challenge waits for my group’s answer',
    holds: 'When somebody asks your group a question that it should answer.',
    of: 'My group',
  },
  {
    letter: 'answers-to-challenges',
    name: 'A group answers what I asked',
    holds: 'When a challenge of yours is answered.',
    of: 'My group',
  },
  {
    letter: 'mentions',
    name: 'Somebody asks for my eyes',
    holds: 'When a colleague writes @ and your name in a comment, a challenge or an answer.',
    of: 'My group',
  },
]

/** What was said and in which group; undefined once it was taken back or settled. */
function commentThere(db: Db, id: string | null) {
  return db
    .selectFrom('comments')
    .innerJoin('groups', 'groups.id', 'comments.groupId')
    .select(['comments.id', 'comments.groupId', 'comments.madeBy', 'comments.answeredAt', 'groups.name as group'])
    .where('comments.id', '=', id)
    .where('comments.removedAt', 'is', null)
    .where('comments.settledAt', 'is', null)
    .executeTakeFirst()
}

async function membersOf(db: Db, groupId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('groupPeople')
    .select('personId')
    .where('groupId', '=', groupId)
    .where('role', 'in', ['lead learner', 'volunteer'])
    .where('leftAt', 'is', null)
    .execute()
  return rows.map(row => row.personId)
}

const ofChallenges = waitingLetter({
  letter: 'challenges',
  follows: ['challenged'],
  async tell(db, { aboutId, details: { thing } }) {
    const comment = await commentThere(db, aboutId)
    if (!comment || comment.answeredAt !== null) return []
    const says = `A challenge to ${thing} waits for the answer of ${comment.group}.`
    return [{ to: await membersOf(db, comment.groupId), says, address: `/comments/${comment.id}` }]
  },
})

const ofAnswers = waitingLetter({
  letter: 'answers-to-challenges',
  follows: ['challenge answered'],
  async tell(db, { aboutId }) {
    const comment = await commentThere(db, aboutId)
    if (!comment) return []
    const says = `${comment.group} has answered your challenge.`
    return [{ to: [comment.madeBy], says, address: `/comments/${comment.id}` }]
  },
})

const ofMentions = waitingLetter({
  letter: 'mentions',
  follows: ['challenged', 'commented on', 'challenge answered'],
  async tell(db, { kind, aboutId }) {
    const comment = await commentThere(db, aboutId)
    if (!comment) return []
    const mentions = await db
      .selectFrom('mentions')
      .select('personId')
      .where('commentId', '=', comment.id)
      .where('inAnswer', '=', kind === 'challenge answered' ? 1 : 0)
      .where('seenAt', 'is', null)
      .execute()
    const says = `A colleague asks for your eyes on what is said in ${comment.group}.`
    return [{ to: mentions.map(one => one.personId), says, address: `/comments/${comment.id}` }]
  },
})

export const commentFollowers = [ofChallenges, ofAnswers, ofMentions]
