import type { Db, Trx } from '../../database.js'
import type { Enquiry } from '../../enquiries/enquiry.js'
import { Conflict } from '../../errors.js'
import { evidenceVisibleTo } from '../../evidence/evidence.js'
import type { Reader } from '../../names/reader.js'
import { act, type Change, type Facts, factsOf } from './acts.js'
import { holdsTogether, NoLongerFits } from '../holding-together.js'
import type { CodingAct } from '../tables.js'

/** The steps of one person in a group that can be taken back now, and those taken back that can be made again. */
export interface Steps {
  undo: CodingAct | null
  redo: CodingAct | null
}

type Group = Pick<Enquiry, 'groupId'>
const remembered = 2000

/** What this person's next undoing and redoing would be. Steps about pieces that they may not see now rest. */
export async function stepsOf(db: Db, person: Reader, { groupId }: Group): Promise<Steps> {
  const acts = await db
    .selectFrom('codingActs')
    .selectAll()
    .where('groupId', '=', groupId)
    .where('personId', '=', person.id)
    .orderBy('number', 'desc')
    .limit(remembered)
    .execute()
  const { undo, redo } = piledUp(acts.reverse())
  return { undo: await lastThatCounts(db, person, undo), redo: await lastThatCounts(db, person, redo) }
}

/** Every act in the order it was done: a new step ends the redoing of older ones. */
export function piledUp<Act extends Pick<CodingAct, 'id' | 'undoes' | 'redoes'>>(acts: Act[]) {
  let redo: Act[] = []
  const undo: Act[] = []
  for (const one of acts) {
    if (one.undoes !== null) move(undo, redo, one.undoes)
    else if (one.redoes !== null) move(redo, undo, one.redoes)
    else {
      undo.push(one)
      redo = []
    }
  }
  return { undo, redo }
}

function move<Act extends { id: string }>(from: Act[], to: Act[], id: string): void {
  const at = from.findLastIndex(one => one.id === id)
  if (at >= 0) to.push(...from.splice(at, 1))
}

async function lastThatCounts(db: Db, person: Reader, acts: CodingAct[]): Promise<CodingAct | null> {
  for (const one of [...acts].reverse()) {
    if (one.readingId && !(await isBeingRead(db, one.readingId))) continue
    if (one.evidenceId === null || (await isReadable(db, person, one.evidenceId))) return one
  }
  return null
}

/** What was read blind stays as it was once it is compared. */
async function isBeingRead(db: Db, readingId: string): Promise<boolean> {
  const reading = await db
    .selectFrom('blindReadings')
    .select(['comparedAt', 'stoppedAt', 'secondDoneAt'])
    .where('id', '=', readingId)
    .executeTakeFirst()
  return !!reading && !reading.comparedAt && !reading.stoppedAt && !reading.secondDoneAt
}

async function isReadable(db: Db, person: Reader, evidenceId: string): Promise<boolean> {
  const row = await evidenceVisibleTo(db, person)
    .select('evidence.id')
    .where('evidence.id', '=', evidenceId)
    .executeTakeFirst()
  return row !== undefined
}

/**
 * Takes back the person's last step.
 * @param actId the step that they were shown
 * @returns what was taken back
 * @throws Conflict when it is not their last any more, or when a colleague has built on it since
 */
export function undo(trx: Trx, person: Reader, group: Group, actId: string): Promise<CodingAct> {
  return takeStep(trx, person, group, actId, 'undo')
}

/** Makes a step again that was taken back. @throws Conflict as `undo` does */
export function redo(trx: Trx, person: Reader, group: Group, actId: string): Promise<CodingAct> {
  return takeStep(trx, person, group, actId, 'redo')
}

async function takeStep(
  trx: Trx,
  person: Reader,
  group: Group,
  actId: string,
  way: 'undo' | 'redo',
): Promise<CodingAct> {
  const step = (await stepsOf(trx, person, group))[way]
  if (step?.id !== actId)
    throw new Conflict(
      'That is not your last step any more. Look at what the button says now, and press it again if you want it.',
    )
  const changes = await changesOf(trx, step)
  const turned = way === 'undo' ? changes.reverse().map(turnedRound) : changes
  await nobodyElseBuiltOn(trx, person, step, turned)
  const did = way === 'undo' ? `undid: ${step.did}` : `did again: ${step.did}`
  const { evidenceId, readingId } = step
  const again = { ...group, person, did, evidenceId, readingId }
  await act(trx, { ...again, ...(way === 'undo' ? { undoes: step.id } : { redoes: step.id }) }, turned)
  await holdsTogether(trx, group.groupId).catch(fits => whoBuiltOn(trx, person, step, turned, fits))
  return step
}

async function changesOf(trx: Trx, { id }: CodingAct): Promise<Change[]> {
  const rows = await trx.selectFrom('codingChanges').selectAll().where('actId', '=', id).orderBy('place').execute()
  return rows.map(row => ({
    thing: row.thing,
    id: row.thingId,
    before: JSON.parse(row.before) as Facts,
    after: JSON.parse(row.after) as Facts,
  }))
}

function turnedRound({ thing, id, before, after }: Change): Change {
  return { thing, id, before: after, after: before }
}

/** A step is taken back only where everything is still as it left it. */
async function nobodyElseBuiltOn(trx: Trx, person: Reader, step: CodingAct, changes: Change[]): Promise<void> {
  for (const change of changes) {
    const facts = await factsOf(trx, change.thing, change.id, Object.keys(change.before))
    if (!facts || !areAlike(facts, change.before)) await whoBuiltOn(trx, person, step, changes, change)
  }
}

/** Whether something is there or not counts, and not since when. */
function areAlike(one: Facts, other: Facts): boolean {
  return Object.keys(other).every(name =>
    name.endsWith('At') ? (one[name] === null) === (other[name] === null) : one[name] === other[name],
  )
}

async function whoBuiltOn(
  trx: Trx,
  person: Reader,
  step: CodingAct,
  changes: Change[],
  cause: unknown,
): Promise<never> {
  if (cause instanceof Error && !(cause instanceof NoLongerFits)) throw cause
  const touched = changes.map(({ id }) => id)
  const leaning = await leaningOn(trx, touched)
  const later = await trx
    .selectFrom('codingActs')
    .innerJoin('codingChanges', 'codingChanges.actId', 'codingActs.id')
    .innerJoin('people', 'people.id', 'codingActs.personId')
    .select(['people.name', 'codingActs.number'])
    .where('codingActs.groupId', '=', step.groupId)
    .where('codingActs.personId', '<>', person.id)
    .where('codingActs.number', '>', step.number)
    .where('codingChanges.thingId', 'in', [...touched, ...leaning])
    .orderBy('codingActs.number', 'desc')
    .limit(1)
    .executeTakeFirst()
  throw new Conflict(
    later
      ? `${later.name} has worked on the same thing since, and taking your step back would undo theirs too. It stays as it is: talk to each other, or make the change anew.`
      : 'Somebody has built on this step since, with codes or passages that lean on it. It stays as it is: talk to each other, or make the change anew.',
  )
}

/** What rests on these codes: the codings with them, and the codes beneath. */
async function leaningOn(trx: Trx, ids: string[]): Promise<string[]> {
  const codings = await trx.selectFrom('codings').select('id').where('codeId', 'in', ids).execute()
  const codes = await trx.selectFrom('codes').select('id').where('parentId', 'in', ids).execute()
  return [...codings, ...codes].map(({ id }) => id)
}
