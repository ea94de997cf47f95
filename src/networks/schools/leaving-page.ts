import type { Db } from '../../database.js'
import { rolesThat } from '../../people/roles/roles.js'
import type { Person } from '../../people/person.js'
import { byName, listed, plural } from '../../words/words.js'
import { networkHead } from '../head.js'
import type { SchoolLeavingPage } from '../pages.js'
import { headsOf } from '../people/data-leads.js'
import type { Network, School } from '../tables.js'

/** The page before a school leaves: who loses what, what stays, and what is taken along first. */
export async function schoolLeavingPage(
  db: Db,
  person: Person,
  network: Network,
  school: School,
): Promise<SchoolLeavingPage> {
  const [people, groups, heads] = [await peopleOf(db, school), await groupsOf(db, school), await headsOf(db, school.id)]
  const led = groups.filter(one => one.leads).map(one => one.name)
  return {
    title: `${school.name} leaves the network`,
    head: networkHead(network, person, 'schools'),
    network,
    school,
    lines: [
      'It no longer stands in lists, and is sent no recommendations.',
      'Its people keep their accounts, and read nothing more of this network for this school: its pages, its groups and their evidence answer them as if they were not there.',
      `${heads.length > 0 ? `${listed(heads.map(one => one.name))}, its head,` : 'Its head'} reads no recommendation to the school any more, nor the answers given to it. The answers stay with the groups.`,
      ...(groups.length > 0
        ? [`No place in ${listed(groups.map(one => one.name))} is held for this school any more.`]
        : []),
      'A key to its pupils’ codes is opened by nobody as long as the school is away.',
      'What its people logged and wrote, and the figures of the school, stay with their groups. What is published stays published, for everybody to read.',
    ],
    led:
      led.length > 0
        ? `${listed(led)} ${led.length === 1 ? 'is' : 'are'} led from this school. Without a lead, a group asks for another.`
        : null,
    people:
      people.length > 0
        ? `${plural(people.length, 'person', 'people')}: ${listed(people.map(one => one.name))}.`
        : null,
  }
}

/** Those whose roles here are for this school, but for whoever leads the network and reads on. */
async function peopleOf(db: Db, school: School): Promise<{ name: string }[]> {
  const rows = await db
    .selectFrom('networkRoles')
    .innerJoin('people', 'people.id', 'networkRoles.personId')
    .select('people.name')
    .distinct()
    .where('networkRoles.schoolId', '=', school.id)
    .where('networkRoles.role', 'not in', rolesThat('leads the network'))
    .where('networkRoles.endedAt', 'is', null)
    .where('people.disabledAt', 'is', null)
    .execute()
  return rows.sort(byName)
}

/** The open groups in which somebody takes part for this school. */
async function groupsOf(db: Db, school: School): Promise<{ name: string; leads: boolean }[]> {
  const rows = await db
    .selectFrom('groupPeople')
    .innerJoin('groups', 'groups.id', 'groupPeople.groupId')
    .select(['groups.id', 'groups.name', 'groupPeople.role'])
    .where('groupPeople.schoolId', '=', school.id)
    .where('groupPeople.leftAt', 'is', null)
    .where('groups.closedAt', 'is', null)
    .execute()
  const names = new Map(rows.map(one => [one.id, one.name]))
  const leads = new Set(rows.filter(one => one.role === 'lead learner').map(one => one.id))
  return [...names].map(([id, name]) => ({ name, leads: leads.has(id) })).sort(byName)
}
