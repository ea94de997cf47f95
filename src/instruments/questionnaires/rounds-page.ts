import type { Db } from '../../database.js'
import { NotFound } from '../../errors.js'
import { formOf } from '../../web/read.js'
import { day, plural } from '../../words/words.js'
import { aroundInstruments } from '../around-instruments.js'
import type { FoundInstrument } from '../instruments.js'
import type { RoundsPage } from './pages.js'
import { closedRounds, sideBySide } from './two-rounds.js'

/**
 * Two rounds of one questionnaire side by side: the last two, or those that were asked for.
 * @throws NotFound while fewer than two rounds tell anything, or when one that was asked for does not
 */
export async function roundsPage(db: Db, found: FoundInstrument, asked: Record<string, unknown>): Promise<RoundsPage> {
  const rounds = await closedRounds(db, found)
  const chosen = (id: unknown, otherwise: number) =>
    typeof id === 'string' && id !== '' ? rounds.find(one => one.round.id === id) : rounds.at(otherwise)
  const two = [chosen(asked.before, -2), chosen(asked.after, -1)]
  const [before, after] = two.sort((one, other) =>
    (one?.round.closedAt ?? '').localeCompare(other?.round.closedAt ?? ''),
  )
  if (!before || !after || before === after) throw new NotFound('second round of this questionnaire')
  const named = ({ round, results }: typeof before) => ({
    label: `closed ${day(round.closedAt)}`,
    href: `/questionnaires/${round.id}`,
    answers: results.answers,
  })
  return {
    title: `${found.name}, two rounds side by side`,
    ...aroundInstruments(found.enquiry),
    name: found.name,
    address: `/instruments/${found.id}`,
    before: named(before),
    after: named(after),
    items: sideBySide(before.results, after.results),
    form: formOf({ before: before.round.id, after: after.round.id }),
    choices: rounds.map(({ round, results }) => ({
      value: round.id,
      text: `Closed ${day(round.closedAt)}, ${plural(results.answers, 'answer', 'answers')}`,
    })),
  }
}
