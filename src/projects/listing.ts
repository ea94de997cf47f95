import { sql } from 'kysely'
import type { Db } from '../database.js'
import type { Person } from '../people/person.js'
import { byName, listed } from '../words/words.js'
import { containing, folded } from '../words/folded.js'
import { isOpenToJoin } from './permissions.js'
import { type FoundProject, withMembers } from './projects.js'
import type { Project } from './tables.js'

export const states = [
  { value: 'now', text: 'Going on' },
  { value: 'open', text: 'Open to join' },
  { value: 'ended', text: 'Ended' },
] as const

export interface ProjectFilter {
  words: string
  /** One of the states; all of them where it is none. */
  state: string
  theme: string
}

/** The projects of a network that the person may read, one page of them: those that go on, and then those that ended. */
export async function projectsIn(
  db: Db,
  person: Person,
  networkId: string,
  filter: ProjectFilter,
  page: number,
  size: number,
): Promise<{ rows: FoundProject[]; total: number }> {
  let query = visibleIn(db, person, networkId)
  if (filter.state === 'open') query = query.where('endedAt', 'is', null).where('joining', '=', 'open')
  else if (filter.state === 'ended') query = query.where('endedAt', 'is not', null)
  else if (filter.state === 'now') query = query.where('endedAt', 'is', null)
  if (filter.theme) query = query.where('themeId', '=', filter.theme)
  for (const word of folded(filter.words).split(' ').filter(Boolean))
    query = query.where(sql<boolean>`folded like ${containing(word)} escape '\\'`)

  const { total } = await query.select(eb => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const rows = await query
    .selectAll('projects')
    .orderBy(eb => eb.case().when('endedAt', 'is', null).then(0).else(1).end())
    .orderBy('endsOn', 'desc')
    .orderBy('id')
    .limit(size)
    .offset((page - 1) * size)
    .execute()
  return { total: Number(total), rows: await withMembers(db, rows) }
}

/** Every project of a network that the person may read: for lists that are taken away, dates and news. */
export async function allProjectsIn(db: Db, person: Person, networkIds: string[]): Promise<FoundProject[]> {
  const found: FoundProject[] = []
  for (const networkId of networkIds) {
    if (!person.belongsTo(networkId)) continue
    const rows = await visibleIn(db, person, networkId).selectAll('projects').orderBy('startsOn').execute()
    for (let from = 0; from < rows.length; from += 400)
      found.push(...(await withMembers(db, rows.slice(from, from + 400))))
  }
  return found
}

/** Those who work in the network read all of them; whoever only belongs to it, what they were invited to. */
export function visibleIn(db: Db, person: Person, networkId: string) {
  const all = db.selectFrom('projects').where('projects.networkId', '=', networkId)
  if (person.works(networkId)) return all
  return all.where('projects.id', 'in', eb =>
    eb
      .selectFrom('projectMembers')
      .select('projectId')
      .where('personId', '=', person.belongsTo(networkId) ? person.id : '')
      .where('leftAt', 'is', null),
  )
}

/** A project as it stands in a list: in a line or two, with its schools by name and nobody counted. */
export interface ProjectLine {
  href: string
  title: string
  whatFor: string
  state: ProjectState
  startsOn: string
  endsOn: string
  openToJoin: boolean
  schools: string[]
  colleagues: string[]
  guests: string[]
  cameOfIt: string
}

export type ProjectState = 'proposed' | 'running' | 'ended'

export function stateOf({ begunAt, endedAt }: Pick<Project, 'begunAt' | 'endedAt'>): ProjectState {
  return endedAt ? 'ended' : begunAt ? 'running' : 'proposed'
}

export function lineOf(found: FoundProject): ProjectLine {
  const { project } = found
  return {
    href: addressOf(project),
    title: project.title,
    whatFor: project.whatFor,
    state: stateOf(project),
    startsOn: project.startsOn,
    endsOn: project.endsOn,
    openToJoin: isOpenToJoin(found),
    ...whoIsIn(found),
    cameOfIt: project.endedAt ? project.cameOfIt : '',
  }
}

/** Who is in it now, each by name; a colleague with the school. A project that has ended keeps those it had. */
export function whoIsIn({ members }: FoundProject): Pick<ProjectLine, 'schools' | 'colleagues' | 'guests'> {
  const now = members.filter(one => one.joinedAt && !one.leftAt)
  const named = (names: (string | null)[]) =>
    [...new Set(names.flatMap(name => name ?? []))].sort((one, other) => byName({ name: one }, { name: other }))
  return {
    schools: named(now.filter(one => one.as === 'school').map(one => one.school)),
    colleagues: named(
      now.filter(one => one.as === 'colleague').map(one => [one.person, one.school].filter(Boolean).join(', ')),
    ),
    guests: named(now.filter(one => one.as === 'guest').map(one => one.person)),
  }
}

export function whoIsInWords(found: FoundProject): string {
  const { schools, colleagues, guests } = whoIsIn(found)
  return listed([...schools, ...colleagues, ...guests])
}

export function addressOf({ networkId, id }: Pick<Project, 'networkId' | 'id'>): string {
  return `/networks/${networkId}/projects/${id}`
}
