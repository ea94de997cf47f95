import type { Db } from '../database.js'
import { NotFound } from '../errors.js'
import type { Person } from '../people/person.js'
import { graveKind, type GraveKind, type GraveRules, type NamedAct } from './kinds.js'
import { everybodyTold } from './telling.js'
import { type Agreeing, secondPeople } from './who-agrees.js'

/** A grave act with everybody whom it concerns. */
export interface FoundAct extends NamedAct {
  /** Who may be the second person. */
  agreeing: Agreeing[]
  /** Whom it touches. */
  touched: string[]
  /** All who may read and stop it. */
  concerned: string[]
}

/** For those whom it concerns. @throws NotFound for everybody else, and for kinds that have a page of their own */
export async function findGraveAct(db: Db, kinds: GraveKind[], person: Person, id: string): Promise<FoundAct> {
  const act = await named(db).where('graveActs.id', '=', id).executeTakeFirst()
  if (!act) throw new NotFound()
  const kind = graveKind(kinds, act.kind)
  const found = await withThose(db, kind, act)
  const mayRead = found.concerned.includes(person.id) || (kind.administratorsToo === true && person.isAdministrator)
  if (!mayRead) throw new NotFound()
  return found
}

async function withThose(db: Db, kind: GraveRules, act: NamedAct): Promise<FoundAct> {
  const agreeing = await secondPeople(db, kind, act)
  const touched = await kind.whomItTouches(db, act)
  const told = await everybodyTold(db, act.id)
  return { ...act, agreeing, touched, concerned: [act.askedBy, ...touched, ...agreeing.map(one => one.id), ...told] }
}

/** Grave acts with the names of those who have spoken about them. */
export function named(db: Db) {
  return db
    .selectFrom('graveActs')
    .innerJoin('people as askers', 'askers.id', 'graveActs.askedBy')
    .leftJoin('people as agreers', 'agreers.id', 'graveActs.agreedBy')
    .leftJoin('people as stoppers', 'stoppers.id', 'graveActs.stoppedBy')
    .selectAll('graveActs')
    .select(['askers.name as asker', 'agreers.name as agreer', 'stoppers.name as stopper'])
}
