import type { Theme } from '../networks/tables.js'
import type { Person } from '../people/person.js'

type OfTheme = Pick<Theme, 'id' | 'networkId'>

/**
 * Those who work in the network, and the invited facilitators of a group of the theme.
 * @param facilitates whether the person is invited in one of its groups now
 */
export function mayReadTheme(person: Person, theme: OfTheme, facilitates: boolean): boolean {
  return person.works(theme.networkId) || facilitates
}

/** Its co-leaders, and the leaders of the network. */
export function mayLeadTheme(person: Person, theme: OfTheme): boolean {
  return person.isNetworkLeaderOf(theme.networkId) || person.isCoLeaderOf(theme.id)
}

/** The same, as long as it is open. */
export function mayChangeTheme(person: Person, theme: OfTheme & Pick<Theme, 'closedAt'>): boolean {
  return theme.closedAt === null && mayLeadTheme(person, theme)
}

/** Network leaders add themes and hand them over: nobody makes themselves a co-leader. */
export function mayArrangeThemes(person: Person, networkId: string): boolean {
  return person.isNetworkLeaderOf(networkId)
}

/** Whoever works in the network can come to a session. */
export function mayComeToSessions(person: Person, theme: Pick<Theme, 'networkId'>): boolean {
  return person.works(theme.networkId)
}

/** What is noted for one’s own school is a co-leader’s own. */
export function mayKeepOwnNotes(person: Person, theme: OfTheme): boolean {
  return person.isCoLeaderOf(theme.id)
}
