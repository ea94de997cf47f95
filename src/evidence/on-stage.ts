import type { Db } from '../database.js'
import type { Enquiry } from '../enquiries/enquiry.js'
import type { StageNeed, StagePart } from '../enquiries/stage-parts.js'
import type { Person } from '../people/person.js'
import type { Stage } from '../stages.js'
import { byName, listed } from '../web/words.js'
import { cardOf } from './cards.js'
import { evidenceVisibleTo } from './evidence.js'
import { disguised } from './disguising.js'
import { filled } from './filling.js'
import { kinds } from './kinds.js'
import type { OnStage } from './pages.js'
import { mayLogEvidence } from './permissions.js'

const newest = 4

/** The newest pieces on the stages where evidence is read most, and on the group's own page. */
export const evidenceOnStages: StagePart<OnStage>[] = [
  { stage: 'home', view: 'evidence/_on-stage', load: (db, person, enquiry) => onStage(db, person, enquiry) },
  {
    stage: 'context',
    view: 'evidence/_on-stage',
    load: (db, person, enquiry) => onStage(db, person, enquiry, 'context'),
  },
  {
    stage: 'evidence',
    view: 'evidence/_on-stage',
    load: (db, person, enquiry) => onStage(db, person, enquiry, 'evidence'),
    needs: (db, enquiry) => evidenceNeeds(db, enquiry),
  },
]

async function onStage(db: Db, person: Person, enquiry: Enquiry, stage?: Stage): Promise<OnStage | undefined> {
  const visible = () => {
    const query = evidenceVisibleTo(db, person).where('evidence.enquiryId', '=', enquiry.id)
    return stage ? query.where('evidence.stage', '=', stage) : query
  }
  const rows = await visible()
    .selectAll('evidence')
    .orderBy('evidence.gatheredOn', 'desc')
    .orderBy('evidence.number', 'desc')
    .limit(newest)
    .execute()
  const mayLog = mayLogEvidence(enquiry)
  if (rows.length === 0 && !mayLog) return undefined
  const byKind = await visible()
    .select(['evidence.kind', eb => eb.fn.countAll<number>().as('count')])
    .groupBy('evidence.kind')
    .execute()
  const bySchool = await visible()
    .innerJoin('evidenceSchools', 'evidenceSchools.evidenceId', 'evidence.id')
    .innerJoin('schools', 'schools.id', 'evidenceSchools.schoolId')
    .select(['schools.name', eb => eb.fn.countAll<number>().as('count')])
    .groupBy(['schools.id', 'schools.name'])
    .execute()
  const address = `/groups/${enquiry.groupId}/evidence`
  return {
    heading: stage ? 'Evidence for this stage' : 'The newest evidence',
    pieces: (await disguised(db, person, await filled(db, rows))).map(piece => cardOf(piece, person)),
    total: byKind.reduce((sum, one) => sum + Number(one.count), 0),
    all: stage ? `${address}?stage=${stage}` : address,
    log: mayLog ? `${address}/new` : null,
    byKind: kinds.flatMap(({ key, name }) => {
      const count = byKind.find(one => one.kind === key)?.count
      return count ? [{ name, count: Number(count) }] : []
    }),
    bySchool: bySchool.map(({ name, count }) => ({ name, count: Number(count) })).sort(byName),
  }
}

/** What the evidence stage still needs: something from each school, and more than one kind. */
async function evidenceNeeds(db: Db, enquiry: Enquiry): Promise<StageNeed[]> {
  const shared = () =>
    db
      .selectFrom('evidence')
      .where('evidence.enquiryId', '=', enquiry.id)
      .where('evidence.sharedWithGroupAt', 'is not', null)
      .where('evidence.withdrawnAt', 'is', null)
  const kindsFound = await shared().select('kind').distinct().execute()
  const found = await shared()
    .innerJoin('evidenceSchools', 'evidenceSchools.evidenceId', 'evidence.id')
    .select('evidenceSchools.schoolId')
    .distinct()
    .execute()
  const missing = enquiry.schoolIds.filter(id => !found.some(one => one.schoolId === id))
  const names = missing.length
    ? (await db.selectFrom('schools').select('name').where('id', 'in', missing).execute()).sort(byName)
    : []
  const href = `/groups/${enquiry.groupId}/evidence/new`
  const from = names.length ? `Evidence from ${listed(names.map(school => school.name))}` : 'Evidence from every school'
  return [
    { stage: 'evidence', text: from, met: missing.length === 0, href },
    { stage: 'evidence', text: 'More than one kind of evidence', met: kindsFound.length > 1, href },
  ]
}
