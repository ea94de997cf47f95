import { waitingLetter } from '../../mail/waiting-letters.js'
import type { LetterSort } from '../../mail/wishes.js'
import { daysAfter } from '../../web/now.js'
import { day, plural } from '../../words/words.js'
import '../facts.js'
import { keptKind } from '../kinds/kinds.js'
import { daysBefore } from './announcing.js'

export const keepingLetters: LetterSort[] = [
  {
    letter: 'keeping',
    name: 'What will be erased',
    holds: 'Thirty days before something of my group, my school or me is erased, since its time is over.',
    of: 'My group',
  },
]

/** One line for each group and kind; a child’s name is in none. */
export const tellOfWhatGoes = waitingLetter({
  letter: 'keeping',
  follows: ['things will go'],
  async tell(db, { details: { round, of } }) {
    const row = await db
      .selectFrom('keepingRounds')
      .leftJoin('groups', 'groups.id', 'keepingRounds.groupId')
      .select(['keepingRounds.announcedOn', 'groups.name'])
      .where('keepingRounds.id', '=', round)
      .executeTakeFirst()
    const kind = keptKind(of)
    const things = await db
      .selectFrom('keepingThings')
      .select('thing')
      .where('roundId', '=', round)
      .where('goneAt', 'is', null)
      .where('droppedAt', 'is', null)
      .execute()
    const count = things.length
    if (!row || !kind || count === 0) return []
    const told = await db.selectFrom('keepingTold').select('personId').where('roundId', '=', round).execute()
    const from = day(daysAfter(row.announcedOn, daysBefore))
    return [
      {
        to: told.map(one => one.personId),
        says: `${plural(count, ...kind.words)}${row.name === null ? '' : ` of ${row.name}`} will be erased from ${from} on. You can look through all of it before then, and hold back what is still needed.`,
        address: `/keeping/${round}`,
      },
    ]
  },
})
