import { inTheSameWords } from '../../database/in-the-same-words.js'
import type { Around } from '../../enquiries/around.js'
import { quoted, type Waiting, waits } from '../../web/waiting.js'
import { plural } from '../../words/words.js'
import { instrumentIn } from '../instruments/index.js'
import { isStillAsked, mayLead } from '../permissions.js'
import { outcomeOf, showsAnything } from '../rounds/outcome.js'

/** A review in which somebody is asked, until they have said what they want to say. */
export const reviewsToAnswer = waits({
  asks: inTheSameWords(
    ({ person }: Around) => ({ me: person.id }),
    (db, { me }) =>
      db
        .selectFrom('reviewAsked')
        .innerJoin('reviewRounds', 'reviewRounds.id', 'reviewAsked.roundId')
        .select(['reviewRounds.id', 'reviewRounds.networkId', 'reviewRounds.title', 'reviewRounds.answerBy'])
        .select(['reviewAsked.stands', 'reviewAsked.answered', 'reviewRounds.instrument'])
        .where('reviewAsked.personId', '=', me)
        .where('reviewRounds.openedAt', 'is not', null)
        .where('reviewRounds.closedAt', 'is', null),
  ),
  says: (rows, { person }) =>
    rows
      .filter(row => row.answered !== 'done' && isStillAsked(person, row, row))
      .map((row): Waiting => ({
        text: `${quoted(row.title)} asks how you see it. It takes about ${plural(instrumentIn(row.instrument).minutes, 'minute', 'minutes')}, and nobody sees who said what.`,
        href: `/networks/${row.networkId}/reviews/${row.id}/answer`,
        action: row.answered === 'begun' ? 'Go on answering' : 'Answer it',
        due: row.answerBy,
        networkId: person.belongsTo(row.networkId) ? row.networkId : null,
      })),
})

/** What somebody has taken on after a review. */
export const pointsToDo = waits({
  asks: inTheSameWords(
    ({ person }: Around) => ({ me: person.id }),
    (db, { me }) =>
      db
        .selectFrom('reviewChosen')
        .selectAll()
        .where('ownerId', '=', me)
        .where('doneAt', 'is', null)
        .where('letGoAt', 'is', null),
  ),
  says: (rows, { person }) =>
    rows
      .filter(row => person.works(row.networkId))
      .map((row): Waiting => ({
        text: `You took this on after a review: ${quoted(row.doing || row.what)}`,
        href: `/networks/${row.networkId}/reviews/${row.roundId}/chosen/${row.id}`,
        action: 'Say what came of it',
        ...(row.dueOn ? { due: row.dueOn } : {}),
        networkId: row.networkId,
      })),
})

/** Reviews that those who lead them have to close, and closed ones from which nothing was chosen yet. */
export const reviewsToLead = waits({
  asks: inTheSameWords(
    ({ person, today }: Around) => ({
      today,
      networks: [...person.rolesWith('leads the network'), ...person.rolesWith('leads the theme')].map(
        role => role.networkId,
      ),
    }),
    (db, { today, networks }) =>
      db
        .selectFrom('reviewRounds')
        .selectAll()
        .where('networkId', 'in', networks)
        .where('openedAt', 'is not', null)
        .where(eb =>
          eb.or([
            eb.and([eb('closedAt', 'is', null), eb('answerBy', '<', today)]),
            eb.and([
              eb('closedAt', 'is not', null),
              eb('id', 'not in', eb.selectFrom('reviewChosen').select('roundId')),
              eb.not(
                eb.exists(
                  eb
                    .selectFrom('reviewRounds as later')
                    .select('later.id')
                    .whereRef('later.follows', '=', 'reviewRounds.id'),
                ),
              ),
            ]),
          ]),
        ),
  ),
  says: (rounds, { person }) =>
    rounds
      .filter(round => mayLead(person, round) && (round.closedAt === null || showsAnything(outcomeOf(round))))
      .map((round): Waiting => {
        const href = `/networks/${round.networkId}/reviews/${round.id}`
        if (round.closedAt === null)
          return {
            ...{ text: `The last day of ${quoted(round.title)} is over.`, href, action: 'Close the review' },
            ...{ due: round.answerBy, networkId: round.networkId },
          }
        return {
          text: `${quoted(round.title)} is closed. Talk about it, and choose one or two things to work on.`,
          ...{ href, action: 'Look at the review', networkId: round.networkId },
        }
      }),
})
