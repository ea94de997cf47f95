import type { Db } from '../database.js'
import { thisWeek } from '../calendar/reading/ahead.js'
import { quickLoggingFor } from '../captures/quick-logging.js'
import { forumsToRead } from '../forum/inviting/readers.js'
import { poolsServed } from '../resources/colleague/colleagues.js'
import { mayProposeGroups } from '../groups/permissions.js'
import type { Reader } from '../names/reader.js'
import type { Brought } from '../room.js'
import { latestPublished } from '../published/works.js'
import { type Around, aroundPerson } from '../enquiries/around.js'
import {
  type Beginning,
  beginningOfPerson,
  beginningsOfGroups,
  beginningsOfNetworks,
} from './first-steps/beginnings.js'
import { byName } from '../words/words.js'
import { ofHeadsSchools } from '../recommendations/of-school/on-your-day.js'
import { newForYou } from './new-for-you.js'
import { openGroupsFor } from './open-groups.js'
import type { YourDayPage } from './pages.js'
import { tourFor } from './tour/touring.js'
import { waitingFor } from '../enquiries/waiting/what-waits.js'
import { groupsOfPerson } from './your-groups.js'

/** Somebody's day: what they noticed, what waits for them, where their groups stand. Nothing on it is asked twice. */
export async function dayOf(
  db: Db,
  person: Reader,
  brought: Pick<Brought, 'facts' | 'threads' | 'waiting' | 'inTheYear'>,
): Promise<YourDayPage> {
  const around = await aroundPerson(db, person, brought.threads)
  const networks = await groupsOfPerson(around, brought.facts)
  const beginnings = await beginningsFor(db, person, around)
  const news = await newForYou(around, brought.facts)
  const inGroup = around.enquiries.some(one => one.standing.member)
  const invited = around.enquiries.some(one => one.standing.facilitator)
  return {
    title: 'Your day',
    name: person.name,
    today: around.today,
    tour: await tourFor(db, person, 'day', '/'),
    first: beginnings.length > 0 ? { beginnings, back: '/', named: true } : null,
    quick: await quickLoggingFor(db, person, around.enquiries),
    waiting: await waitingFor(around, brought.waiting),
    calm: calmFor(person, inGroup, invited),
    recommended: await ofHeadsSchools(db, person),
    news,
    networks,
    severalNetworks: networks.length > 1,
    ahead: await thisWeek(db, person, brought.inTheYear.dates),
    open: around.enquiries.length > 0 ? null : await groupsToJoin(db, person),
    ways: waysOn(person),
    asGuest: await openToGuest(db, person),
    published: await latestPublished(db, person.outside, 3),
  }
}

/** What comes first: for oneself, in the networks that one leads, and in the groups that one is in. */
async function beginningsFor(db: Db, person: Reader, { enquiries }: Around): Promise<Beginning[]> {
  const led = person.rolesWith('leads the network').map(role => role.networkId)
  const networks =
    led.length === 0 ? [] : await db.selectFrom('networks').select(['id', 'name']).where('id', 'in', led).execute()
  return [
    ...(await beginningsOfNetworks(db, networks.sort(byName))),
    ...(await beginningsOfGroups(db, enquiries)),
    ...(await beginningOfPerson(db, person)),
  ]
}

/** What stands open to somebody in networks in which they do not work. */
async function openToGuest(db: Db, person: Reader): Promise<YourDayPage['asGuest']> {
  const forums = await forumsToRead(db, person)
  const pools = await poolsServed(db, person)
  return [
    ...pools.map(one => ({ href: one.href, text: `Your days in ${one.network}` })),
    ...forums.map(({ id, name }) => ({ href: `/networks/${id}/forum`, text: `The forum of ${name}` })),
  ]
}

async function groupsToJoin(db: Db, person: Reader): Promise<YourDayPage['open']> {
  const open = await openGroupsFor(db, person, person.networkIds, 4)
  const propose = person.networkIds
    .filter(id => mayProposeGroups(person, id))
    .map(id => ({ href: `/networks/${id}/groups/new`, text: 'Propose a question' }))
  return open.groups.length === 0 ? null : { ...open, propose: propose.slice(0, 1) }
}

function calmFor(person: Reader, inGroup: boolean, invited: boolean): string {
  if (inGroup) return 'Nothing waits for you. A good moment to notice something.'
  if (invited) return 'Nothing waits for you. What your groups share with you stands on their pages.'
  const reads = person.rolesWith('reads what is released').length > 0
  if (reads && person.rolesWith('works').length === 0)
    return 'Nothing waits for you. What groups have found out and published is yours to read.'
  if (person.networkIds.length > 0 && person.rolesWith('works').length === 0)
    return 'Nothing waits for you. Circles, visits, projects and groups to which you are invited stand here.'
  return 'Nothing waits for you today.'
}

/** Where those go who look after things rather than work in a group. */
function waysOn(person: Reader): YourDayPage['ways'] {
  const leads = person.rolesWith('leads the network')
  return [
    ...leads.map(({ networkId }) => ({
      href: `/networks/${networkId}`,
      text: 'The network at a glance',
      hint: 'Schools and groups side by side, and what moved this term',
    })),
    ...leads.map(({ networkId }) => ({
      href: `/networks/${networkId}/week`,
      text: 'The network’s week',
      hint: 'What is due from whom, what comes, and who may need a kind word',
    })),
    ...leads.map(({ networkId }) => ({
      href: `/networks/${networkId}/reports`,
      text: 'Termly reports',
      hint: 'Begun from what the groups send',
    })),
    ...headed(person),
    ...(person.isAdministrator
      ? [
          { href: '/administration', text: 'Accounts', hint: 'Let people in, and help those who cannot get in' },
          { href: '/administration/networks', text: 'Networks', hint: 'Make a network and invite its first leader' },
        ]
      : []),
  ]
}

function headed(person: Reader): YourDayPage['ways'] {
  const networks = [...new Set(person.rolesWith('answers for the school').map(role => role.networkId))]
  return networks.map(networkId => ({
    href: `/networks/${networkId}/recommendations`,
    text: 'Recommendations to your school',
    hint: 'What you answered, and what is in place',
  }))
}
