import type { News, NewsOf } from '../../networks/year.js'
import { quoted } from '../../web/waiting.js'
import { maySeeSpread } from '../permissions.js'
import { outcomeOf, showsAnything } from '../rounds/outcome.js'
import { askedIn } from '../rounds/rounds.js'

/** Spreads that somebody may look at now, and what was chosen or done. Nothing tells of answers while a review is open. */
export const reviewNews: NewsOf = async (db, person, network, since) => {
  const closed = await db
    .selectFrom('reviewRounds')
    .selectAll()
    .where('networkId', '=', network.id)
    .where('closedAt', '>', since)
    .execute()
  const asked = await askedIn(db, person, closed)
  const at = `/networks/${network.id}/reviews`
  const spreads = closed
    .filter(round => showsAnything(outcomeOf(round)) && maySeeSpread(person, round, asked.get(round.id) ?? null))
    .map((round): News => ({
      at: round.closedAt!,
      text: `You can see how answers spread in ${quoted(round.title)}.`,
      href: `${at}/${round.id}/spread`,
    }))
  if (!person.works(network.id)) return spreads
  const points = await db
    .selectFrom('reviewChosen')
    .innerJoin('reviewRounds', 'reviewRounds.id', 'reviewChosen.roundId')
    .select([
      'reviewChosen.id',
      'reviewChosen.roundId',
      'reviewChosen.what',
      'reviewChosen.chosenAt',
      'reviewChosen.doneAt',
    ])
    .where('reviewChosen.networkId', '=', network.id)
    .where('reviewChosen.letGoAt', 'is', null)
    .where(eb => eb.or([eb('reviewChosen.chosenAt', '>', since), eb('reviewChosen.doneAt', '>', since)]))
    .execute()
  const chosen = points.map((one): News => {
    const done = one.doneAt !== null && one.doneAt > since
    return {
      at: done ? one.doneAt! : one.chosenAt,
      text: `${done ? 'Done' : 'We chose to work on this'}: ${quoted(one.what)}`,
      href: `${at}/${one.roundId}/chosen/${one.id}`,
    }
  })
  return [...spreads, ...chosen]
}
