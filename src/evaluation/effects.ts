import { type ActionInView, actionsOf, type FoundAction } from '../actions/actions.js'
import { schoolsByIds } from '../networks/schools/schools.js'
import { piecesById } from '../claims/linking/pieces.js'
import type { Db } from '../database.js'
import type { Enquiry } from '../enquiries/enquiry.js'
import { opening } from '../evidence/listing/cards.js'
import type { Piece } from '../evidence/evidence.js'
import type { Reader } from '../names/reader.js'
import { byName } from '../words/words.js'
import { isJudged } from './judged.js'
import type { Effect } from './tables.js'

/** What an action did in one school, with the evidence that the reader may see. */
export interface EffectInView extends Effect {
  judgedByName: string
  evidence: Piece[]
}

/** Where an action and a school meet. */
export interface Cell {
  schoolId: string
  school: string
  /** Where it is judged, or read in full. */
  href: string
  /** The school is one of those that the action was agreed for. */
  tried: boolean
  /** For the group also while it is on the way to a judgement; for others once it is one. */
  effect: EffectInView | null
  isJudged: boolean
  /** The first words of what happened and why here, for the grid. */
  brief: { whatHappened: string; whyHere: string }
}

/** Actions down, schools across in the order of the alphabet: side by side, and never ranked. */
export interface EffectsGrid {
  schools: { id: string; name: string }[]
  rows: { action: ActionInView; cells: Cell[] }[]
}

/**
 * The effects of an enquiry's actions in each school, as far as the person may read the actions. Schools are the group's
 * and every one that tried an action. The grid page, the evaluation stage, CSV and the write-up read it here.
 */
export async function effectsOf(db: Db, person: Reader, enquiry: Enquiry): Promise<EffectsGrid> {
  const actions = await actionsOf(db, person, enquiry)
  const { school: called } = enquiry.names
  const effects = await effectsOn(
    db,
    person,
    enquiry,
    actions.map(action => action.id),
  )
  const schools = (await schoolsByIds(db, schoolIdsIn(enquiry, actions, effects)))
    .map(school => ({ ...school, name: called(school) }))
    .sort(byName)
  return {
    schools,
    rows: actions.map(action => ({ action, cells: schools.map(school => cellOf(action, school, effects)) })),
  }
}

function schoolIdsIn(enquiry: Enquiry, actions: ActionInView[], effects: Effect[]): string[] {
  const tried = actions.flatMap(action => action.schools.map(school => school.schoolId))
  return [...new Set([...enquiry.schoolIds, ...tried, ...effects.map(effect => effect.schoolId)])]
}

function cellOf(action: ActionInView, school: { id: string; name: string }, effects: EffectInView[]): Cell {
  const effect = effects.find(one => one.actionId === action.id && one.schoolId === school.id && !isEmpty(one)) ?? null
  return {
    schoolId: school.id,
    school: school.name,
    href: `/actions/${action.id}/effects/${school.id}`,
    tried: action.schools.some(one => one.schoolId === school.id),
    effect,
    isJudged: effect !== null && isJudged(effect),
    brief: { whatHappened: opening(effect?.whatHappened ?? '', 220), whyHere: opening(effect?.whyHere ?? '', 160) },
  }
}

/** Somebody began to type, and took it all out again. */
function isEmpty(effect: EffectInView): boolean {
  const { judgement, confidence, whatHappened, whyHere, forWhom, evidence } = effect
  return !judgement && !confidence && !whatHappened && !whyHere && !forWhom && evidence.length === 0
}

/** The effect of one action in one school, for somebody who has found the action; undefined when nobody has judged it. */
export async function effectAt(
  db: Db,
  person: Reader,
  { id, enquiry }: Pick<FoundAction, 'id' | 'enquiry'>,
  schoolId: string,
): Promise<EffectInView | undefined> {
  const effect = (await effectsOn(db, person, enquiry, [id])).find(one => one.schoolId === schoolId)
  return effect
}

async function effectsOn(
  db: Db,
  person: Reader,
  { groupId, standing }: Pick<Enquiry, 'groupId' | 'standing'>,
  actionIds: string[],
): Promise<EffectInView[]> {
  if (actionIds.length === 0) return []
  const rows = await db
    .selectFrom('effects')
    .innerJoin('people', 'people.id', 'effects.judgedBy')
    .selectAll('effects')
    .select('people.name as judgedByName')
    .where('effects.actionId', 'in', actionIds)
    .execute()
  const effects = rows.filter(effect => standing.member || isJudged(effect))
  const links = await linksOf(
    db,
    effects.map(effect => effect.id),
  )
  const pieces = await piecesById(
    db,
    person,
    links.map(link => link.evidenceId),
  )
  const { read } = await person.namesIn(db, groupId)
  return read(effects).map(effect => ({
    ...effect,
    evidence: links.filter(link => link.effectId === effect.id).flatMap(link => pieces.get(link.evidenceId) ?? []),
  }))
}

async function linksOf(db: Db, effectIds: string[]) {
  if (effectIds.length === 0) return []
  return db
    .selectFrom('effectEvidence')
    .innerJoin('evidence', 'evidence.id', 'effectEvidence.evidenceId')
    .selectAll('effectEvidence')
    .where('effectId', 'in', effectIds)
    .orderBy('evidence.number')
    .execute()
}
