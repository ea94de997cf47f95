import type { Db } from '../../database.js'
import { NotFound } from '../../errors.js'
import { networkHead, type NetworkHead } from '../../networks/head.js'
import type { Network } from '../../networks/tables.js'
import type { Reader } from '../../names/reader.js'
import type { Person } from '../../people/person.js'
import { instrumentIn } from '../instruments/index.js'
import type { Instrument } from '../instruments/instrument.js'
import { isStillAsked, mayLead, mayReadReviews } from '../permissions.js'
import type { ReviewRound, Stands } from '../tables.js'

/** The reviews of a network, as a person opens them. */
export interface ReviewsOfNetwork {
  person: Reader
  network: Network
  /** Null for guests, for whom the network's other places are not there. */
  head: NetworkHead | null
  listAddress: string
}

/** A round, as a person opens it. */
export interface FoundRound extends ReviewsOfNetwork {
  round: ReviewRound
  instrument: Instrument
  asked: { stands: Stands; answered: 'begun' | 'done' | null } | null
  address: string
}

/** @throws NotFound for those who neither work in the network nor are asked in any of its reviews */
export async function findReviewsOf(db: Db, person: Reader, id: string): Promise<ReviewsOfNetwork> {
  const network = await db.selectFrom('networks').selectAll().where('id', '=', id).executeTakeFirst()
  if (!network) throw new NotFound('network')
  const inside = mayReadReviews(person, network)
  if (!inside && !(await isAskedIn(db, person, network))) throw new NotFound('network')
  const head = inside ? networkHead(network, person, 'reviews') : null
  return { person, network, head, listAddress: `/networks/${network.id}/reviews` }
}

async function isAskedIn(db: Db, person: Person, network: Network): Promise<boolean> {
  const rows = await db
    .selectFrom('reviewAsked')
    .innerJoin('reviewRounds', 'reviewRounds.id', 'reviewAsked.roundId')
    .select(['reviewAsked.stands', 'reviewRounds.networkId'])
    .where('reviewAsked.personId', '=', person.id)
    .where('reviewRounds.networkId', '=', network.id)
    .where('reviewRounds.openedAt', 'is not', null)
    .execute()
  return rows.some(row => isStillAsked(person, row, row))
}

/** @throws NotFound; also for a round that is not open yet, for those who do not lead it */
export async function findRound(db: Db, person: Reader, at: { network: string; round: string }): Promise<FoundRound> {
  const there = await findReviewsOf(db, person, at.network)
  const round = await db
    .selectFrom('reviewRounds')
    .selectAll()
    .where('id', '=', at.round)
    .where('networkId', '=', there.network.id)
    .executeTakeFirst()
  if (!round) throw new NotFound('review')
  const row = await db
    .selectFrom('reviewAsked')
    .select(['stands', 'answered'])
    .where('roundId', '=', round.id)
    .where('personId', '=', person.id)
    .executeTakeFirst()
  const asked = row && isStillAsked(person, round, row) ? row : null
  const leads = mayLead(person, round)
  if (!leads && round.openedAt === null) throw new NotFound('review')
  if (!leads && !asked && !mayReadReviews(person, there.network)) throw new NotFound('review')
  return {
    ...there,
    ...{ round, asked, instrument: instrumentIn(round.instrument) },
    address: `${there.listAddress}/${round.id}`,
  }
}

/** The rounds of a network that this person may know of, the newest first, one page of them. */
export async function roundsOf(
  db: Db,
  { person, network }: Pick<ReviewsOfNetwork, 'person' | 'network'>,
  page: number,
  size: number,
): Promise<{ rows: ReviewRound[]; total: number }> {
  const inside = mayReadReviews(person, network)
  const leads = person.isNetworkLeaderOf(network.id)
  const themes = person.rolesWith('leads the theme').flatMap(role => role.themeId ?? [])
  let query = db.selectFrom('reviewRounds').where('networkId', '=', network.id)
  if (!leads) query = query.where(eb => eb.or([eb('openedAt', 'is not', null), eb('themeId', 'in', [...themes, ''])]))
  if (!inside)
    query = query.where('id', 'in', eb =>
      eb
        .selectFrom('reviewAsked')
        .select('roundId')
        .where('personId', '=', person.id)
        .$if(!person.belongsTo(network.id), asked => asked.where('stands', '<>', 'self')),
    )
  const { total } = await query.select(eb => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const rows = await query
    .selectAll()
    .orderBy('begunAt', 'desc')
    .orderBy('id')
    .limit(size)
    .offset((page - 1) * size)
    .execute()
  return { rows, total: Number(total) }
}

/** How this person is asked in each of these rounds. */
export async function askedIn(db: Db, person: Person, rounds: Pick<ReviewRound, 'id' | 'networkId'>[]) {
  if (rounds.length === 0) return new Map<string, NonNullable<FoundRound['asked']> & { roundId: string }>()
  const rows = await db
    .selectFrom('reviewAsked')
    .select(['roundId', 'stands', 'answered'])
    .where('personId', '=', person.id)
    .where(
      'roundId',
      'in',
      rounds.map(one => one.id),
    )
    .execute()
  return new Map(
    rounds.flatMap(round => {
      const row = rows.find(one => one.roundId === round.id)
      return row && isStillAsked(person, round, row) ? [[round.id, row] as const] : []
    }),
  )
}

/** What every fact about a round says. */
export function aboutRound({ id, networkId }: Pick<ReviewRound, 'id' | 'networkId'>) {
  return { networkId, aboutKind: 'review', aboutId: id }
}
