import type { Db } from '../database.js'
import { lettersAfter } from '../mail/following.js'
import type { Letter } from '../mail/mail.js'
import { rolesThat } from '../people/roles/roles.js'
import { today } from '../web/now.js'
import { day } from '../words/words.js'
import { calendarDateOf } from './joining/moments.js'
import type { ForumPost } from './tables.js'

/** Whoever asked for help hears of the first answer; what follows stands in the weekly letter. */
const tellAsker = lettersAfter({
  name: 'letters of the first answer in the forum',
  letter: 'answers',
  follows: ['forum answered'],
  async write({ db, baseUrl }, { aboutId, personId, details }) {
    const post = await postThere(db, aboutId)
    if (!post || post.kind !== 'help' || !details.isFirst || post.postedBy === personId) return []
    const [asker] = await thoseHere(db, post, [post.postedBy])
    if (!asker) return []
    return [
      {
        to: asker.email,
        subject: 'Somebody answers what you asked in the forum',
        text: `You asked in the forum: “${post.sentence}”\n\nThe first answer is there:\n${addressOf(post, baseUrl)}\n\nFurther answers stand in your weekly letter.`,
      },
    ]
  },
})

/** Those who said that they come, when the day or the place is another, or when it is called off. */
const tellThoseComing = lettersAfter({
  name: 'letters of dates in the forum',
  letter: 'dates',
  follows: ['forum date moved', 'forum date cancelled'],
  async write({ db, baseUrl }, { kind, aboutId }) {
    const post = await postThere(db, aboutId)
    if (!post) return []
    const people = await thoseHere(db, post, await peopleComing(db, post))
    const isOff = kind === 'forum date cancelled' || post.dateCancelledAt !== null || post.onDay === null
    const what = isOff ? 'It is called off.' : `It is on ${whenAndWhere(post)} now.`
    return people.map(({ email }) =>
      letterOf(post, email, isOff ? 'Called off' : 'Another day or place', what, baseUrl),
    )
  },
})

/** Whoever waited and has a place now. */
const tellWhoHasAPlace = lettersAfter({
  name: 'letters of places in the forum that became free',
  letter: 'dates',
  follows: ['forum place became free'],
  async write({ db, baseUrl }, { aboutId, details }) {
    const post = await postThere(db, aboutId)
    if (!post || post.dateCancelledAt !== null) return []
    const people = await thoseHere(db, post, [details.person])
    const what = `A place has come free, and it is yours: ${whenAndWhere(post)}. If you cannot come after all, say so on its page.`
    return people.map(({ email }) => letterOf(post, email, 'You have a place', what, baseUrl))
  },
})

/** A post that is gone takes its date along; those who said that they come are told the day, and nothing else of it. */
const tellOfGoneDates = lettersAfter({
  name: 'letters of dates that left the forum',
  letter: 'dates',
  follows: ['forum post taken down', 'forum post folded away'],
  async write({ db, baseUrl }, { aboutId }) {
    const post = await db.selectFrom('forumPosts').selectAll().where('id', '=', aboutId).executeTakeFirst()
    if (!post || post.goneAt === null || post.onDay === null || post.onDay < today()) return []
    const wordless = { ...post, sentence: 'An invitation in the forum' }
    const what = `You said that you would come on ${whenAndWhere(post)}. It was taken out of the forum, so it does not take place.`
    const people = await thoseHere(db, post, await peopleComing(db, post))
    return people.map(({ email }) => letterOf(wordless, email, 'Called off', what, baseUrl))
  },
})

export const forumFollowers = [tellAsker, tellThoseComing, tellWhoHasAPlace, tellOfGoneDates]

function letterOf(post: ForumPost, to: string, subject: string, what: string, baseUrl: string): Letter {
  return {
    to,
    subject: `${subject}: ${post.sentence}`.slice(0, 120),
    text: `“${post.sentence}”\n\n${what}\n${addressOf(post, baseUrl)}`,
    date: calendarDateOf(post, true),
  }
}

function whenAndWhere(post: ForumPost): string {
  const clock = [post.starts, post.ends].filter(Boolean).join(' to ')
  return [day(post.onDay), clock, post.place].filter(Boolean).join(', ')
}

function addressOf(post: ForumPost, baseUrl: string): string {
  return `${baseUrl}/networks/${post.networkId}/forum/${post.id}`
}

/** Those who come, and those who wait for a place. */
async function peopleComing(db: Db, post: ForumPost): Promise<string[]> {
  const joins = await db.selectFrom('forumJoins').select('personId').where('postId', '=', post.id).execute()
  return joins.map(one => one.personId)
}

/** As long as it is in the forum. */
function postThere(db: Db, id: string | null): Promise<ForumPost | undefined> {
  return db.selectFrom('forumPosts').selectAll().where('id', '=', id).where('goneAt', 'is', null).executeTakeFirst()
}

/** Those of these people who still work in the network. */
function thoseHere(db: Db, post: ForumPost, ids: string[]) {
  return db
    .selectFrom('people')
    .innerJoin('networkRoles', 'networkRoles.personId', 'people.id')
    .select(['people.id', 'people.email'])
    .distinct()
    .where('people.id', 'in', [...ids, ''])
    .where('people.disabledAt', 'is', null)
    .where('networkRoles.networkId', '=', post.networkId)
    .where('networkRoles.role', 'in', rolesThat('works'))
    .where('networkRoles.endedAt', 'is', null)
    .execute()
}
