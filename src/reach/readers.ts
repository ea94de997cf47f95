/**
 * Permission tokens: in the search index they stand beside the words of everything, and the question of a person asks only
 * for those that the person holds. They stand for how somebody stands towards a group or a network, never for a list of
 * people, so that joining, leaving or the end of an invitation acts at once without anything being indexed again.
 */
export const readers = {
  everybody: 'everybody',
  /** A private draft's. */
  author: (personId: string) => `author ${personId}`,
  member: (groupId: string) => `member ${groupId}`,
  facilitator: (groupId: string) => `facilitator ${groupId}`,
  coLeader: (groupId: string) => `co-leader ${groupId}`,
  /** Head of a school with somebody in the group. */
  headBy: (groupId: string) => `head by ${groupId}`,
  head: (schoolId: string) => `head ${schoolId}`,
  /** Works in the school, whatever the role; governors do not. */
  colleague: (schoolId: string) => `colleague ${schoolId}`,
  /** Works in or for the schools of the network. */
  staff: (networkId: string) => `staff ${networkId}`,
  /** Belongs to the network in any role, or is invited to challenge a group of it. */
  around: (networkId: string) => `around ${networkId}`,
  leader: (networkId: string) => `leader ${networkId}`,
  governor: (networkId: string) => `governor ${networkId}`,
  coLeaderOfTheme: (themeId: string) => `co-leader of ${themeId}`,
  /** Invited to challenge a group of the theme, until a date. */
  facilitatorOfTheme: (themeId: string) => `facilitator of ${themeId}`,
}

interface OfGroup {
  groupId: string
  networkId: string
}

/** Everybody who stands in some relation to a group. */
export function standingReaders({ groupId, networkId }: OfGroup): string[] {
  return [...insideReaders({ groupId }), readers.leader(networkId), readers.headBy(groupId)]
}

/** Those who read what a group has not shared: members, the theme's co-leader, invited facilitators. */
export function insideReaders({ groupId }: Pick<OfGroup, 'groupId'>): string[] {
  return [readers.member(groupId), readers.coLeader(groupId), readers.facilitator(groupId)]
}
