import type { Db } from '../database.js'
import { mayReadOfCycle } from '../claims/permissions.js'
import { piecesById } from '../claims/linking/pieces.js'
import { type Enquiry, findEnquiryById } from '../enquiries/enquiry.js'
import { NotFound } from '../errors.js'
import type { Piece } from '../evidence/evidence.js'
import { seenOnPage, type Sight } from '../instruments/measures/readings.js'
import type { Reader } from '../names/reader.js'
import { today } from '../web/now.js'
import { byName } from '../words/words.js'
import { type Measured, measuresOf } from './measuring/measures.js'
import type { FoundAction } from './found-action.js'
import type { Action } from './tables.js'

export type { FoundAction }

/** How far an action is: by its days, until somebody says that it is completed. */
export const actionStates = ['agreed', 'under way', 'completed'] as const
export type ActionState = (typeof actionStates)[number]

/** How one school made an action its own, and what happened there. */
export interface AtSchool {
  schoolId: string
  name: string
  adaptation: string
  whatHappened: string
  version: number
  writtenAt: string
  writtenByName: string
}

/** An action with its schools in the order of the alphabet, its evidence and its measures, as far as the reader sees them. */
export interface ActionInView extends Action {
  /** `A2` */
  label: string
  href: string
  state: ActionState
  /** Its last day is over, and nobody has said that it is completed. */
  isOver: boolean
  agreedByName: string
  schools: AtSchool[]
  evidence: Piece[]
  measures: Measured[]
}

/** @throws NotFound unless the person may read this action; a removed one is there for nobody. */
export async function findAction(db: Db, person: Reader, id: string): Promise<FoundAction> {
  const action = await findActionEvenRemoved(db, person, id)
  if (action.removedAt) throw new NotFound('action')
  return action
}

/** For bringing a removed action back. @throws NotFound */
export async function findActionEvenRemoved(db: Db, person: Reader, id: string): Promise<FoundAction> {
  const action = await db.selectFrom('actions').selectAll().where('id', '=', id).executeTakeFirst()
  if (!action) throw new NotFound('action')
  const enquiry = await findEnquiryById(db, person, action.enquiryId)
  if (!mayReadOfCycle(enquiry, action)) throw new NotFound('action')
  return { ...enquiry.names.read(action), enquiry }
}

/**
 * The actions of an enquiry's cycle that the person may read, in the order of their numbers, without removed ones. Lists,
 * CSV, stage pages, write-ups and the evaluation grid read them here.
 * @param sight which of their measures, where they do not stay on a page
 */
export async function actionsOf(
  db: Db,
  person: Reader,
  enquiry: Enquiry,
  sight: Sight = seenOnPage(enquiry),
): Promise<ActionInView[]> {
  const rows = await named(db)
    .where('actions.enquiryId', '=', enquiry.id)
    .where('actions.removedAt', 'is', null)
    .orderBy('actions.number')
    .execute()
  const readable = rows.filter(action => mayReadOfCycle(enquiry, action))
  return inView(db, person, enquiry, enquiry.names.read(readable), sight)
}

/** One action in full, for somebody who has found it. */
export async function actionInView(db: Db, person: Reader, action: FoundAction): Promise<ActionInView> {
  const row = await named(db).where('actions.id', '=', action.id).executeTakeFirstOrThrow()
  const { enquiry } = action
  return (await inView(db, person, enquiry, [enquiry.names.read(row)], seenOnPage(enquiry)))[0]!
}

/** Removed actions that a member may bring back. */
export async function removedFrom(db: Db, enquiry: Enquiry): Promise<Action[]> {
  const rows = await db
    .selectFrom('actions')
    .selectAll()
    .where('enquiryId', '=', enquiry.id)
    .where('removedAt', 'is not', null)
    .orderBy('number')
    .execute()
  return enquiry.names.read(rows)
}

function named(db: Db) {
  return db
    .selectFrom('actions')
    .innerJoin('people', 'people.id', 'actions.agreedBy')
    .selectAll('actions')
    .select('people.name as agreedByName')
}

async function inView(
  db: Db,
  person: Reader,
  enquiry: Enquiry,
  actions: (Action & { agreedByName: string })[],
  sight: Sight,
): Promise<ActionInView[]> {
  const ids = actions.map(action => action.id)
  if (ids.length === 0) return []
  const { read } = enquiry.names
  const schools = read(await atSchools(db, ids)).sort(byName)
  const links = await db
    .selectFrom('actionEvidence')
    .innerJoin('evidence', 'evidence.id', 'actionEvidence.evidenceId')
    .select(['actionEvidence.actionId', 'actionEvidence.evidenceId'])
    .where('actionId', 'in', ids)
    .orderBy('evidence.number')
    .execute()
  const pieces = await piecesById(
    db,
    person,
    links.map(link => link.evidenceId),
  )
  const measures = await measuresOf(db, enquiry.names, ids, sight)
  return actions.map(action => ({
    ...action,
    label: `A${action.number}`,
    href: `/actions/${action.id}`,
    state: stateOf(action),
    isOver: action.completedAt === null && action.endsOn !== null && action.endsOn < today(),
    schools: schools.filter(one => one.actionId === action.id),
    evidence: links.filter(link => link.actionId === action.id).flatMap(link => pieces.get(link.evidenceId) ?? []),
    measures: measures.filter(measure => measure.actionId === action.id),
  }))
}

function stateOf({ completedAt, startsOn }: Action): ActionState {
  if (completedAt) return 'completed'
  return startsOn !== null && startsOn <= today() ? 'under way' : 'agreed'
}

async function atSchools(db: Db, actionIds: string[]) {
  return db
    .selectFrom('actionSchools')
    .innerJoin('schools', 'schools.id', 'actionSchools.schoolId')
    .innerJoin('people', 'people.id', 'actionSchools.writtenBy')
    .select(['actionSchools.actionId', 'actionSchools.schoolId', 'schools.name', 'actionSchools.adaptation'])
    .select(['actionSchools.whatHappened', 'actionSchools.version', 'actionSchools.writtenAt'])
    .select('people.name as writtenByName')
    .where('actionSchools.actionId', 'in', actionIds)
    .execute()
}
