import type { Db } from '../../database.js'
import { allow, Conflict, NotFound } from '../../errors.js'
import type { Reader } from '../../names/reader.js'
import { mayChoose, mayFinish, mayLead, mayReadReviews, maySeeSpread } from '../permissions.js'
import { findRound, type FoundRound } from '../rounds/rounds.js'
import { type ChosenWithOwner, findChosen } from './choosing.js'

type At = { network: string; round: string; point: string }

export interface FoundPoint {
  found: FoundRound
  point: ChosenWithOwner
}

/** @throws NotFound for those who may not see the spread, NotAllowed for those who do not lead the review */
export async function roundToChooseIn(db: Db, person: Reader, at: Omit<At, 'point'>): Promise<FoundRound> {
  const found = await findRound(db, person, at)
  if (!maySeeSpread(person, found.round, found.asked)) throw new NotFound('review')
  allow(
    mayChoose(person, found.round),
    'What to work on is chosen together, and written down by whoever leads the review.',
  )
  return found
}

/** @throws NotFound for guests who may not see the spread */
export async function pointOf(db: Db, person: Reader, at: At): Promise<FoundPoint> {
  const found = await findRound(db, person, at)
  const isInside = mayReadReviews(person, found.network)
  if (!isInside && !maySeeSpread(person, found.round, found.asked)) throw new NotFound('point')
  return { found, point: await findChosen(db, found.round, at.point) }
}

/** @throws NotAllowed for those who do not lead the review, Conflict once it has ended */
export async function pointToChange(db: Db, person: Reader, at: At): Promise<FoundPoint> {
  const { found, point } = await pointOf(db, person, at)
  allow(mayLead(person, found.round), 'Who does what is written down by whoever leads the review.')
  return underWay(found, point)
}

/** @throws NotAllowed, Conflict once it has ended */
export async function pointToFinish(db: Db, person: Reader, at: At): Promise<FoundPoint> {
  const { found, point } = await pointOf(db, person, at)
  allow(mayFinish(person, found.round, point), 'Whoever took it on says when it is done.')
  return underWay(found, point)
}

function underWay(found: FoundRound, point: ChosenWithOwner): FoundPoint {
  if (point.doneAt || point.letGoAt) throw new Conflict('This has ended already.')
  return { found, point }
}
