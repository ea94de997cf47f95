import type { Db, Trx } from '../../database.js'
import { Conflict, NotAllowed, NotFound } from '../../errors.js'
import { record } from '../../facts/facts.js'
import { newId } from '../../web/new-id.js'
import { now } from '../../web/now.js'
import type { Account } from '../administration/administering.js'
import type { Person } from '../person.js'
import { graveKinds } from './kinds.js'
import type { GraveAct, GraveKindName } from './tables.js'
import { type Agreeing, whoAgrees } from './who-agrees.js'

/** A grave act, with the names of those whom it concerns. */
export interface GraveActInWords extends GraveAct {
  name: string
  asker: string
  agreer: string | null
  stopper: string | null
  /** Who may be the second person. */
  agreeing: Agreeing[]
}

/**
 * Asks for something grave. Where a second person can agree, it waits for them first; where nobody can, it waits longer by
 * itself. Asked for already, it waits on.
 * @throws Conflict where there is nothing to do, and for one's own account
 */
export async function askForGraveAct(
  trx: Trx,
  kind: GraveKindName,
  account: Account,
  by: Pick<Person, 'id'>,
): Promise<{ id: string }> {
  if (by.id === account.id) throw new Conflict('What touches your own account you do on your account.')
  await graveKinds[kind].mayBeAsked(trx, account)
  const waiting = await openActs(trx).where('kind', '=', kind).where('personId', '=', account.id).executeTakeFirst()
  if (waiting) return waiting
  const row = { id: newId(), kind, personId: account.id, askedAt: now(), askedBy: by.id }
  const alone = (await whoAgrees(trx, row)).length === 0
  const takesEffectAt = alone ? inHours(graveKinds[kind].hours.alone) : null
  await trx
    .insertInto('graveActs')
    .values({ ...row, takesEffectAt })
    .execute()
  await record(trx, { kind: 'grave act asked', by, ...about(account.id), act: row.id, what: kind })
  return row
}

/** The second person says yes: from now on it waits to be done. @throws NotAllowed, Conflict */
export async function agreeToGraveAct(trx: Trx, act: GraveActInWords, by: Pick<Person, 'id'>): Promise<void> {
  if (!(await whoAgrees(trx, act)).some(one => one.id === by.id))
    throw new NotAllowed('A second person agrees to this, not you.')
  const agreed = await trx
    .updateTable('graveActs')
    .set({ agreedAt: now(), agreedBy: by.id, takesEffectAt: inHours(graveKinds[act.kind].hours.agreed) })
    .where('id', '=', act.id)
    .where('agreedAt', 'is', null)
    .where('stoppedAt', 'is', null)
    .where('doneAt', 'is', null)
    .executeTakeFirst()
  if (agreed.numUpdatedRows === 0n) throw new Conflict('This has been answered already.')
  await record(trx, { kind: 'grave act agreed', by, ...about(act.personId), act: act.id, what: act.kind })
}

/** Whoever it touches, whoever asked, or whoever could agree stops it. @throws Conflict when it is too late */
export async function stopGraveAct(trx: Trx, act: Pick<GraveAct, 'id' | 'kind' | 'personId'>, by: Pick<Person, 'id'>) {
  const stopped = await trx
    .updateTable('graveActs')
    .set({ stoppedAt: now(), stoppedBy: by.id })
    .where('id', '=', act.id)
    .where('stoppedAt', 'is', null)
    .where('doneAt', 'is', null)
    .executeTakeFirst()
  if (stopped.numUpdatedRows === 0n) throw new Conflict('This has been done or stopped already.')
  await record(trx, { kind: 'grave act stopped', by, ...about(act.personId), act: act.id, what: act.kind })
}

/** For those whom it concerns: the person, whoever asked, and whoever may agree. @throws NotFound for everybody else */
export async function findGraveAct(db: Db, person: Person, id: string): Promise<GraveActInWords> {
  const found = await graveActBy(db, id)
  if (!found || !concerns(found, person)) throw new NotFound()
  return found
}

/** Whoever asks: for the letters about it. */
export async function graveActBy(db: Db, id: string): Promise<GraveActInWords | undefined> {
  const row = await inWords(db).where('graveActs.id', '=', id).executeTakeFirst()
  return row && { ...row, agreeing: await whoAgrees(db, row) }
}

/** The page of an act that waits already; null where none does. */
export async function whereAsked(db: Db, kind: GraveKindName, personId: string): Promise<string | null> {
  const act = await openActs(db).where('kind', '=', kind).where('personId', '=', personId).executeTakeFirst()
  return act ? `/grave-acts/${act.id}` : null
}

/** What waits and concerns somebody, the oldest first. */
export async function graveActsFor(db: Db, person: Person): Promise<GraveActInWords[]> {
  const rows = await inWords(db).where('stoppedAt', 'is', null).where('doneAt', 'is', null).orderBy('askedAt').execute()
  const all = await Promise.all(rows.map(async row => ({ ...row, agreeing: await whoAgrees(db, row) })))
  return all.filter(one => concerns(one, person))
}

function concerns({ personId, askedBy, agreeing }: GraveActInWords, { id, isAdministrator }: Person): boolean {
  return isAdministrator || [personId, askedBy, ...agreeing.map(one => one.id)].includes(id)
}

function openActs(db: Db) {
  return db.selectFrom('graveActs').selectAll().where('stoppedAt', 'is', null).where('doneAt', 'is', null)
}

function inWords(db: Db) {
  return db
    .selectFrom('graveActs')
    .innerJoin('people', 'people.id', 'graveActs.personId')
    .innerJoin('people as askers', 'askers.id', 'graveActs.askedBy')
    .leftJoin('people as agreers', 'agreers.id', 'graveActs.agreedBy')
    .leftJoin('people as stoppers', 'stoppers.id', 'graveActs.stoppedBy')
    .selectAll('graveActs')
    .select(['people.name', 'askers.name as asker', 'agreers.name as agreer', 'stoppers.name as stopper'])
}

function inHours(hours: number): string {
  return new Date(Date.parse(now()) + hours * 3_600_000).toISOString()
}

function about(personId: string) {
  return { aboutKind: 'person', aboutId: personId }
}
