import type { CastCorner } from '../house.js'
import { type CastPerson, groups, networks, people } from './cast.js'

/** The demo's cast as its sign-in page offers it: network by network, by what people do there. */
export function castToChoose(): CastCorner[] {
  const corners = networks.map(network => ({
    heading: network.name,
    circles: circlesOf(people.filter(one => one.roles.some(role => role.network === network.id))),
  }))
  const others = people.filter(one => one.roles.length === 0)
  return [...corners, { heading: 'Beside the networks', circles: [{ heading: null, people: others }] }]
}

/** A small network is one circle. */
function circlesOf(members: CastPerson[]) {
  if (members.length <= 6) return [{ heading: null, people: members }]
  const circles = [
    'Leading the network',
    'Lead learners',
    'Volunteers',
    'Headteachers and governors',
    'From outside',
  ].map(heading => ({
    heading,
    people: members.filter(one => circleOf(one) === heading),
  }))
  return circles.filter(circle => circle.people.length > 0)
}

function circleOf(one: CastPerson): string {
  const holds = (...roles: string[]) => one.roles.some(role => roles.includes(role.role))
  if (holds('network leader')) return 'Leading the network'
  if (groups.some(group => group.people.some(who => who.person === one.id && who.role === 'lead learner'))) {
    return 'Lead learners'
  }
  if (holds('co-leader')) return 'Leading the network'
  if (holds('partner', 'adviser')) return 'From outside'
  return holds('headteacher', 'governor') ? 'Headteachers and governors' : 'Volunteers'
}
