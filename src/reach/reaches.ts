import { type Agreed, covers, narrowestRung } from './agreed.js'
import { type Audience, type ConsentAudience, consentAudienceKeys } from './audiences.js'

/**
 * How far a piece really goes: what was chosen, narrowed by consent, refusals, a named pupil and withdrawal. `outside`: the
 * facilitators that its group has invited come upon it too. A gap is nobody's to read; its number stays with those who may
 * have leaned on it.
 */
export const reaches = [
  'gap of a draft',
  'gap',
  'author',
  'group',
  'group outside',
  'school',
  'school outside',
  'network',
  'network outside',
] as const

export type Reach = (typeof reaches)[number]

/** What a piece's author chose, each since when; null where they did not. */
export interface Chosen {
  sharedWithGroupAt: string | null
  sharedWithSchoolAt: string | null
  sharedWithNetworkAt: string | null
  sharedOutsideAt: string | null
}

export const gaps: Reach[] = ['gap of a draft', 'gap']

/** What nobody but its author works with: whatever counts, quotes or links a group's pieces leaves it out. */
export const notShared: Reach[] = [...gaps, 'author']

/** Beyond the group, the widest first: any of these choices lets a piece go there, as far as those in it agreed. */
export const beyondTheGroup = [
  { to: 'network', chosen: ['sharedWithNetworkAt'] },
  { to: 'school', chosen: ['sharedWithSchoolAt', 'sharedWithNetworkAt'] },
] as const

/** And beside them: to the group's facilitators. */
export const toFacilitators = { to: 'outside', chosen: ['sharedOutsideAt'] } as const

/** What decides beside consent and refusals. */
export interface Held extends Chosen {
  namesPupilAt: string | null
  withdrawnAt: string | null
}

/** How far a piece goes where this much is agreed. */
export function reachOf(piece: Held, agreed: Agreed): Reach {
  const isDraft = piece.sharedWithGroupAt === null
  if (piece.withdrawnAt !== null || agreed === 'withdrawn') return isDraft ? 'gap of a draft' : 'gap'
  if (isDraft) return 'author'
  if (piece.namesPupilAt !== null) return 'group'
  const goes = ({ to, chosen }: { to: ConsentAudience; chosen: readonly (keyof Chosen)[] }) =>
    chosen.some(one => piece[one] !== null) && covers(agreed, to)
  const inside = beyondTheGroup.find(goes)?.to ?? 'group'
  return goes(toFacilitators) ? `${inside} outside` : inside
}

/** A piece as it stands in the database: its reach as it was last worked out, and until when that holds. */
export interface Kept {
  reach: Reach
  reachUntil: string | null
}

/** How far a piece goes on a day: once an agreement in it has ended, no further than the group. */
export function reachOn({ reach, reachUntil }: Kept, day: string): Reach {
  return reachUntil !== null && reachUntil < day ? withinTheGroup(reach) : reach
}

/** What is left of a reach when nothing goes beyond the group. */
export function withinTheGroup(reach: Reach): Reach {
  return [...gaps, 'author'].includes(reach) ? reach : 'group'
}

export function goesOutside(reach: Reach): boolean {
  return reach.endsWith(' outside')
}

/** Whom it reaches inside the network; of a gap, who knows of it. */
export function insideOf(reach: Reach): Audience {
  if (reach === 'gap') return 'group'
  return reach === 'gap of a draft' ? 'author' : (reach.replace(' outside', '') as Audience)
}

/** What of the choices reaches further than this, taken back: it goes out again only when somebody chooses so anew. */
export function nothingBeyond(audience: ConsentAudience | 'unasked'): Partial<Chosen> {
  const rung = consentAudienceKeys.indexOf(audience === 'unasked' ? narrowestRung : audience)
  const needs = { sharedWithSchoolAt: 'school', sharedWithNetworkAt: 'network', sharedOutsideAt: 'outside' } as const
  const beyond = Object.entries(needs).filter(([, to]) => consentAudienceKeys.indexOf(to) > rung)
  return Object.fromEntries(beyond.map(([column]) => [column, null]))
}

/** By which a piece goes so far at least, from the narrowest. */
const chosenBy = [
  ['group', 'sharedWithGroupAt'],
  ['school', 'sharedWithSchoolAt'],
  ['network', 'sharedWithNetworkAt'],
] as const

/** How far its author chose to share a piece, whatever holds it back. */
export function chosenFor(piece: Chosen): Audience {
  if (piece.sharedWithGroupAt === null) return 'author'
  return chosenBy.findLast(([, column]) => piece[column] !== null)![0]
}

/** The same in columns: which of them must be set for this choice, and which must not. */
export function columnsOf(audience: Audience): [column: keyof Chosen, isSet: boolean][] {
  const rung = chosenBy.findIndex(([name]) => name === audience)
  if (rung < 0) return [['sharedWithGroupAt', false]]
  const wider = chosenBy.slice(rung + 1).map(([, column]) => [column, false] as [keyof Chosen, boolean])
  return [['sharedWithGroupAt', true], [chosenBy[rung]![1], true], ...wider]
}
