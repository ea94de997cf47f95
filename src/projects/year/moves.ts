import type { Db } from '../../database.js'
import type { Network } from '../../networks/tables.js'
import type { Move, MovesOf, Span } from '../../networks/year.js'
import { addressOf } from '../listing.js'

/** What schools took home from projects, and what came of it there. Read by those who work in the network. */
export const projectMoves: MovesOf = async (db, person, network, span) =>
  person?.works(network.id) ? [...(await takenHome(db, network, span)), ...(await cameOfIt(db, network, span))] : []

async function takenHome(db: Db, network: Network, span: Span): Promise<Move[]> {
  const rows = await db
    .selectFrom('projectHomes')
    .innerJoin('projectTexts', 'projectTexts.id', 'projectHomes.textId')
    .innerJoin('projects', 'projects.id', 'projectTexts.projectId')
    .innerJoin('schools', 'schools.id', 'projectHomes.schoolId')
    .innerJoin('people', 'people.id', 'projects.contactId')
    .selectAll('projectHomes')
    .select(['projects.id as projectId', 'projects.networkId', 'projects.title as project', 'projects.contactId'])
    .select(['projectTexts.title', 'schools.name as school', 'people.name as contact'])
    .where('projects.networkId', '=', network.id)
    .where('takenAt', '>=', span.from)
    .where('takenAt', '<', span.until)
    .orderBy('takenAt')
    .execute()
  return rows.map(row => ({
    at: row.takenAt,
    from: { kind: 'person', id: row.contactId, name: row.contact, schoolIds: [] },
    to: { kind: 'school', id: row.schoolId, name: row.school },
    what: `${row.title}, drafted together in ${row.project}`,
    how: row.sharedAt && row.changed ? 'adapted it' : 'took it up',
    madeOfIt: row.sharedAt ? row.changed : '',
    href: `${addressOf({ networkId: row.networkId, id: row.projectId })}/texts/${row.textId}`,
    isPublic: false,
  }))
}

async function cameOfIt(db: Db, network: Network, span: Span): Promise<Move[]> {
  const rows = await db
    .selectFrom('projectOutcomes')
    .innerJoin('projects', 'projects.id', 'projectOutcomes.projectId')
    .innerJoin('schools', 'schools.id', 'projectOutcomes.schoolId')
    .innerJoin('people', 'people.id', 'projects.contactId')
    .selectAll('projectOutcomes')
    .select(['projects.networkId', 'projects.title', 'projects.contactId', 'schools.name as school'])
    .select('people.name as contact')
    .where('projects.networkId', '=', network.id)
    .where('saidAt', '>=', span.from)
    .where('saidAt', '<', span.until)
    .orderBy('saidAt')
    .execute()
  return rows.map(row => ({
    at: row.saidAt,
    from: { kind: 'person', id: row.contactId, name: row.contact, schoolIds: [] },
    to: { kind: 'school', id: row.schoolId, name: row.school },
    what: `the project ${row.title}`,
    how: 'took it up',
    madeOfIt: row.words,
    href: addressOf({ networkId: row.networkId, id: row.projectId }),
    isPublic: false,
  }))
}
