import type { Person } from '../people/person.js'
import { gaps, goesOutside, insideOf, type Kept, type Reach, reaches, reachOn } from './reaches.js'
import { readers } from './readers.js'

/** Where a piece stands: whatever a person can stand towards. */
export interface Placed {
  groupId: string
  networkId: string
  loggedBy: string
  schoolIds: string[]
}

/**
 * How a person can stand towards a piece: what they hold that counts, what of the piece answers to it, and the token for it in
 * the search index. `of` names the column, or the schools that it comes from.
 */
export interface Relation {
  heldBy(person: Person): string[]
  of: keyof Placed
  token?(id: string): string
}

export const relations = {
  author: { heldBy: person => [person.id], of: 'loggedBy', token: readers.author },
  /** A volunteer of the group, or its lead learner. */
  member: {
    heldBy: person => person.membershipsWith('takes part').map(one => one.groupId),
    of: 'groupId',
    token: readers.member,
  },
  /** Works in one of the schools that it comes from. */
  colleague: {
    heldBy: person => person.schoolIds,
    of: 'schoolIds',
    token: readers.colleague,
  },
  /** Works in or for the schools of the network. */
  staff: {
    heldBy: person => person.networkIds.filter(network => person.works(network)),
    of: 'networkId',
    token: readers.staff,
  },
  facilitator: {
    heldBy: person =>
      person
        .membershipsWith('challenges')
        .map(one => one.groupId)
        .filter(group => person.isFacilitatorIn(group)),
    of: 'groupId',
    token: readers.facilitator,
  },
  /** Belongs to the network in whatever role. */
  belongs: { heldBy: person => person.networkIds, of: 'networkId' },
} satisfies Record<string, Relation>

export interface Way {
  as: Exclude<keyof typeof relations, 'belongs'>
  /** One of these must hold too. */
  within?: (keyof typeof relations)[]
  /** The pieces that it leads to, by how far they go. */
  reaches: Reach[]
}

const going = (...audiences: string[]) =>
  reaches.filter(one => !gaps.includes(one) && audiences.includes(insideOf(one)))

/**
 * The rule who may come upon a piece: whoever stands so towards it, when it goes so far. Where-clauses, lists, pages, counts and
 * the tokens of the search index are all made of this.
 */
export const waysIn: Way[] = [
  // A draft stays its author's for as long as they belong to the group or its network.
  { as: 'author', within: ['member', 'belongs'], reaches: ['author'] },
  { as: 'member', reaches: going('group', 'school', 'network') },
  { as: 'colleague', reaches: going('school', 'network') },
  { as: 'staff', reaches: going('network') },
  { as: 'facilitator', reaches: reaches.filter(goesOutside) },
]

/** What anybody comes upon, in published work: shared with the network, and everybody in it agreed to the public. */
export const inPublishedWork = { reaches: going('network'), agreed: 'public' } as const

/** Who knows the number of a gap: those who may have leaned on it. */
export const waysToGaps: Way[] = [
  { as: 'author', reaches: gaps },
  { as: 'member', reaches: ['gap'] },
]

/** Whether somebody comes upon a piece by one of these ways on a day. */
export function comesUpon(person: Person, piece: Placed & Kept, day: string, ways: Way[] = waysIn): boolean {
  return whoComesUpon(person, day, ways)(piece)
}

/** The same for many pieces: what the person holds is looked up once. */
export function whoComesUpon(person: Person, day: string, ways: Way[] = waysIn): (piece: Placed & Kept) => boolean {
  const open = ways.map(({ reaches: of, as, within }) => {
    const also = within?.map(one => standing(person, one))
    return { of, stands: standing(person, as), also: (piece: Placed) => !also || also.some(stands => stands(piece)) }
  })
  return piece => {
    const reach = reachOn(piece, day)
    return open.some(({ of, stands, also }) => of.includes(reach) && stands(piece) && also(piece))
  }
}

function standing(person: Person, as: keyof typeof relations): (piece: Placed) => boolean {
  const { heldBy, of } = relations[as] as Relation
  const held = heldBy(person)
  return piece => {
    const place = piece[of]
    return typeof place === 'string' ? held.includes(place) : place.some(id => held.includes(id))
  }
}

/** The permission tokens of those who come upon a piece; of a gap, none. */
export function readersOfPiece(piece: Placed & Kept, day: string): string[] {
  const reach = reachOn(piece, day)
  return waysIn
    .filter(way => way.reaches.includes(reach))
    .flatMap(({ as }) => [piece[relations[as].of]].flat().map(id => relations[as].token(id)))
}
