import type { Db } from '../../database.js'
import { namesOutside } from '../../names/names.js'
import type { Term } from '../../networks/tables.js'
import { askedOnce } from '../../asked-once.js'
import { evidenceByKindIn, evidenceBySchoolIn, evidenceIn } from './evidence-logged.js'
import { movedIn, namesOfGroups } from './movements.js'
import { adoptionOf, costsIn, putInPlace, recommendedUntil, responsesOf } from './recommendations-in-records.js'
import { membersIn, schoolsAtEndOf } from './taking-part.js'
import {
  actionsIn,
  claimsIn,
  effectsJudgedIn,
  groupsAtWorkIn,
  releaseDaysIn,
  writeUpsPublishedIn,
} from './what-happened.js'
import { type Window, windowOf } from './window.js'

/** What the records tell of a network's term, under the names that may be read outside its groups. */
export type TermInRecords = ReturnType<typeof termInRecords>

/**
 * Each question is asked once, however many parts of a report need its answer, and only where one does.
 * @param network what is the same for every term: hand it on where two terms stand beside each other
 */
export function termInRecords(db: Db, networkId: string, term: Term, network = networkInRecords(db, networkId)) {
  const window = askedOnce(() => windowOf(db, term))
  const inWindow = <Answer>(ask: (db: Db, scope: { networkId: string }, window: Window) => Promise<Answer>) =>
    askedOnce(async () => ask(db, { networkId }, await window()))
  return {
    ...network,
    term,
    window,
    moved: askedOnce(async () => movedIn(db, await network.namesOfGroups(), await window())),
    groupsAtWork: inWindow(groupsAtWorkIn),
    schools: inWindow(schoolsAtEndOf),
    members: inWindow(membersIn),
    evidence: inWindow(evidenceIn),
    evidenceByKind: inWindow(evidenceByKindIn),
    evidenceBySchool: inWindow(evidenceBySchoolIn),
    claims: inWindow(claimsIn),
    actions: inWindow(actionsIn),
    effectsJudged: inWindow(effectsJudgedIn),
    recommended: inWindow(recommendedUntil),
    costs: inWindow(costsIn),
    writeUps: inWindow(writeUpsPublishedIn),
    adoptedBefore: askedOnce(async () => adoptionOf(db, networkId, (await window()).from)),
    releaseDays: askedOnce(() => releaseDaysIn(db, networkId, term)),
  }
}

/** What the records tell of a network, whichever term it is told for. */
export function networkInRecords(db: Db, networkId: string) {
  const pseudonyms = namesOutside()
  return {
    /** Under which names a group is read outside it. */
    names: pseudonyms,
    namesIn: (groupId: string) => pseudonyms.namesIn(db, groupId),
    namesOfGroups: askedOnce(() => namesOfGroups(db, { networkId })),
    responses: askedOnce(() => responsesOf(db, { networkId })),
    putInPlace: askedOnce(() => putInPlace(db, networkId)),
  }
}
