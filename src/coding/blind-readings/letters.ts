import { waitingLetter } from '../../mail/waiting-letters.js'
import type { LetterSort } from '../../mail/wishes.js'
import '../facts.js'
import '../tables.js'

export const readingLetters: LetterSort[] = [
  {
    letter: 'blind-readings',
    name: 'I am asked to read blind',
    holds: 'When you are one of two who code the same pieces without seeing each other’s codes.',
    of: 'My group',
  },
]

const ofReadings = waitingLetter({
  letter: 'blind-readings',
  follows: ['blind reading started'],
  async tell(db, { aboutId }) {
    const reading = await db
      .selectFrom('blindReadings')
      .innerJoin('groups', 'groups.id', 'blindReadings.groupId')
      .select([
        'blindReadings.id',
        'firstReader',
        'secondReader',
        'firstDoneAt',
        'secondDoneAt',
        'groups.name as group',
      ])
      .where('blindReadings.id', '=', aboutId)
      .where('stoppedAt', 'is', null)
      .executeTakeFirst()
    if (!reading) return []
    const to = [
      reading.firstDoneAt === null ? reading.firstReader : null,
      reading.secondDoneAt === null ? reading.secondReader : null,
    ]
    const says = `You are asked for a blind reading in ${reading.group}.`
    return [{ to, says, address: `/readings/${reading.id}` }]
  },
})

export const codingFollowers = [ofReadings]
