import type { Expression, ExpressionBuilder, SelectQueryBuilder, SqlBool } from 'kysely'
import type { Db, Tables } from '../database.js'
import type { Person } from '../people/person.js'
import { comesFrom, endsOnNoDay, stillToday } from './finding.js'
import type { Reach } from './reaches.js'
import { type Placed, type Relation, relations, type Way, waysIn } from './ways.js'

export type Pieces = SelectQueryBuilder<Tables, 'evidence', { id: string; gatheredOn: string; number: number }>
type OfEvidence = ExpressionBuilder<Tables, 'evidence'>

/** Of which pieces, and how they are narrowed further. */
export interface WhichPieces {
  /** The group, and the network that it belongs to. */
  place: Pick<Placed, 'groupId' | 'networkId'>
  /** How far pieces go that this person can find there at all, as the counts say; each is read by an index of its own. */
  reaches: Set<Reach>
  ways?: Way[]
  narrow?(query: Pieces): Pieces
}

/**
 * The ids of what the person comes upon in a group, the newest first. Pieces of each reach stand in their order in an index, and
 * the database merges them, so that a page costs its page and not its group. Undefined when there is nothing.
 */
export function visibleInOrder(db: Db, person: Person, { place, reaches, ways = waysIn, narrow }: WhichPieces) {
  const parts = [...reaches].flatMap(reach => {
    const conditions = waysTo(person, place, ways, reach)
    if (conditions.length === 0) return []
    const query = db
      .selectFrom('evidence')
      .select(['evidence.id', 'evidence.gatheredOn', 'evidence.number'])
      .where('evidence.groupId', '=', place.groupId)
      .where('evidence.reach', '=', reach)
      .where(eb => eb.or(conditions.map(condition => eb.and(condition(eb)))))
    return [narrow ? narrow(query) : query]
  })
  const [first, ...others] = parts
  return first && others.reduce((all, one) => all.unionAll(one), first)
}

/** The newest of them, or those of a page. @param most left out for all */
export async function newestIds(found: Pieces, most?: number, after = 0): Promise<string[]> {
  const newestFirst = found.orderBy('gatheredOn', 'desc').orderBy('number', 'desc')
  const rows = await (most === undefined ? newestFirst : newestFirst.limit(most).offset(after)).execute()
  return rows.map(row => row.id)
}

export async function howMany(db: Db, found: Pieces): Promise<number> {
  const row = await db
    .selectFrom(found.as('found'))
    .select(eb => eb.fn.countAll<number>().as('pieces'))
    .executeTakeFirstOrThrow()
  return Number(row.pieces)
}

type Condition = (eb: OfEvidence) => Expression<SqlBool>[]

/**
 * What a piece of this reach must be like, for each way of the person to it; none when they have no way. Who stands so towards
 * the whole group asks nothing of a piece, but that its agreement has not ended.
 */
function waysTo(person: Person, place: WhichPieces['place'], ways: Way[], reach: Reach): Condition[] {
  const open = ways.filter(
    way => way.reaches.includes(reach) && (way.within?.some(one => standsThere(person, place, one)) ?? true),
  )
  const whole = open.filter(({ as }) => isOfPlace(as) && standsThere(person, place, as))
  const always = whole.find(endsOnNoDay)
  if (always) return [() => []]
  const some = open.filter(({ as }) => !isOfPlace(as)).filter(way => whole.length === 0 || endsOnNoDay(way))
  return [...whole.slice(0, 1), ...some].flatMap<Condition>(way => {
    const is = ofPiece(person, way)
    return is ? [eb => [...is(eb), ...stillToday(eb, way)]] : []
  })
}

/** What the piece itself must be like; undefined where no piece can be. */
function ofPiece(person: Person, { as }: Way): Condition | undefined {
  const { heldBy, of } = relations[as] as Relation
  const ids = heldBy(person)
  if (of === 'loggedBy') return eb => [eb('evidence.loggedBy', 'in', ids)]
  if (of !== 'schoolIds') return () => []
  return ids.length > 0 ? eb => [comesFrom(eb, ids)] : undefined
}

/** Whether it is the same for every piece of a group. */
function isOfPlace(as: keyof typeof relations): boolean {
  return ['groupId', 'networkId'].includes(relations[as].of)
}

function standsThere(person: Person, place: WhichPieces['place'], as: keyof typeof relations): boolean {
  const { heldBy, of } = relations[as] as Relation
  return heldBy(person).includes(place[of as keyof WhichPieces['place']])
}
