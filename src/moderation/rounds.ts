import type { Db, Trx } from '../database.js'
import { Conflict, NotFound } from '../errors.js'
import { record } from '../facts/facts.js'
import type { Network } from '../networks/tables.js'
import type { Person } from '../people/person.js'
import { newId } from '../web/new-id.js'
import { now } from '../web/now.js'
import { byName } from '../words/words.js'
import { mayReadRound } from './permissions.js'
import type { ModerationRound } from './tables.js'

export interface Judge {
  personId: string
  name: string
  leftAt: string | null
  leavingWord: string
}

export interface FoundRound {
  round: ModerationRound
  /** By name; also those who have left. */
  judges: Judge[]
}

export type RoundWords = Pick<ModerationRound, 'title' | 'about' | 'judgeBy'>

/** @throws NotFound for those who neither judge in it nor lead it */
export async function findRound(db: Db, person: Person, networkId: string, id: string): Promise<FoundRound> {
  const [found] = await roundsByIds(db, person, [id])
  if (found?.round.networkId !== networkId) throw new NotFound('round')
  return found
}

/** A round with those who judge in it, whoever asks: whether they may read it is still to be asked. */
export async function findWithJudges(db: Db, id: string): Promise<FoundRound | undefined> {
  return (await withJudges(db, [id]))[0]
}

/** Those of these rounds that the person may read. */
export async function roundsByIds(db: Db, person: Person, ids: string[]): Promise<FoundRound[]> {
  return (await withJudges(db, ids)).filter(found => mayReadRound(person, found))
}

async function withJudges(db: Db, ids: string[]): Promise<FoundRound[]> {
  if (ids.length === 0) return []
  const rounds = await db.selectFrom('moderationRounds').selectAll().where('id', 'in', ids).execute()
  const judges = await db
    .selectFrom('moderationJudges')
    .innerJoin('people', 'people.id', 'moderationJudges.personId')
    .select(['roundId', 'personId', 'people.name', 'leftAt', 'leavingWord'])
    .where('roundId', 'in', ids)
    .execute()
  return rounds.map(round => ({ round, judges: judges.filter(one => one.roundId === round.id).sort(byName) }))
}

/** The rounds that somebody judges in or leads, the newest first, one page of them. */
export async function roundsOf(
  db: Db,
  person: Person,
  networkId: string,
  page: number,
  size: number,
): Promise<{ rows: FoundRound[]; total: number }> {
  const query = db
    .selectFrom('moderationRounds')
    .where('networkId', '=', networkId)
    .where(eb =>
      eb.or([
        eb('leaderId', '=', person.id),
        eb(
          'id',
          'in',
          eb
            .selectFrom('moderationJudges')
            .select('roundId')
            .where('personId', '=', person.id)
            .where('leftAt', 'is', null),
        ),
      ]),
    )
  const { total } = await query.select(eb => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const rows = await query
    .select('id')
    .orderBy('madeAt', 'desc')
    .orderBy('id')
    .limit(size)
    .offset((page - 1) * size)
    .execute()
  const ids = rows.map(row => row.id)
  const found = await roundsByIds(db, person, ids)
  return { total: Number(total), rows: ids.flatMap(id => found.find(one => one.round.id === id) ?? []) }
}

export function aboutRound({ id, networkId }: Pick<ModerationRound, 'id' | 'networkId'>) {
  return { networkId, aboutKind: 'moderation round', aboutId: id }
}

export async function prepareRound(
  trx: Trx,
  network: Pick<Network, 'id'>,
  person: Person,
  words: RoundWords,
): Promise<ModerationRound> {
  const round: ModerationRound = {
    ...{ id: newId(), networkId: network.id, ...words, leaderId: person.id, madeAt: now(), madeBy: person.id },
    ...{ begunAt: null, begunBy: null, openedAt: null, openedBy: null, finishedAt: null, finishedBy: null },
    ...{ sequence: 0, changedAt: now() },
  }
  await trx.insertInto('moderationRounds').values(round).execute()
  await record(trx, { kind: 'moderation round prepared', by: person, ...aboutRound(round) })
  return round
}

export async function describeRound(
  trx: Trx,
  round: ModerationRound,
  person: Person,
  words: RoundWords,
): Promise<void> {
  await set(trx, round, words)
  await record(trx, { kind: 'moderation round described', by: person, ...aboutRound(round) })
}

/** From now on each judges alone. */
export async function beginRound(trx: Trx, round: ModerationRound, person: Person): Promise<void> {
  if (round.begunAt) throw new Conflict('This round has begun already.')
  await set(trx, round, { begunAt: now(), begunBy: person.id })
  await record(trx, { kind: 'moderation round begun', by: person, ...aboutRound(round) })
}

/** What each said is laid side by side, for those who have judged. */
export async function openRound(trx: Trx, round: ModerationRound, person: Person): Promise<void> {
  if (!round.begunAt || round.openedAt) throw new Conflict('This round is open already, or has not begun.')
  await set(trx, round, { openedAt: now(), openedBy: person.id })
  await record(trx, { kind: 'moderation round opened', by: person, ...aboutRound(round) })
}

export async function finishRound(trx: Trx, round: ModerationRound, person: Person): Promise<void> {
  if (!round.openedAt || round.finishedAt) throw new Conflict('This round is finished already, or is not open.')
  await set(trx, round, { finishedAt: now(), finishedBy: person.id })
  await record(trx, { kind: 'moderation round finished', by: person, ...aboutRound(round) })
}

async function set(trx: Trx, round: ModerationRound, changes: Partial<ModerationRound>): Promise<void> {
  await trx
    .updateTable('moderationRounds')
    .set({ ...changes, sequence: round.sequence + 1, changedAt: now() })
    .where('id', '=', round.id)
    .execute()
}
