import type { Db } from '../../database.js'
import { lettersAfter } from '../../mail/following.js'
import type { LetterSort } from '../../mail/wishes.js'
import type { CommonDay } from '../tables.js'
import { answersTo } from './answering.js'
import { dateOf } from './dates.js'
import { datesInWords } from './in-words.js'

export const calendarLetters: LetterSort[] = [
  {
    letter: 'common-days',
    name: 'A day in common of the network',
    holds: 'When a closure day or twilight session is set, moved or cancelled, and you lead a school.',
    of: 'Dates, money and time',
  },
]

/** A new day is told to every head of the network; what moved or is cancelled, to those who keep it or have not said. */
const tellHeads = lettersAfter({
  name: 'letters of days in common',
  letter: 'common-days',
  follows: ['common day set', 'common day changed', 'common day cancelled'],
  async write({ db, baseUrl }, fact) {
    if (fact.kind === 'common day changed' && !fact.details.moved) return []
    const day = await db.selectFrom('commonDays').selectAll().where('id', '=', fact.aboutId).executeTakeFirst()
    if (!day || (day.cancelledAt !== null) !== (fact.kind === 'common day cancelled')) return []
    const { subject, text } = words(fact.kind, day, `${baseUrl}/networks/${day.networkId}/common-days/${day.id}`)
    const date = dateOf(day, { mine: true })
    return (await headsToTell(db, day)).map(to => ({ to, subject, text, date }))
  },
})

function words(kind: string, day: CommonDay, page: string): { subject: string; text: string } {
  const when = datesInWords(day)
  if (kind === 'common day set')
    return {
      subject: `A ${day.kind} in common: ${day.title}`,
      text: `Your network plans a ${day.kind}: ${day.title}, ${when}.\n\nSay whether your school keeps it:\n${page}\n`,
    }
  if (kind === 'common day changed')
    return {
      subject: `Moved: ${day.title}`,
      text: `The ${day.kind} “${day.title}” is on ${when} now.\n\nSay whether your school can still keep it:\n${page}\n`,
    }
  return {
    subject: `Cancelled: ${day.title}`,
    text: `The ${day.kind} “${day.title}” on ${when} is not held.\n\nWhat there is to know stands here:\n${page}\n`,
  }
}

/** The heads of schools that have not said that they do something else. */
async function headsToTell(db: Db, day: CommonDay): Promise<string[]> {
  const answers = await answersTo(db, [day.id])
  const apart = answers.filter(one => one.answer !== 'kept').map(one => one.schoolId)
  const heads = await db
    .selectFrom('networkRoles')
    .innerJoin('people', 'people.id', 'networkRoles.personId')
    .innerJoin('schools', 'schools.id', 'networkRoles.schoolId')
    .select('people.email')
    .distinct()
    .where('networkRoles.role', '=', 'headteacher')
    .where('networkRoles.networkId', '=', day.networkId)
    .where('networkRoles.endedAt', 'is', null)
    .where('people.disabledAt', 'is', null)
    .where('schools.leftAt', 'is', null)
    .where('schools.id', 'not in', [...apart, ''])
    .execute()
  return heads.map(head => head.email)
}

export const calendarFollowers = [tellHeads]
