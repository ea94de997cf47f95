import { Router } from 'express'
import type { Person } from './person.js'
import { conditions, type Deed, deeds, type Resource, type Right, type Role, roles, whose } from '../who-sees-what.js'
import { show } from '../web/show.js'
import { listed } from '../words/words.js'

/**
 * The table of who sees what, for people: one table for each kind of person, their own first.
 * @param whoSees its rows, as the rooms bring them
 */
export function whoSeesWhatRoutes(whoSees: Resource[]): Router {
  const routes = Router()

  routes.get('/who-sees-what', (_req, res) => {
    const mine = res.locals.person ? kindsOf(res.locals.person) : []
    const kinds = [...roles].sort((one, other) => Number(mine.includes(other)) - Number(mine.includes(one)))
    show(res, 'people/who-sees-what', {
      title: 'Who sees what',
      kinds: kinds.map(role => ({
        id: role.replace(' ', '-'),
        name: named[role],
        isMine: mine.includes(role),
        lines: whoSees.flatMap(({ resource, rights }) =>
          rights[role] ? [{ resource, rights: rights[role].map(rightInWords) }] : [],
        ),
        nothing: whoSees.filter(one => !one.rights[role]).map(one => one.resource),
      })),
    })
  })

  return routes
}

const named: Record<Role, string> = {
  'network leader': 'Network leaders',
  'co-leader': 'Co-leaders of a theme',
  'lead learner': 'Lead learners',
  volunteer: 'Volunteers',
  headteacher: 'Headteachers',
  governor: 'Governors and other readers',
  facilitator: 'Facilitators and advisers',
  partner: 'Partners that are not schools',
  administrator: 'The site’s administrators',
  public: 'Everybody, without an account',
}

/** The kinds of person that somebody is, in the words of the table; whoever can join groups reads what volunteers may. */
function kindsOf(person: Person): Role[] {
  const held = new Set<string>([...person.roles, ...person.groups].map(one => one.role))
  if (held.has('adviser')) held.add('facilitator')
  if (person.isAdministrator) held.add('administrator')
  if (held.size > 0 && person.rolesWith('joins groups').length > 0) held.add('volunteer')
  return roles.filter(role => held.has(role))
}

/** `Read and change in your group, once it is shared` */
export function rightInWords({ deeds: may, whose: of, when }: Right): string {
  const place = of === null ? '' : ` ${whose[of]}`
  const first = when.map(one => `, ${conditions[one]}`).join('')
  const held = (Object.keys(deeds) as Deed[]).filter(deed => may.includes(deed))
  const said = `${listed(held.map(deed => deeds[deed]))}${place}${first}`
  return said.charAt(0).toUpperCase() + said.slice(1)
}
