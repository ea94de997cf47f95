import type { Db } from '../database.js'
import type { FactKinds } from '../facts/facts.js'
import type { House } from '../house.js'
import { lettersAfter } from '../mail/following.js'
import type { Letter } from '../mail/mail.js'
import type { LetterSort } from '../mail/wishes.js'
import { rolesThat } from '../people/roles/roles.js'
import { day } from '../words/words.js'
import { addressOfLink, askedByLink } from './links/links.js'
import { instrumentIn } from './instruments/index.js'
import { outcomeOf, showsAnything } from './rounds/outcome.js'
import type { ReviewRound } from './tables.js'
import { answerByDate } from './year/dates.js'

export const reviewLetters: LetterSort[] = [
  {
    letter: 'reviews',
    name: 'I am asked in a review',
    holds: 'When a review asks how you see it, its one reminder, and another last day.',
    of: 'Looking at ourselves',
  },
  {
    letter: 'reviews-closed',
    name: 'A review in which I was asked is closed',
    holds: 'When the spread of its answers can be seen, or why there is none.',
    of: 'Looking at ourselves',
  },
]

type Kind = 'review opened' | 'review people asked' | 'review reminded' | 'review moved'

const open = ['review opened', 'review people asked', 'review reminded', 'review moved'] satisfies (keyof FactKinds)[]

/** To those who are asked and have not finished. Who that is only the post knows. */
const askInReview = lettersAfter<Kind>({
  name: 'letters that ask in reviews',
  letter: 'reviews',
  follows: open,
  async write({ db, baseUrl }, fact) {
    const round = await roundOf(db, fact.aboutId)
    if (!round || round.closedAt || !round.openedAt) return []
    const only = fact.kind === 'review people asked' ? new Set(fact.details.people) : null
    const wanted = (one: { id: string }) => only === null || only.has(one.id)
    const people = (await peopleAsked(db, round, true)).filter(wanted)
    const links = (await askedByLink(db, round)).filter(one => wanted(one) && !one.answered)
    const subject = subjectOf(round, fact.kind)
    const own = `/networks/${round.networkId}/reviews/${round.id}/answer`
    return [
      ...people.map(({ email }): Letter => ({
        ...{ to: email, subject, text: letterOf(round, fact.kind, `${baseUrl}${own}`, goOnLater) },
        date: answerByDate(round, true),
      })),
      ...links.map((link): Letter => ({
        ...{ to: link.email, subject },
        text: letterOf(round, fact.kind, `${baseUrl}${addressOfLink(round, link)}`, onlyOnce),
      })),
    ]
  },
})

const goOnLater = {
  how: 'also on a phone, and you can go on later',
  then: 'When it is closed, everybody who was asked sees how the answers spread, if five people have answered at least.',
}
/** By a link somebody answers, and opens nothing else. */
const onlyOnce = {
  how: 'also on a phone, all on one page',
  then: 'The link is yours alone: it takes one answer, leads to nothing else, and ends with the review.',
}

function subjectOf({ title, answerBy }: ReviewRound, kind: Kind): string {
  if (kind === 'review reminded') return `Until ${day(answerBy)}: ${title}`
  return kind === 'review moved' ? `Another last day: ${title}` : `You are asked: ${title}`
}

function letterOf(round: ReviewRound, kind: Kind, address: string, { how, then }: typeof goOnLater): string {
  const { minutes, about } = instrumentIn(round.instrument)
  return [
    kind === 'review reminded'
      ? 'This is the one reminder. You have not finished your answers yet; if you would rather not, that is fine.'
      : `${round.company.charAt(0).toUpperCase()}${round.company.slice(1)} are asked how they see it. ${round.why || about}`,
    `It takes about ${minutes} minutes, ${how}. The last day is ${day(round.answerBy)}:\n${address}`,
    `Nobody sees who said what. ${then}`,
  ].join('\n\n')
}

/** To all who were asked: the spread is there, or why there is none. */
const tellOfSpread = lettersAfter({
  name: 'letters of closed reviews',
  letter: 'reviews-closed',
  follows: ['review closed'],
  async write(house: House, { aboutId }) {
    const { db, baseUrl } = house
    const round = await roundOf(db, aboutId)
    if (!round?.closedAt) return []
    const shown = showsAnything(outcomeOf(round))
    const address = `${baseUrl}/networks/${round.networkId}/reviews/${round.id}`
    const text = shown
      ? `“${round.title}” is closed. You can see how the answers spread, and never who gave them:\n${address}/spread\n\nNext you talk about it, and choose one or two things to work on.`
      : `“${round.title}” is closed. Nothing is shown of it, because not enough people answered for nobody to be recognised. What was said was erased unseen.\n${address}`
    const people = await peopleAsked(db, round, false)
    return people.map(({ email }) => ({ to: email, subject: `Closed: ${round.title}`, text }))
  },
})

function roundOf(db: Db, id: string | null): Promise<ReviewRound | undefined> {
  return db.selectFrom('reviewRounds').selectAll().where('id', '=', id).executeTakeFirst()
}

/** Those who are asked and still there. @param unfinished only those who have not finished */
function peopleAsked(db: Db, round: ReviewRound, unfinished: boolean): Promise<{ id: string; email: string }[]> {
  return db
    .selectFrom('reviewAsked')
    .innerJoin('people', 'people.id', 'reviewAsked.personId')
    .select(['people.id', 'people.email'])
    .where('roundId', '=', round.id)
    .where('people.disabledAt', 'is', null)
    .where(eb =>
      eb.or([
        eb('reviewAsked.stands', '<>', 'self'),
        eb('people.id', 'in', eb =>
          eb
            .selectFrom('networkRoles')
            .select('personId')
            .where('networkId', '=', round.networkId)
            .where('role', 'in', rolesThat('belongs'))
            .where('endedAt', 'is', null),
        ),
      ]),
    )
    .$if(unfinished, query =>
      query.where(eb => eb.or([eb('reviewAsked.answered', 'is', null), eb('reviewAsked.answered', '<>', 'done')])),
    )
    .execute()
}

export const reviewFollowers = [askInReview, tellOfSpread]
