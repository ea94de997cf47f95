import type { Db } from '../database.js'
import { schoolsByIds } from '../networks/schools/schools.js'
import type { Enquiry } from '../enquiries/enquiry.js'
import type { StageNeed, StagePart } from '../enquiries/stages/stage-parts.js'
import type { Reader } from '../names/reader.js'
import { countsOf, sumOf, type Counted, countedBy } from '../reach/counted-pieces.js'
import { newestIds, visibleInOrder } from '../reach/visible-in-order.js'
import { notShared } from '../reach/reaches.js'
import type { Stage } from '../stages.js'
import { listed } from '../words/words.js'
import { cardOf } from './listing/cards.js'
import { kinds } from './kinds.js'
import { piecesInOrder } from './listing/listing.js'
import type { OnStage } from './pages.js'
import { mayLogEvidence } from './permissions.js'

const newest = 4

/** The newest pieces on the stages where evidence is read most, and on the group's own page. */
export const evidenceOnStages: StagePart<OnStage, Counted[]>[] = [
  { stage: 'home', view: 'evidence/_on-stage', knows, load: (...at) => onStage(...at) },
  { stage: 'context', view: 'evidence/_on-stage', knows, load: (...at) => onStage(...at, 'context') },
  {
    stage: 'evidence',
    view: 'evidence/_on-stage',
    knows,
    load: (...at) => onStage(...at, 'evidence'),
    needs: evidenceNeeds,
  },
]

function knows(db: Db, { groupId }: Enquiry): Promise<Counted[]> {
  return countsOf(db, groupId)
}

async function onStage(
  db: Db,
  person: Reader,
  enquiry: Enquiry,
  counted: Counted[],
  stage?: Stage,
): Promise<OnStage | undefined> {
  const counts = countedBy(counted, person, enquiry).filter(
    one => one.enquiryId === enquiry.id && (stage === undefined || one.stage === stage),
  )
  const mayLog = mayLogEvidence(enquiry)
  if (counts.length === 0 && !mayLog) return undefined
  const found = visibleInOrder(db, person, {
    place: enquiry,
    reaches: new Set(counts.map(one => one.reach)),
    narrow: query => {
      const own = query.where('evidence.enquiryId', '=', enquiry.id)
      return stage ? own.where('evidence.stage', '=', stage) : own
    },
  })
  const pieces = found ? await piecesInOrder(db, person, await newestIds(found, newest)) : []
  const address = `/groups/${enquiry.groupId}/evidence`
  return {
    heading: stage ? 'Evidence for this stage' : 'The newest evidence',
    pieces: pieces.map(piece => cardOf(piece, person)),
    total: sumOf(counts),
    all: stage ? `${address}?stage=${stage}` : address,
    log: mayLog ? `${address}/new` : null,
    byKind: kinds.flatMap(({ key, name }) => {
      const count = sumOf(counts.filter(one => one.kind === key))
      return count > 0 ? [{ name, count }] : []
    }),
    bySchool: (await schoolsByIds(db, [...new Set(counts.flatMap(one => one.schoolIds))])).map(school => ({
      name: enquiry.names.school(school),
      count: sumOf(counts.filter(one => one.schoolIds.includes(school.id))),
    })),
  }
}

/** What the evidence stage still needs: something from each school, and more than one kind. */
async function evidenceNeeds(db: Db, enquiry: Enquiry, counted: Counted[]): Promise<StageNeed[]> {
  const shared = counted.filter(one => one.enquiryId === enquiry.id && !notShared.includes(one.reach))
  const found = new Set(shared.flatMap(one => one.schoolIds))
  const kindsFound = new Set(shared.map(one => one.kind))
  const missing = enquiry.schoolIds.filter(id => !found.has(id))
  const names = (await schoolsByIds(db, missing)).map(enquiry.names.school)
  const href = `/groups/${enquiry.groupId}/evidence/new`
  const from = names.length ? `Evidence from ${listed(names)}` : 'Evidence from every school'
  return [
    { stage: 'evidence', text: from, met: missing.length === 0, href },
    { stage: 'evidence', text: 'More than one kind of evidence', met: kindsFound.size > 1, href },
  ]
}
