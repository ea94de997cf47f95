import type { NewsOf } from '../../networks/year.js'
import { now } from '../../web/now.js'
import { day } from '../../words/words.js'
import { labelOf } from '../notes/boxes.js'
import { notesSharedIn } from './shared-notes.js'

/** What can be seen, what somebody would like to see, and what was written for everybody. */
export const visitNews: NewsOf = async (db, person, network, since) => {
  if (!person.works(network.id)) return []
  const rows = await db
    .selectFrom('visits')
    .innerJoin('people', 'people.id', 'visits.offeredBy')
    .leftJoin('schools', 'schools.id', 'visits.schoolId')
    .select(['visits.id', 'visits.kind', 'visits.title', 'visits.firstOn', 'visits.offeredAt', 'visits.elsewhere'])
    .select(['people.name', 'schools.name as school'])
    .where('visits.networkId', '=', network.id)
    .where('visits.offeredAt', '>=', since)
    .where('visits.cancelledAt', 'is', null)
    .where('visits.metAt', 'is', null)
    .orderBy('visits.offeredAt', 'desc')
    .limit(50)
    .execute()
  const shared = await db
    .selectFrom('visits')
    .select(['id', 'title', 'elsewhere', 'accountSharedAt'])
    .where('networkId', '=', network.id)
    .where('kind', '=', 'far')
    .where('accountSharedAt', '>=', since)
    .execute()
  const notes = await notesSharedIn(db, network.id, { from: since, until: now() })
  const at = (id: string) => `/networks/${network.id}/visits/${id}`
  return [
    ...rows.map(row => ({ at: row.offeredAt, text: offered(row), href: at(row.id) })),
    ...shared.map(one => ({
      at: one.accountSharedAt!,
      text: `Those who went to ${one.elsewhere} tell of it: ${one.title}`,
      href: at(`${one.id}/account`),
    })),
    ...notes.slice(0, 20).map(note => ({
      at: note.shownAt,
      text: `${note.name} wrote after a visit (${labelOf(note.box).toLowerCase()}): ${note.visit.title}`,
      href: at(note.visitId),
    })),
  ]
}

function offered(one: {
  kind: string
  title: string
  firstOn: string | null
  name: string
  school: string | null
  elsewhere: string
}) {
  if (one.kind === 'asked') return `${one.name} would like to see: ${one.title}`
  if (one.kind === 'far') return `A visit to ${one.elsewhere} is planned: ${one.title}`
  return `${one.school ?? 'A school'} shows on ${day(one.firstOn)}: ${one.title}`
}
