import type { Request } from 'express'
import type { Db } from '../database.js'
import { schoolsOf } from '../networks/schools/schools.js'
import { today } from '../web/now.js'
import { pageNumber, pageOf, queried } from '../web/page-of.js'
import { plural } from '../words/words.js'
import type { VisitsOfNetwork } from './finding.js'
import { type Showing, showings, type VisitInList, visitsIn, type Wanted } from './listing.js'
import type { ListedVisit, VisitsPage } from './pages.js'
import { mayAsk, mayOffer } from './permissions.js'
import { supportingVisitsOf } from './supporting/supporting.js'
import { whenInWords } from './times.js'
import { visitsInvitedTo } from './visits.js'

const perPage = 20

const tabWords: Record<Showing, string> = {
  ahead: 'Ahead',
  was: 'What was',
  asked: 'Asked for',
  schools: 'By school',
}

/** What is ahead, what was, what is asked for, and what each school shows. */
export async function listPage(db: Db, req: Request, there: VisitsOfNetwork): Promise<VisitsPage> {
  const { person, network, head, listAddress } = there
  const works = person.works(network.id)
  const asked = queried(req, 'show') as Showing
  const showing = showings.includes(asked) ? asked : 'ahead'
  const school = queried(req, 'school')
  const schools = works ? await schoolsOf(db, network.id) : []
  const only = works ? undefined : await visitsInvitedTo(db, person, [network.id])
  const number = pageNumber(req)
  const narrowed: Pick<Wanted, 'networkId' | 'only' | 'schools'> = {
    networkId: network.id,
    ...(only && { only }),
    ...(school && { schools: [school] }),
  }
  const page =
    showing === 'schools' ? { rows: [], total: 0 } : await visitsIn(db, { ...narrowed, showing }, { number, perPage })
  return {
    title: 'Visits',
    head,
    listAddress,
    showing,
    tabs: showings.map(one => ({ href: `${listAddress}?show=${one}`, text: tabWords[one], current: one === showing })),
    visits: pageOf(
      req,
      page.rows.map(row => listed(row, listAddress)),
      page.total,
      perPage,
    ),
    bySchool: showing === 'schools' ? await schoolsPage(db, req, there) : null,
    ownSupporting: (await supportingVisitsOf(db, person, network.id)).slice(0, 20).map(one => ({
      href: `${listAddress}/supporting/${one.id}`,
      text: `With ${one.other}`,
      day: whenInWords({ ...one, lastDay: one.day }),
      cancelled: one.cancelledAt !== null,
    })),
    filter: { school },
    schools: schools.map(({ id, name }) => ({ value: id, text: name })),
    csv: `${listAddress}.csv`,
    may: { offer: mayOffer(person, network), ask: mayAsk(person, network), plan: works },
  }
}

/** The schools of a page in the alphabet, and what is ahead in each: found for all of them at once. */
async function schoolsPage(db: Db, req: Request, { person, network, listAddress }: VisitsOfNetwork) {
  const all = person.works(network.id) ? await schoolsOf(db, network.id) : []
  const number = pageNumber(req)
  const some = all.slice((number - 1) * perPage, number * perPage)
  const wanted: Wanted = { networkId: network.id, showing: 'ahead', schools: some.map(one => one.id) }
  const { rows } = await visitsIn(db, wanted, { number: 1, perPage: 200 })
  const withTheirs = some.map(({ id, name }) => ({
    id,
    name,
    visits: rows.filter(row => row.schoolId === id).map(row => listed(row, listAddress)),
  }))
  return pageOf(req, withTheirs, all.length, perPage)
}

/** A visit as a line of a list. */
export function listed(visit: VisitInList, listAddress: string): ListedVisit {
  const open = visit.slots.filter(slot => slot.cancelledAt === null)
  const ahead = open.filter(slot => slot.lastDay >= today())
  const next = ahead[0] ?? open.at(-1) ?? visit.slots.at(-1)
  const free = ahead.reduce((sum, slot) => sum + Math.max(0, slot.places - slot.taken), 0)
  const where = visit.kind === 'far' ? visit.elsewhere : (visit.schoolName ?? '')
  return {
    href: `${listAddress}/${visit.id}`,
    title: visit.title,
    kind: visit.kind,
    day: next?.day ?? null,
    where: visit.kind === 'asked' ? askedOf(visit) : where,
    facts: [
      ...(next ? [`${next.starts} to ${next.ends}`] : []),
      ...(open.length > 1 ? [plural(open.length, 'day', 'days')] : []),
      ...(visit.kind === 'asked' ? [] : [forWhomInWords(visit)]),
    ],
    tag: tagOf(visit, ahead.length > 0, free),
  }
}

function askedOf({ offeredByName, schoolName }: VisitInList): string {
  return schoolName ? `${offeredByName} asks ${schoolName}` : `${offeredByName} asks`
}

function tagOf(visit: VisitInList, isAhead: boolean, free: number): ListedVisit['tag'] {
  if (visit.cancelledAt) return { text: 'Cancelled', tone: 'caution' }
  if (visit.kind === 'asked') return visit.metAt ? { text: 'Met', tone: 'done' } : { text: 'Open', tone: 'waiting' }
  if (visit.kind === 'far') return { text: 'Far visit', tone: 'teal' }
  if (!isAhead) return null
  return free > 0
    ? { text: `${plural(free, 'place', 'places')} free`, tone: 'teal' }
    : { text: 'Full', tone: 'waiting' }
}

export function forWhomInWords({ forWhom, groupName }: Pick<VisitInList, 'forWhom' | 'groupName'>): string {
  if (forWhom === 'new teachers') return 'For new teachers'
  if (forWhom === 'group') return `For ${groupName ?? 'a group'}`
  return forWhom === 'those invited' ? 'By invitation' : 'For anyone'
}
