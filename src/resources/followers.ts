import { lettersAfter } from '../mail/following.js'
import type { LetterSort } from '../mail/wishes.js'
import { day } from '../words/words.js'
import { kindSaid } from './claims/in-words.js'
import { invitedTo } from './evenings/coming.js'
import { whenOf } from './evenings/evening-page.js'
import { pounds } from './money.js'
import { dateOfEvening } from './year/dates.js'

export const resourceLetters: LetterSort[] = [
  {
    letter: 'expense-claims',
    name: 'My claim for money is answered or paid',
    holds: 'When what you claimed is agreed, sent back, declined or paid.',
    of: 'Dates, money and time',
  },
  {
    letter: 'days-wished',
    name: 'My wish for days of an outside colleague',
    holds: 'When the circle has answered it.',
    of: 'Dates, money and time',
  },
  {
    letter: 'data-evenings',
    name: 'A data evening for governors',
    holds: 'When you are invited as a governor, and when it is changed or not held.',
    of: 'Dates, money and time',
  },
]

/** Whoever claimed hears how it was answered, and when it was paid. The letter says no more than they know. */
const tellWhoeverClaimed = lettersAfter({
  name: 'letters of claims',
  letter: 'expense-claims',
  follows: ['expense claim answered', 'expense claim paid'],
  async write({ db, baseUrl }, fact) {
    const claim = await db
      .selectFrom('expenseClaims')
      .innerJoin('people', 'people.id', 'expenseClaims.personId')
      .selectAll('expenseClaims')
      .select('people.email')
      .where('expenseClaims.id', '=', fact.aboutId)
      .where('people.disabledAt', 'is', null)
      .executeTakeFirst()
    if (!claim || fact.personId === claim.personId) return []
    const said = fact.kind === 'expense claim paid' ? 'paid' : fact.details.answer
    if (said === 'yes') return []
    const what = `${kindSaid[claim.kind].toLowerCase()}, ${pounds(claim.pence)}, “${claim.forWhat}”`
    const words = {
      agreed: 'It is agreed, and will be paid.',
      'sent back': `It was sent back to you: ${claim.answerWord}\n\nMend it and send it again.`,
      declined: `It was declined: ${claim.answerWord}`,
      paid: `It was paid on ${day(claim.paidOn)}${claim.reference ? `, reference ${claim.reference}` : ''}.`,
    }[said]
    const address = `${baseUrl}/networks/${claim.networkId}/resources/claims/${claim.id}`
    return [
      {
        to: claim.email,
        subject: `Your claim was ${said === 'paid' ? 'paid' : said}`,
        text: `Your claim: ${what}.\n\n${words}\n\n${address}\n`,
      },
    ]
  },
})

/** Whoever wished for more days hears what the circle agreed. */
const tellWhoeverWished = lettersAfter({
  name: 'letters of wishes for days',
  letter: 'days-wished',
  follows: ['wish for days answered'],
  async write({ db, baseUrl }, { aboutId }) {
    const wish = await db
      .selectFrom('colleagueWishes')
      .innerJoin('outsideColleagues', 'outsideColleagues.id', 'colleagueWishes.colleagueId')
      .innerJoin('people', 'people.id', 'colleagueWishes.askedBy')
      .select(['people.email', 'outsideColleagues.name', 'outsideColleagues.networkId', 'colleagueWishes.answerWord'])
      .select('colleagueWishes.colleagueId')
      .where('colleagueWishes.id', '=', aboutId)
      .where('people.disabledAt', 'is', null)
      .executeTakeFirst()
    if (!wish) return []
    const address = `${baseUrl}/networks/${wish.networkId}/resources/colleagues/${wish.colleagueId}/wishes/${aboutId}`
    const text = `The circle has answered your wish for more of ${wish.name}’s time:\n\n${wish.answerWord}\n\n${address}\n`
    return [{ to: wish.email, subject: `Your wish for more of ${wish.name}’s time`, text }]
  },
})

/** Governors who are invited to a data evening hear of it, and of every change of it. */
const tellGovernors = lettersAfter({
  name: 'letters of data evenings',
  letter: 'data-evenings',
  follows: ['data evening made', 'data evening changed', 'data evening cancelled'],
  async write({ db, baseUrl }, { kind, aboutId }) {
    const evening = await db.selectFrom('dataEvenings').selectAll().where('id', '=', aboutId).executeTakeFirst()
    if (!evening || (evening.cancelledAt !== null && kind !== 'data evening cancelled')) return []
    const date = dateOfEvening(evening, true)
    const began = kind === 'data evening made'
    const said = evening.cancelledAt ? 'is cancelled' : began ? 'You are invited' : 'has changed'
    const subject = began ? `You are invited: ${evening.title}` : `${evening.title} ${said}`
    const text = `${evening.title}\n${whenOf(evening)}${evening.place ? `, ${evening.place}` : ''}\n\n${
      evening.cancelledAt ? 'This evening is cancelled.' : 'Papers and place stand here:'
    }\n${baseUrl}${date.href}\n`
    return (await invitedTo(db, evening)).map(({ email }) => ({ to: email, subject, text, date }))
  },
})

export const resourceFollowers = [tellWhoeverClaimed, tellWhoeverWished, tellGovernors]
