import type { Db, Trx } from '../../database.js'
import { NotFound } from '../../errors.js'
import { record } from '../../facts/facts.js'
import type { Person } from '../../people/person.js'
import { newId } from '../../web/new-id.js'
import { aboutRound } from '../rounds.js'
import type { ModerationCriterion, ModerationLevel, ModerationRound } from '../tables.js'

export interface Criterion extends ModerationCriterion {
  /** From the lowest to the highest. */
  levels: ModerationLevel[]
}

/** The sheets of rounds: what is looked at, each with its levels, in their order. */
export async function sheetsOf(db: Db, roundIds: string[]): Promise<Criterion[]> {
  if (roundIds.length === 0) return []
  const criteria = await db
    .selectFrom('moderationCriteria')
    .selectAll()
    .where('roundId', 'in', roundIds)
    .orderBy('position')
    .execute()
  if (criteria.length === 0) return []
  const levels = await db
    .selectFrom('moderationLevels')
    .selectAll()
    .where(
      'criterionId',
      'in',
      criteria.map(one => one.id),
    )
    .orderBy('level')
    .execute()
  return criteria.map(one => ({ ...one, levels: levels.filter(level => level.criterionId === one.id) }))
}

export function sheetOf(db: Db, round: Pick<ModerationRound, 'id'>): Promise<Criterion[]> {
  return sheetsOf(db, [round.id])
}

/** @throws NotFound */
export async function findCriterion(db: Db, round: ModerationRound, id: string): Promise<Criterion> {
  const criterion = (await sheetOf(db, round)).find(one => one.id === id)
  if (!criterion) throw new NotFound('criterion')
  return criterion
}

interface CriterionWords {
  name: string
  levels: { name: string; means: string }[]
}

export async function addCriterion(trx: Trx, round: ModerationRound, person: Person, words: CriterionWords) {
  const before = await sheetOf(trx, round)
  const id = newId()
  const position = (before.at(-1)?.position ?? 0) + 1
  await trx.insertInto('moderationCriteria').values({ id, roundId: round.id, position, name: words.name }).execute()
  await putLevels(trx, id, words.levels)
  await record(trx, { kind: 'sheet of a moderation round changed', by: person, ...aboutRound(round) })
}

export async function changeCriterion(
  trx: Trx,
  round: ModerationRound,
  person: Person,
  criterion: Criterion,
  words: CriterionWords,
): Promise<void> {
  await trx.updateTable('moderationCriteria').set({ name: words.name }).where('id', '=', criterion.id).execute()
  await trx.deleteFrom('moderationLevels').where('criterionId', '=', criterion.id).execute()
  await putLevels(trx, criterion.id, words.levels)
  await record(trx, { kind: 'sheet of a moderation round changed', by: person, ...aboutRound(round) })
}

export async function removeCriterion(trx: Trx, round: ModerationRound, person: Person, criterion: Criterion) {
  await trx.deleteFrom('moderationLevels').where('criterionId', '=', criterion.id).execute()
  await trx.deleteFrom('moderationCriteria').where('id', '=', criterion.id).execute()
  await record(trx, { kind: 'sheet of a moderation round changed', by: person, ...aboutRound(round) })
}

/** Takes over the sheet of an earlier round, so that nothing is typed twice. */
export async function copySheet(trx: Trx, round: ModerationRound, person: Person, from: { id: string }) {
  for (const { name, levels } of await sheetOf(trx, from)) await addCriterion(trx, round, person, { name, levels })
}

async function putLevels(trx: Trx, criterionId: string, levels: CriterionWords['levels']): Promise<void> {
  const rows = levels.map(({ name, means }, place) => ({ criterionId, level: place + 1, name, means }))
  await trx.insertInto('moderationLevels').values(rows).execute()
}

export function levelNamed(criterion: Criterion, level: number): string {
  return criterion.levels.find(one => one.level === level)?.name ?? ''
}
